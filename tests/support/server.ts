/** The real server on a free port, for journeys that stop it and start it again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The build that journeys are run against. */
export const BUILD = process.env.BUILD_DIR ?? 'build';

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}

export class TestServer {
	readonly port: number;
	readonly #env: NodeJS.ProcessEnv;
	#process: ChildProcess | undefined;
	#build = '';

	private constructor(port: number, env: NodeJS.ProcessEnv) {
		this.port = port;
		// The folder is made when the class server is first used.
		this.#env = { DATA_DIR: join(tmpdir(), `who-says-what-${randomUUID()}`), ...env };
	}

	get url() {
		return `http://127.0.0.1:${this.port}`;
	}

	/**
	 * @param build folder of the build to serve
	 * @param env settings beside the address; by default a fresh database in a temporary folder
	 */
	static async start(build = BUILD, env: NodeJS.ProcessEnv = {}): Promise<TestServer> {
		const server = new TestServer(await freePort(), env);
		await server.start(build);
		return server;
	}

	/** Starts on the same port as before, perhaps with another build. */
	async start(build = BUILD): Promise<void> {
		const child = spawn(process.execPath, ['src/server/main.ts'], {
			env: {
				...process.env,
				HOST: '127.0.0.1',
				PORT: String(this.port),
				BUILD_DIR: build,
				...this.#env
			},
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#process = child;
		this.#build = build;
		child.stderr.on('data', (data: Buffer) => {
			this.complaints += data.toString();
		});
		await new Promise<void>((ready, failed) => {
			child.stdout.once('data', () => {
				ready();
			});
			child.once('exit', (code) => {
				failed(new Error(`The server ended with ${code ?? 'a signal'}.`));
			});
		});
	}

	/** As it was first started, whatever became of it. */
	async restore(): Promise<void> {
		if (this.#process?.exitCode === null && this.#build === BUILD) return;
		await this.stop();
		await this.start();
	}

	/** What it has written into its log of errors. */
	complaints = '';

	/** The id of the process that serves. */
	get id(): number {
		return this.#process?.pid ?? 0;
	}

	/** Asks it to stop, and waits until it has. @returns its exit code */
	async end(): Promise<number | null> {
		const child = this.#process;
		this.#process = undefined;
		if (!child || child.exitCode !== null) return child?.exitCode ?? null;
		const ended = new Promise<number | null>((done) => child.once('exit', done));
		child.kill('SIGTERM');
		return ended;
	}

	/** Stops for good: connections are cut, as when a machine goes down. */
	async stop(): Promise<void> {
		const child = this.#process;
		this.#process = undefined;
		if (!child || child.exitCode !== null) return;
		const ended = new Promise((done) => child.once('exit', done));
		child.kill('SIGKILL');
		await ended;
	}
}
