/** A second version of the app: the same, with one card edited and its revision raised, built by the real build. */
import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '.cache/edited';
const CONTENT = join(FOLDER, 'content');

export interface EditedBuild {
	/** Folder of the build. */
	folder: string;
	module: string;
	card: string;
	/** The card's title before and after. */
	before: string;
	after: string;
	/** What its new revision changed, as it tells those who read it before. */
	change: string;
}

/** The value of a field in the head of a content file. */
function field(text: string, name: string): string {
	const value = new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1];
	if (value === undefined) throw new Error(`The file has no ${name}.`);
	return value;
}

const CHANGE = 'The title is another one.';

/** Edits the title of the first module's second card, in a copy of the content, and raises its revision. */
function editCard(): Omit<EditedBuild, 'folder'> {
	rmSync(FOLDER, { recursive: true, force: true });
	cpSync(process.env.CONTENT_DIR ?? 'content', CONTENT, { recursive: true });
	const module = join(CONTENT, 'modules', first(join(CONTENT, 'modules')));
	const file = join(module, 'cards', readdirSync(join(module, 'cards')).sort()[1] ?? '');
	const text = readFileSync(file, 'utf8');
	const before = field(text, 'title');
	const after = `${before}, edited`;
	const revision = /^revision: /m.test(text) ? Number(field(text, 'revision')) + 1 : 2;
	const change = `{ revision: ${revision}, when: 2026-11-22, what: ${CHANGE} }`;
	writeFileSync(
		file,
		raised(text.replace(`title: ${before}`, `title: ${after}`), revision, change)
	);
	return {
		module: field(readFileSync(join(module, 'module.yaml'), 'utf8'), 'id'),
		card: field(text, 'id'),
		before,
		after,
		change: CHANGE
	};
}

/** A card's file with a new revision, and what it changed, beside what earlier ones did. */
function raised(text: string, revision: number, change: string): string {
	const head = text
		.replace(/^revision: .*\n/m, '')
		.replace('---\n', `---\nrevision: ${revision}\n`);
	return /^changes:\n/m.test(head)
		? head.replace(/^changes:\n/m, `changes:\n  - ${change}\n`)
		: head.replace('---\n', `---\nchanges:\n  - ${change}\n`);
}

const first = (folder: string) => readdirSync(folder).sort()[0] ?? '';

async function build(folder: string): Promise<void> {
	const env = {
		...process.env,
		CONTENT_DIR: CONTENT,
		KIT_DIR: join(FOLDER, 'kit'),
		BUILD_DIR: folder
	};
	const child = spawn('npm', ['run', 'build'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const code = await new Promise((done) => child.once('close', done));
	if (code !== 0) throw new Error(`The edited content could not be built:\n${output}`);
}

export async function buildEdited(): Promise<EditedBuild> {
	const edited = editCard();
	const folder = join(FOLDER, 'build');
	await build(folder);
	return { folder, ...edited };
}
