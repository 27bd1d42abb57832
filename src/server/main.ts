/** Serves the built app. `npm start` calls it; `HOST` and `PORT` say where it listens. */
import { createServer, type RequestListener } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listen, readAddress } from './address.js';
import { setHeaders } from './headers.ts';
import { end } from './trouble.js';

type Handler = (...args: [...Parameters<RequestListener>, () => void]) => void;

async function serve() {
	const address = readAddress(process.env);
	const url = `http://${address.host}:${address.port}`;
	process.env.ORIGIN ??= url;

	const build = pathToFileURL(resolve(process.env.BUILD_DIR ?? 'build', 'handler.js')).href;
	const { handler } = (await import(build)) as { handler: Handler };

	const server = createServer((request, response) => {
		setHeaders(request, response);
		handler(request, response, () => response.writeHead(404).end());
	});
	await listen(server, address);
	console.log(`Who Says What is at ${url}`);

	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.on(signal, () => {
			server.close(() => process.exit(0));
			server.closeAllConnections();
		});
}

await serve().catch(end);
