/** Serves the built app. `npm start` calls it; README.md lists the settings it takes from the environment. */
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { listen } from './address.js';
import { readEnvironment } from './environment.js';
import { setHeaders } from './headers.ts';
import { stopOnSignals } from './stop.ts';
import { end, Trouble } from './trouble.js';

type Handler = (...args: [...Parameters<RequestListener>, () => void]) => void;

/** A slow phone may take so long to send a request. */
const REQUEST_MS = 60_000;

async function loadHandler(folder: string): Promise<Handler> {
	try {
		const file = pathToFileURL(resolve(folder, 'handler.js')).href;
		return ((await import(file)) as { handler: Handler }).handler;
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'))
			throw error;
		throw new Trouble(`There is no build in ${resolve(folder)}; make one with npm run build.`);
	}
}

/** A file of the build that has vanished under the server ends its own answer, not the server. */
function outliveMissingFiles(response: ServerResponse) {
	response.once('pipe', (source: Readable) => {
		source.once('error', (error) => {
			console.error(`A file of the build cannot be read; start the server again. ${error.message}`);
			response.destroy();
		});
	});
}

async function serve() {
	const environment = readEnvironment(process.env);
	process.env.ORIGIN = environment.origin;
	// The class server has its own limit, and says in a sentence when it is passed.
	process.env.BODY_SIZE_LIMIT = 'Infinity';
	const handler = await loadHandler(process.env.BUILD_DIR ?? 'build');

	const server = createServer({ requestTimeout: REQUEST_MS }, (request, response) => {
		setHeaders(response, environment.origin);
		outliveMissingFiles(response);
		handler(request, response, () => response.writeHead(404).end());
	});
	await listen(server, environment);
	console.log(`Who Says What is at ${environment.url}`);
	stopOnSignals(server);
}

await serve().catch(end);
