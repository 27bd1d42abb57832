/** As a static host does it: files below one path, `.html` may be left out, else 404.html. */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webmanifest': 'application/manifest+json'
};

export class StaticServer {
	url = '';
	/** What was asked for outside the base path. */
	readonly strays: string[] = [];
	readonly #folder: string;
	readonly #base: string;
	readonly #server = createServer(
		(request, response) => void this.#answer(request.url ?? '/', response)
	);

	private constructor(folder: string, base: string) {
		this.#folder = folder;
		this.#base = base;
	}

	/** Serves a folder at `base`, and nothing above it. */
	static async start(folder: string, base: string): Promise<StaticServer> {
		const server = new StaticServer(folder, base);
		await new Promise<void>((ready) => server.#server.listen(0, '127.0.0.1', ready));
		const { port } = server.#server.address() as AddressInfo;
		server.url = `http://127.0.0.1:${port}${base}`;
		return server;
	}

	async stop(): Promise<void> {
		if (!this.#server.listening) return;
		const closed = new Promise((done) => this.#server.close(done));
		this.#server.closeAllConnections();
		await closed;
	}

	async #answer(url: string, response: ServerResponse) {
		const { pathname } = new URL(url, 'http://localhost');
		const below = pathname.startsWith(`${this.#base}/`) ? pathname.slice(this.#base.length) : '';
		if (!below) this.strays.push(pathname);
		const names = below.endsWith('/') ? [`${below}index.html`] : [below, `${below}.html`];
		for (const name of below ? names : []) {
			const content = await readFile(join(this.#folder, name)).catch(() => undefined);
			if (content) return void response.writeHead(200, typeOf(name)).end(content);
		}
		const notFound = await readFile(join(this.#folder, '404.html'));
		response.writeHead(404, typeOf('.html')).end(notFound);
	}
}

const typeOf = (name: string) => ({
	'content-type': TYPES[extname(name) || name] ?? 'application/octet-stream'
});
