import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.js';
import { Trouble } from './trouble.js';

describe('readEnvironment', () => {
	it('needs nothing on one machine', () => {
		expect(readEnvironment({})).toEqual({
			host: '127.0.0.1',
			port: 4173,
			url: 'http://127.0.0.1:4173',
			origin: 'http://127.0.0.1:4173',
			dataDir: resolve('data'),
			databaseUrl: undefined,
			trustedProxy: undefined
		});
	});

	it.each([
		[{ HOST: '', PORT: '' }, '127.0.0.1', 4173, 'http://127.0.0.1:4173'],
		[{ PORT: '8080' }, '127.0.0.1', 8080, 'http://127.0.0.1:8080'],
		[{ HOST: '::1' }, '::1', 4173, 'http://[::1]:4173'],
		[{ HOST: 'localhost' }, 'localhost', 4173, 'http://localhost:4173'],
		[
			{ HOST: '0.0.0.0', PORT: '65535', ORIGIN: 'https://a.example/' },
			'0.0.0.0',
			65535,
			'https://a.example'
		]
	])('reads %j', (env, host, port, origin) => {
		expect(readEnvironment(env)).toMatchObject({ host, port, origin });
	});

	it('reads where data is kept, and whom to trust', () => {
		const { dataDir, databaseUrl, trustedProxy } = readEnvironment({
			DATA_DIR: '/var/lib/class',
			DATABASE_URL: 'postgres://me:secret@db/class',
			TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8,fd00::/8'
		});
		expect([dataDir, databaseUrl]).toEqual(['/var/lib/class', 'postgres://me:secret@db/class']);
		const trusts = (address: string) =>
			trustedProxy?.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
		expect(
			['127.0.0.1', '10.9.9.9', 'fd12::1', '127.0.0.2', '11.0.0.1', '::1'].map(trusts)
		).toEqual([true, true, true, false, false, false]);
	});

	it.each([
		...['0', '-1', '65536', '80.5', 'http', '4173 4174', 'NaN', 'Infinity'].map((PORT) => [
			{ PORT },
			`PORT is "${PORT}"; set it to a number from 1 to 65535.`
		]),
		[
			{ HOST: '0.0.0.0' },
			'HOST is "0.0.0.0", so others can reach the server; set ORIGIN to the address they type, for example ORIGIN=https://class.example.org.'
		],
		...[
			'class.example.org',
			'ftp://a.example',
			'https://a.example/path',
			'https://a.example?b'
		].map((ORIGIN) => [
			{ ORIGIN },
			`ORIGIN is "${ORIGIN}"; set it to an address without a path, for example ORIGIN=https://class.example.org.`
		]),
		...['db', 'mysql://a/b', 'sqlite.db'].map((DATABASE_URL) => [
			{ DATABASE_URL },
			'DATABASE_URL is no address of a PostgreSQL; write it like postgres://user:password@host:5432/name, or leave it out.'
		]),
		...['yes', '1', '10.0.0.0/33', '10.0.0.0/', '127.0.0.1,', '::1/129'].map((TRUSTED_PROXY) => [
			{ TRUSTED_PROXY },
			`TRUSTED_PROXY is "${TRUSTED_PROXY}"; set it to the address of the proxy, or several with commas, for example TRUSTED_PROXY=127.0.0.1.`
		])
	] as [NodeJS.ProcessEnv, string][])('refuses %j in a sentence', (env, sentence) => {
		expect(() => readEnvironment(env)).toThrow(new Trouble(sentence));
	});
});
