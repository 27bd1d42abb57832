import { Trouble } from './trouble.js';

/** @typedef {{ host: string; port: number }} Address */

/** @type {Record<string, (address: Address) => string>} */
const REASONS = {
	EADDRINUSE: ({ port }) =>
		`Port ${port} is in use; stop the other program or choose another port, for example PORT=${port + 1} npm start.`,
	EACCES: ({ port }) =>
		`This account may not listen on port ${port}; choose a port of 1024 or more, for example PORT=4173 npm start.`,
	EADDRNOTAVAIL: ({ host }) =>
		`This machine has no address ${host}; set HOST to one it has, for example HOST=127.0.0.1.`,
	ENOTFOUND: ({ host }) =>
		`This machine knows no address ${host}; set HOST to one it has, for example HOST=127.0.0.1.`
};

/**
 * Listens at the address.
 *
 * @param {import('node:net').Server} server
 * @param {Address} address
 * @returns {Promise<void>}
 * @throws {Trouble} when nothing can listen there
 */
export const listen = (server, address) =>
	new Promise((done, failed) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			const sentence = REASONS[error.code ?? '']?.(address);
			failed(new Trouble(sentence ?? `The server could not start: ${error.message}.`));
		});
		server.listen(address.port, address.host, done);
	});
