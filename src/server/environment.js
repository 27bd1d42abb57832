/** What the environment says, each setting checked before anything is begun; runs on Node 20 without packages. */
import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { Trouble } from './trouble.js';

/** @typedef {ReturnType<typeof readEnvironment>} Environment */

/**
 * @param {string} name
 * @param {string | undefined} value
 * @param {string} advice what to set it to
 */
const wrong = (name, value, advice) => new Trouble(`${name} is "${value ?? ''}"; ${advice}.`);

/** @param {string} host */
const isLoopback = (host) => /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);

/** What stands between `http://` and the port. */
const inAddress = (/** @type {string} */ host) => (isIP(host) === 6 ? `[${host}]` : host);

/** @param {string | undefined} text */
function port(text) {
	const number = Number(text || 4173);
	if (!Number.isInteger(number) || number < 1 || number > 65535)
		throw wrong('PORT', text, 'set it to a number from 1 to 65535');
	return number;
}

/**
 * The address that people type. Only a server that nobody else reaches can guess it.
 *
 * @param {string | undefined} text
 * @param {string} host
 * @param {number} port
 */
function origin(text, host, port) {
	if (!text && isLoopback(host)) return `http://${inAddress(host)}:${port}`;
	const example = 'for example ORIGIN=https://class.example.org';
	if (!text)
		throw new Trouble(
			`HOST is "${host}", so others can reach the server; set ORIGIN to the address they type, ${example}.`
		);
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, ''))
		throw wrong('ORIGIN', text, `set it to an address without a path, ${example}`);
	return url.origin;
}

/** @param {string | undefined} text */
function databaseUrl(text) {
	if (!text) return undefined;
	if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol))
		// It may hold a password, so it is not repeated.
		throw new Trouble(
			'DATABASE_URL is no address of a PostgreSQL; write it like postgres://user:password@host:5432/name, or leave it out.'
		);
	return text;
}

/**
 * The proxies whose word on where a request comes from is taken.
 *
 * @param {string | undefined} text addresses or networks with commas between
 */
function trustedProxy(text) {
	if (!text) return undefined;
	const list = new BlockList();
	for (const entry of text.split(',').map((each) => each.trim())) {
		const [address = '', bits] = entry.split('/');
		const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
		const most = family === 'ipv6' ? 128 : 32;
		const prefix = bits === undefined ? most : Number(bits || NaN);
		if (!isIP(address) || !Number.isInteger(prefix) || prefix < 0 || prefix > most)
			throw wrong(
				'TRUSTED_PROXY',
				text,
				'set it to the address of the proxy, or several with commas, for example TRUSTED_PROXY=127.0.0.1'
			);
		list.addSubnet(address, prefix, family);
	}
	return list;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns where to listen, the address that people type, where data is kept, whom to trust
 * @throws {Trouble} one sentence for the first setting that is wrong
 */
export function readEnvironment(env) {
	const host = env.HOST || '127.0.0.1';
	const listenPort = port(env.PORT);
	return {
		host,
		port: listenPort,
		/** Where this machine itself finds the server. */
		url: `http://${inAddress(host)}:${listenPort}`,
		origin: origin(env.ORIGIN, host, listenPort),
		dataDir: resolve(env.DATA_DIR || 'data'),
		databaseUrl: databaseUrl(env.DATABASE_URL),
		trustedProxy: trustedProxy(env.TRUSTED_PROXY)
	};
}
