/** The class server: many who hand in at once, a server that is killed, requests that are wrong. */
import { readFileSync } from 'node:fs';
import { fuzz, killed, load } from '../support/class-trials.ts';
import { makeSchool, prepareHandIn, readHandIns } from '../support/class-client.ts';
import { TestPostgres } from '../support/postgres.ts';
import { BUILD, TestServer } from '../support/server.ts';
import { atMost, quantile, told, type Figure } from './figure.ts';

const HAND_INS = 1500;
const SECONDS = 5;
const PUPILS = 300;

/** 1,500 hand-ins of 4 KB in five seconds, on one process with SQLite and on two with PostgreSQL. */
export async function handIns(): Promise<Figure[]> {
	return [...(await onSqlite()), ...(await onPostgres())];
}

async function onSqlite(): Promise<Figure[]> {
	const server = await TestServer.start();
	try {
		const school = await makeSchool(server.url, PUPILS);
		await load([server.url], prepared(school, 200), 1000);
		const { times, errors } = await load([server.url], prepared(school, HAND_INS), SECONDS * 1000);
		return [
			atMost('1,500 hand-ins in 5 s, SQLite: errors', errors, 0, ''),
			atMost('1,500 hand-ins in 5 s, SQLite: p99', quantile(times, 0.99), 150, 'ms'),
			told('1,500 hand-ins in 5 s, SQLite: median', quantile(times, 0.5), 'ms')
		];
	} finally {
		await server.stop();
	}
}

async function onPostgres(): Promise<Figure[]> {
	const postgres = await TestPostgres.start();
	if (!postgres) return [];
	const env = { DATABASE_URL: await postgres.database() };
	const servers = await Promise.all([TestServer.start(BUILD, env), TestServer.start(BUILD, env)]);
	const urls = servers.map(({ url }) => url);
	try {
		const school = await makeSchool(urls[0] ?? '', PUPILS);
		await load(urls, prepared(school, 200), 1000);
		const unique = prepared(school, HAND_INS * 0.8);
		// One in four comes once more, beside the first and so by the other server.
		const all = unique.flatMap((each, at) => (at % 4 === 0 ? [each, each] : [each]));
		const before = (await readHandIns(urls[0] ?? '', school)).length;
		const { times, errors, created } = await load(urls, all, SECONDS * 1000);
		const stored = await readHandIns(urls[1] ?? '', school);
		const wrong =
			Math.abs(stored.length - before - unique.length) +
			Math.abs(created - unique.length) +
			(stored.length - new Set(stored).size);
		return [
			atMost('the same, PostgreSQL, 2 processes, 20 % twice: errors', errors, 0, ''),
			atMost('the same, PostgreSQL: lost or stored twice', wrong, 0, ''),
			atMost('the same, PostgreSQL: p99', quantile(times, 0.99), 250, 'ms'),
			told('the same, PostgreSQL: median', quantile(times, 0.5), 'ms')
		];
	} finally {
		for (const server of servers) await server.stop();
		await postgres.stop();
	}
}

const prepared = (school: Parameters<typeof prepareHandIn>[0], count: number) =>
	Array.from({ length: count }, (_, at) => prepareHandIn(school, at));

const KILLS = 100;

/** The server is killed a hundred times while phones hand in. */
export async function kills(): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const [kind, name] of [
		['sqlite', 'SQLite'],
		['postgres', 'PostgreSQL']
	] as const) {
		const { acknowledged, lost, doubled, slowest, sound } = await killed(kind, KILLS);
		figures.push(
			told(`killed ${KILLS} times, ${name}: hand-ins acknowledged`, acknowledged, ''),
			atMost(`killed ${KILLS} times, ${name}: acknowledged and lost`, lost + doubled, 0, ''),
			atMost(`killed ${KILLS} times, ${name}: slowest until ready`, slowest, 2000, 'ms')
		);
		if (kind === 'sqlite')
			figures.push(atMost(`killed ${KILLS} times, ${name}: unsound files`, sound ? 0 : 1, 0, ''));
	}
	return figures;
}

const REQUESTS = 200_000;

/** Memory in use by a process, in KB. */
const memoryOf = (id: number) =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? Number.NaN);

/** Wrong requests; memory is compared after the first tenth, when everything has been loaded. */
export async function wrongRequests(): Promise<Figure[]> {
	const server = await TestServer.start();
	try {
		const first = await fuzz(server.url, REQUESTS * 0.3, 'first');
		const before = memoryOf(server.id);
		const second = await fuzz(server.url, REQUESTS * 0.7, 'second');
		const growth = ((memoryOf(server.id) - before) / before) * 100;
		const failures = [...first.failures, ...second.failures];
		for (const failure of failures.slice(0, 5)) console.log(failure);
		return [
			atMost(`${REQUESTS} wrong requests: answers of 5xx`, failures.length, 0, ''),
			atMost(`${REQUESTS} wrong requests: growth of memory in %`, growth, 10, '')
		];
	} finally {
		await server.stop();
	}
}
