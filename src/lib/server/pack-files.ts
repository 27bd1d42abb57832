/** The packs as files. Each address carries a hash of what it holds, so that no file of another version is ever taken for it. */
import { createHash } from 'node:crypto';
import { CONTENTS, packAddress, type Contents } from '../content/contents.ts';
import type { Ledger } from '../content/ledger.ts';
import { packPaths, serverLedger, serverPack, startPaths } from './packs.ts';

/** 48 bits: two versions of one pack never share it by chance. */
const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 8);

interface PackFiles {
	/** The version of the content. */
	version: string;
	/** The text of each file by its path below `/data`, without `.json`. */
	files: ReadonlyMap<string, string>;
}

function makeFiles(): PackFiles {
	const texts = packPaths().map((path) => [path, JSON.stringify(serverPack(path))] as const);
	const packs = Object.fromEntries(texts.map(([path, text]) => [path, hash(text)]));
	const contents: Contents = { version: hash(JSON.stringify(packs)), packs };
	return {
		version: contents.version,
		files: new Map([
			[CONTENTS, JSON.stringify(contents)],
			...texts.map(([path, text]) => [packAddress(contents, path) ?? path, text] as const),
			// Read while a page is built; it stands in that page.
			...startPaths().map((path) => [path, JSON.stringify(serverPack(path))] as const)
		])
	};
}

let made: { ledger: Ledger; files: PackFiles } | undefined;

/** Made once for one state of the content. */
function packs(): PackFiles {
	const ledger = serverLedger();
	if (made?.ledger !== ledger) made = { ledger, files: makeFiles() };
	return made.files;
}

/** Every file of the packs, the table of contents and the beginnings of quizzes among them. */
export const packFiles = () => packs().files;

/** The version of the content; it changes with any pack. */
export const contentVersion = () => packs().version;
