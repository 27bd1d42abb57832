/** Serves the built app. `npm start` calls it; `HOST` and `PORT` say where it listens. */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readAddress } from './address.ts';
import { setHeaders } from './headers.ts';

const { host, port } = readAddress(process.env);
process.env.ORIGIN ??= `http://${host}:${port}`;

const build = pathToFileURL(resolve(process.env.BUILD_DIR ?? 'build', 'handler.js')).href;
const { handler } = (await import(build)) as {
	handler: (...args: [...Parameters<typeof setHeaders>, () => void]) => void;
};

const server = createServer((request, response) => {
	setHeaders(request, response);
	handler(request, response, () => response.writeHead(404).end());
});

const REASONS: Record<string, string> = {
	EADDRINUSE: `Port ${port} is in use; stop the other program or choose another port, for example PORT=4174 npm start.`,
	EACCES: `This account may not listen on port ${port}; choose a port of 1024 or more, for example PORT=4173 npm start.`,
	EADDRNOTAVAIL: `This machine has no address ${host}; set HOST to one it has, for example HOST=127.0.0.1.`
};

server.on('error', (error: NodeJS.ErrnoException) => {
	console.error(REASONS[error.code ?? ''] ?? `The server could not start: ${error.message}.`);
	process.exit(1);
});

server.listen(port, host, () => {
	console.log(`Who Says What is at http://${host}:${port}`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => {
		server.close(() => process.exit(0));
		server.closeIdleConnections();
	});
