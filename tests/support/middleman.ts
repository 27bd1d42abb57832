/** Stands between browser and server: writes down what passes and lets chosen answers fail. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer of its own, or a line that goes dead. */
export type Fault = { status: number; body: string } | 'cut' | undefined;

export interface Passed {
	path: string;
	status: number;
	/** Bytes of the body as they travelled, compressed or not. */
	bytes: number;
}

export class Middleman {
	readonly passed: Passed[] = [];
	fault: (path: string) => Fault = () => undefined;
	readonly #target: number;
	readonly #server = createServer((from, to) => {
		this.#handle(from, to);
	});

	private constructor(target: number) {
		this.#target = target;
	}

	/** @param target port of the server behind */
	static async before(target: number): Promise<Middleman> {
		const middleman = new Middleman(target);
		await new Promise<void>((ready) => middleman.#server.listen(0, '127.0.0.1', ready));
		return middleman;
	}

	get url() {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		const closed = new Promise((done) => this.#server.close(done));
		this.#server.closeAllConnections();
		await closed;
	}

	#handle(from: IncomingMessage, to: ServerResponse) {
		const path = from.url ?? '/';
		const fault = this.fault(path);
		if (fault === 'cut') from.socket.destroy();
		else if (fault) to.writeHead(fault.status).end(fault.body);
		else this.#passOn(path, from, to);
	}

	#passOn(path: string, from: IncomingMessage, to: ServerResponse) {
		const { method, headers } = from;
		const onward = request({ host: '127.0.0.1', port: this.#target, path, method, headers });
		onward.on('response', (answer) => {
			const status = answer.statusCode ?? 502;
			const entry: Passed = { path, status, bytes: 0 };
			this.passed.push(entry);
			answer.on('data', (chunk: Buffer) => (entry.bytes += chunk.length));
			to.writeHead(status, answer.headers);
			answer.pipe(to);
		});
		onward.on('error', () => from.socket.destroy());
		from.pipe(onward);
	}
}
