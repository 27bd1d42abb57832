import { Trouble } from './trouble.js';

/** @typedef {{ host: string; port: number }} Address */

/**
 * Reads `HOST` and `PORT`.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Address}
 * @throws {Trouble} when `PORT` is no port
 */
export function readAddress({ HOST, PORT }) {
	const port = Number(PORT || 4173);
	if (!Number.isInteger(port) || port < 1 || port > 65535)
		throw new Trouble(`PORT is "${PORT ?? ''}"; set it to a number from 1 to 65535.`);
	return { host: HOST || '127.0.0.1', port };
}

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
