import { expect, test } from 'vitest';
import { CONTENTS, packAddress, type Contents } from '../content/contents.ts';
import { contentVersion, packFiles } from './pack-files.ts';
import { packPaths, serverPack, startPaths } from './packs.ts';

const contents = () => JSON.parse(packFiles().get(CONTENTS) ?? '') as Contents;

test('the table of contents leads to every pack, and to none that is not there', () => {
	const table = contents();
	for (const path of packPaths()) {
		const address = packAddress(table, path) ?? '';
		expect(packFiles().get(address), path).toBe(JSON.stringify(serverPack(path)));
	}
	expect(packAddress(table, 'modules/none')).toBeUndefined();
	expect(packFiles().size).toBe(packPaths().length + startPaths().length + 1);
});

test('the version that pages name is that of the table', () => {
	expect(contents().version).toBe(contentVersion());
	expect(contentVersion()).toMatch(/^[\w-]{8}$/);
});

test('addresses carry a hash of what the file holds', () => {
	const addresses = Object.values(contents().packs);
	expect(new Set(addresses).size).toBe(addresses.length);
	for (const hash of addresses) expect(hash).toMatch(/^[\w-]{8}$/);
});
