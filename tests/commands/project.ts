/** A project of a few files around the real commands, whose packages and build are stand-ins. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const dependencies = { some: '1.2.3' };

const FILES = {
	'package.json': JSON.stringify({
		type: 'module',
		scripts: { start: 'node src/cli/start.js' },
		dependencies
	}),
	'package-lock.json': JSON.stringify({
		lockfileVersion: 3,
		packages: { '': { dependencies }, 'node_modules/some': { version: '1.2.3' } }
	}),
	'svelte.config.js': '',
	'vite.config.ts': '',
	'tsconfig.json': '{}',
	'content/one.yaml': '- id: one',
	'static/robots.txt': ''
};

const INSTALLED = { 'node_modules/.package-lock.json': FILES['package-lock.json'] };

/** Notes that it was called, and makes a handler that says hello. */
const VITE = `#!/bin/sh
echo built >> builds
mkdir -p build
echo 'export const handler = (request, response) => response.end("hello")' > build/handler.js
`;

export interface Ended {
	code: number | null;
	said: string;
}

export class Project {
	readonly folder: string;

	private constructor(folder: string) {
		this.folder = folder;
	}

	/** @param installed whether the packages seem to be there */
	static async make({ installed = true } = {}): Promise<Project> {
		const project = new Project(await mkdtemp(join(tmpdir(), 'commands-')));
		for (const folder of ['cli', 'server'])
			await cp(join('src', folder), project.at('src', folder), { recursive: true });
		const files = { ...FILES, ...(installed ? INSTALLED : {}), 'node_modules/.bin/vite': VITE };
		for (const [path, text] of Object.entries(files)) await project.write(path, text);
		await chmod(project.at('node_modules/.bin/vite'), 0o755);
		await symlink(process.execPath, project.at('node_modules/.bin/node'));
		return project;
	}

	at(...path: string[]) {
		return join(this.folder, ...path);
	}

	async write(path: string, text: string) {
		await mkdir(dirname(this.at(path)), { recursive: true });
		await writeFile(this.at(path), text);
	}

	/** How often the build has run. */
	async builds() {
		const log = await readFile(this.at('builds'), 'utf8').catch(() => '');
		return log.split('\n').length - 1;
	}

	remove() {
		return rm(this.folder, { recursive: true, force: true });
	}

	/** @param user id of the account that runs it, where root may choose */
	start(env: NodeJS.ProcessEnv, user?: number): Run {
		return new Run(
			spawn('npm', ['start', '--silent'], {
				cwd: this.folder,
				env: { ...process.env, npm_config_cache: this.at('cache'), ...env },
				detached: true,
				...(user === undefined ? {} : { uid: user, gid: user })
			})
		);
	}
}

/** A command under way. */
export class Run {
	said = '';
	readonly ended: Promise<Ended>;
	readonly #child: ChildProcess;

	constructor(child: ChildProcess) {
		this.#child = child;
		for (const stream of [child.stdout, child.stderr])
			stream?.on('data', (data: Buffer) => (this.said += data.toString()));
		this.ended = new Promise((done) => {
			child.once('close', (code) => {
				done({ code, said: this.said });
			});
		});
	}

	/** To npm alone, or to all that a terminal's Ctrl-C reaches. */
	signal(name: NodeJS.Signals, { all }: { all: boolean }) {
		if (this.#child.pid) process.kill(all ? -this.#child.pid : this.#child.pid, name);
	}
}
