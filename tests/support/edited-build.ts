/** A second version of the app: the same, with one card edited, built by the real build. */
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
}

/** The value of a field in the head of a content file. */
function field(text: string, name: string): string {
	const value = new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1];
	if (value === undefined) throw new Error(`The file has no ${name}.`);
	return value;
}

/** Edits the title of the first module's second card, in a copy of the content. */
function editCard(): Omit<EditedBuild, 'folder'> {
	rmSync(FOLDER, { recursive: true, force: true });
	cpSync(process.env.CONTENT_DIR ?? 'content', CONTENT, { recursive: true });
	const module = join(CONTENT, 'modules', first(join(CONTENT, 'modules')));
	const file = join(module, 'cards', readdirSync(join(module, 'cards')).sort()[1] ?? '');
	const text = readFileSync(file, 'utf8');
	const before = field(text, 'title');
	const after = `${before}, edited`;
	writeFileSync(file, text.replace(`title: ${before}`, `title: ${after}`));
	return {
		module: field(readFileSync(join(module, 'module.yaml'), 'utf8'), 'id'),
		card: field(text, 'id'),
		before,
		after
	};
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
