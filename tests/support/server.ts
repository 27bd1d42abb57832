/** The real server on a free port, for journeys that stop it and start it again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

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
	#process: ChildProcess | undefined;

	private constructor(port: number) {
		this.port = port;
	}

	get url() {
		return `http://127.0.0.1:${this.port}`;
	}

	/** @param build folder of the build to serve */
	static async start(build = BUILD): Promise<TestServer> {
		const server = new TestServer(await freePort());
		await server.start(build);
		return server;
	}

	/** Starts on the same port as before, perhaps with another build. */
	async start(build = BUILD): Promise<void> {
		const child = spawn(process.execPath, ['src/server/main.ts'], {
			env: { ...process.env, HOST: '127.0.0.1', PORT: String(this.port), BUILD_DIR: build },
			stdio: ['ignore', 'pipe', 'inherit']
		});
		this.#process = child;
		await new Promise<void>((ready, failed) => {
			child.stdout.once('data', () => {
				ready();
			});
			child.once('exit', (code) => {
				failed(new Error(`The server ended with ${code ?? 'a signal'}.`));
			});
		});
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
