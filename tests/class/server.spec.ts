import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { makeSchool, prepareHandIn, readHandIns, send } from '../support/class-client.ts';
import { fuzz, killed, load } from '../support/class-trials.ts';
import { freshId, freshToken } from '../support/class-data.ts';
import { TestPostgres } from '../support/postgres.ts';
import { BUILD, TestServer } from '../support/server.ts';

test('a server that is killed keeps every hand-in that it has acknowledged, in its file', async () => {
	const result = await killed('sqlite', 4);
	expect(result).toMatchObject({ lost: 0, doubled: 0, sound: true });
	expect(result.acknowledged).toBeGreaterThan(0);
});

test('and in PostgreSQL, which falls with it', async () => {
	const postgres = await TestPostgres.start();
	test.skip(!postgres, 'There is no PostgreSQL here.');
	await postgres?.stop();
	const result = await killed('postgres', 5);
	expect(result).toMatchObject({ lost: 0, doubled: 0 });
	expect(result.acknowledged).toBeGreaterThan(0);
});

test('two processes on one PostgreSQL store once what comes to both', async () => {
	const postgres = await TestPostgres.start();
	test.skip(!postgres, 'There is no PostgreSQL here.');
	const env = { DATABASE_URL: await postgres?.database() };
	const servers = await Promise.all([TestServer.start(BUILD, env), TestServer.start(BUILD, env)]);
	const urls = servers.map(({ url }) => url);
	const school = await makeSchool(urls[0] ?? '', 10);
	const handIns = Array.from({ length: 100 }, (_, at) => prepareHandIn(school, at));
	const { errors, created } = await load(
		urls,
		handIns.flatMap((each) => [each, each]),
		200
	);
	expect([errors, created]).toEqual([0, 100]);
	const stored = await readHandIns(urls[1] ?? '', school);
	expect(stored.sort()).toEqual(handIns.map(({ id }) => id).sort());
	for (const server of servers) await server.stop();
	await postgres?.stop();
});

test('requests that are wrong in every way get no answer of 5xx', async () => {
	const server = await TestServer.start();
	const { failures, sent } = await fuzz(server.url, 1000);
	expect(failures).toEqual([]);
	expect(sent).toBeGreaterThanOrEqual(1000);
	// What is wrong with a request is no news for the log.
	expect(server.complaints).toBe('');
	await server.stop();
});

test('a body that does not end is cut with a sentence', async () => {
	const server = await TestServer.start();
	const socket = connect(server.port, '127.0.0.1');
	let got = '';
	socket.on('data', (data) => (got += data.toString()));
	const closed = new Promise((done) => socket.once('close', done));
	socket.on('error', () => undefined);
	const head = [
		`PUT /api/v1/classes/${freshId()} HTTP/1.1`,
		`host: 127.0.0.1:${server.port}`,
		`authorization: Bearer ${freshToken()}`,
		'content-type: application/json',
		'transfer-encoding: chunked'
	];
	socket.write(`${head.join('\r\n')}\r\n\r\n`);
	const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
	while (!got && !socket.destroyed) {
		socket.write(chunk);
		await new Promise((done) => setImmediate(done));
	}
	await closed;
	expect(got).toContain('413 Payload Too Large');
	expect(got).toContain('"code":"too-large"');
	await server.stop();
});

test('a stop lets a request under way end, and closes the database', async () => {
	const server = await TestServer.start();
	const school = await makeSchool(server.url, 20);
	const handIns = Array.from({ length: 60 }, (_, at) => prepareHandIn(school, at));
	const answers = Promise.allSettled(
		handIns.map(({ path, token, body }) => send(server.url, 'PUT', path, { token, body }))
	);
	const code = await server.end();
	const outcomes = await answers;
	expect(code).toBe(0);
	await server.start();
	const stored = new Set(await readHandIns(server.url, school));
	const acknowledged = handIns.filter((_, at) => {
		const outcome = outcomes[at];
		return outcome?.status === 'fulfilled' && outcome.value.status === 201;
	});
	expect(acknowledged.filter(({ id }) => !stored.has(id))).toEqual([]);
	await server.stop();
});

test('without its database the study pages work, and the class server says that it does not', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'broken-'));
	await writeFile(join(folder, 'file'), '');
	for (const env of [
		{ DATA_DIR: join(folder, 'file') },
		{ DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' }
	]) {
		const server = await TestServer.start(BUILD, env);
		const get = (path: string, token?: string) =>
			send(server.url, 'GET', path, token ? { token } : {});
		expect((await get('/')).text).toContain('Who Says What');
		expect((await get('/disputes')).status).toBe(200);
		expect((await get('/healthz')).status).toBe(200);
		for (const answer of [await get('/readyz'), await get('/api/v1/join', freshToken())]) {
			expect(answer.status).toBe(503);
			expect(JSON.parse(answer.text)).toMatchObject({ code: 'storage-unavailable' });
		}
		expect((await get('/explore')).status).toBe(200);
		expect(server.complaints).toContain("The class server's database:");
		expect(server.complaints).not.toContain('secret');
		await server.stop();
	}
	await rm(folder, { recursive: true });
});

test('answers of the API are kept nowhere, and behind TLS browsers are told to stay with it', async () => {
	const server = await TestServer.start(BUILD, { ORIGIN: 'https://class.example.org' });
	for (const path of ['/api/v1/join', '/api/v1/nothing', '/healthz', '/readyz']) {
		const { headers } = await fetch(`${server.url}${path}`);
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
		expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
		expect(headers.get('set-cookie')).toBeNull();
	}
	await server.stop();
});

test('an address that there is not leaves no line in the log', async () => {
	const server = await TestServer.start();
	expect((await fetch(`${server.url}/no-such-page`)).status).toBe(404);
	expect((await fetch(`${server.url}/api/v1/no-such-thing`)).status).toBe(404);
	expect(server.complaints).toBe('');
	await server.stop();
});

test('a build that vanishes under the server does not end it', async () => {
	// Within the project, whose packages the build needs.
	await mkdir('.cache', { recursive: true });
	const folder = await mkdtemp(join('.cache', 'vanishing-'));
	const copy = join(folder, 'build');
	await cp(BUILD, copy, { recursive: true });
	const server = await TestServer.start(copy);
	expect((await fetch(`${server.url}/`)).status).toBe(200);
	await rm(folder, { recursive: true });
	await expect(fetch(`${server.url}/`).then((answer) => answer.text())).rejects.toThrow();
	expect((await fetch(`${server.url}/healthz`).catch(() => undefined))?.status).toBeDefined();
	expect(server.complaints).toContain(
		'A file of the build cannot be read; start the server again.'
	);
	await server.stop();
});
