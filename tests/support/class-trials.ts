/** What the class server is put through: in `npm test` a little, in the bench for long. */
import Sqlite from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FILE } from '../../src/lib/server/class/database.ts';
import { randomFrom } from '../../src/lib/quiz/random.ts';
import {
	makeSchool,
	prepareHandIn,
	readHandIns,
	send,
	type HandIn,
	type School
} from './class-client.ts';
import { classBody, doorBody, freshId, freshToken, handInBody, memberBody } from './class-data.ts';
import { TestPostgres } from './postgres.ts';
import { BUILD, TestServer } from './server.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

export interface Load {
	/** Milliseconds from the moment it was to be sent to the answer. */
	times: number[];
	errors: number;
	/** Answers that said it is new. */
	created: number;
}

/**
 * Sends hand-ins evenly over a time, whether or not those before are answered, to each server in turn.
 *
 * @param ms the time
 */
export async function load(urls: string[], handIns: HandIn[], ms: number): Promise<Load> {
	const result: Load = { times: [], errors: 0, created: 0 };
	const start = performance.now() + 50;
	await Promise.all(
		handIns.map(async ({ path, token, body }, at) => {
			const due = start + (at * ms) / handIns.length;
			await pause(due - performance.now());
			const answer = await send(urls[at % urls.length] ?? '', 'PUT', path, { token, body }).catch(
				() => ({ status: 0 })
			);
			result.times.push(performance.now() - due);
			if (answer.status !== 200 && answer.status !== 201) result.errors += 1;
			if (answer.status === 201) result.created += 1;
		})
	);
	return result;
}

export interface Kills {
	kills: number;
	acknowledged: number;
	lost: number;
	doubled: number;
	/** The longest time from the start of the process until it was ready, in milliseconds. */
	slowest: number;
	/** Whether the database was sound after each kill; on PostgreSQL it sees to that itself. */
	sound: boolean;
}

/** Kills the server while phones hand in, again and again, and asks afterwards for all it had acknowledged. */
export async function killed(kind: 'sqlite' | 'postgres', kills: number): Promise<Kills> {
	const dataDir = await mkdtemp(join(tmpdir(), 'killed-'));
	const postgres = kind === 'postgres' ? await TestPostgres.start() : undefined;
	const env = { DATA_DIR: dataDir, ...(postgres && { DATABASE_URL: await postgres.database() }) };
	const server = await TestServer.start(BUILD, env);
	const result: Kills = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, slowest: 0, sound: true };
	try {
		const school = await makeSchool(server.url, 30);
		const acknowledged = new Set<string>();
		for (; result.kills < kills; result.kills += 1) {
			const phones = handInUntilCut(server.url, school, acknowledged);
			await pause(60 + ((result.kills * 37) % 90));
			// Every fifth time PostgreSQL falls too.
			const both = postgres?.own && result.kills % 5 === 4;
			await Promise.all([server.stop(), both ? postgres.kill() : undefined]);
			await phones;
			if (both) await postgres.restart();
			if (kind === 'sqlite') result.sound &&= isSound(dataDir);
			const began = performance.now();
			await server.start();
			await untilReady(server.url);
			result.slowest = Math.max(result.slowest, performance.now() - began);
		}
		const stored = await readHandIns(server.url, school);
		const unique = new Set(stored);
		result.acknowledged = acknowledged.size;
		result.lost = [...acknowledged].filter((id) => !unique.has(id)).length;
		result.doubled = stored.length - unique.size;
		return result;
	} finally {
		await server.stop();
		await postgres?.stop();
		await rm(dataDir, { recursive: true });
	}
}

/** Twenty phones, each with one hand-in after the other until the line is cut. */
async function handInUntilCut(url: string, school: School, acknowledged: Set<string>) {
	const phone = async (at: number) => {
		for (;;) {
			const { id, path, token, body } = prepareHandIn(school, at);
			const { status } = await send(url, 'PUT', path, { token, body });
			if (status === 201) acknowledged.add(id);
			else return;
		}
	};
	await Promise.allSettled(Array.from({ length: 20 }, (_, at) => phone(at)));
}

function isSound(dataDir: string): boolean {
	const database = new Sqlite(join(dataDir, FILE));
	try {
		return database.pragma('integrity_check', { simple: true }) === 'ok';
	} finally {
		database.close();
	}
}

async function untilReady(url: string) {
	for (;;) {
		const { status } = await send(url, 'GET', '/readyz').catch(() => ({ status: 0 }));
		if (status === 200) return;
		await pause(10);
	}
}

export interface Fuzzed {
	sent: number;
	/** Answers of 500 and above, each with what was sent. */
	failures: string[];
}

/** Sends requests that are wrong in every way, seeded, some of them from people with the right token. */
export async function fuzz(url: string, count: number, seed = 'fuzz'): Promise<Fuzzed> {
	const school = await makeSchool(url, 3);
	const random = randomFrom(seed);
	const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
	const make = requestsAround(school, pick, random);
	const result: Fuzzed = { sent: 0, failures: [] };
	const phone = async () => {
		while (result.sent < count) {
			result.sent += 1;
			const [method, path, sent] = make();
			const answer = await send(url, method, path, sent).catch((error: unknown) => {
				// The client itself refuses some of it; a server that is gone does not.
				if (error instanceof Error && /ECONNREFUSED/.test(error.message)) throw error;
				return undefined;
			});
			if (answer && answer.status >= 500)
				result.failures.push(
					`${answer.status} ${method} ${path} ${JSON.stringify(sent).slice(0, 300)}`
				);
		}
	};
	await Promise.all(Array.from({ length: 16 }, phone));
	return result;
}

const JUNK = [
	'',
	'null',
	'[]',
	'{',
	'0',
	'"text"',
	'{"__proto__":{"a":1}}',
	'['.repeat(5000),
	'{"a":'.repeat(2000),
	'\u0000',
	'{"sealed":"\\u0000"}',
	'{"sealed":"\\ud800"}',
	'{"sequence":1e999,"sealed":"YQ"}',
	'{"sequence":9007199254740993,"sealed":"YQ"}',
	'x'.repeat(300_000)
];
const VALUES = [
	null,
	true,
	-1,
	0,
	1.5,
	2 ** 53,
	'',
	'YQ',
	'Y Q',
	'\u0000',
	'😀',
	'a'.repeat(200_000),
	[],
	{}
];
const PARTS = [
	'',
	'.',
	'..',
	'%00',
	'%2e%2e',
	'%E0%A4%A',
	"'--",
	'a'.repeat(300),
	'~',
	'\\',
	'%F0%9F%98%80'
];
const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY'];
const QUERIES = [
	'',
	'?after=1',
	'?after=-1',
	'?after=1e9',
	'?after=999999999999999',
	'?after=%00',
	'?handIns=x',
	'?after=1&after=2',
	'?%'
];
const HEADERS: Record<string, string>[] = [
	{},
	{},
	{},
	{ 'content-type': 'text/plain' },
	{ 'content-type': 'application/x-www-form-urlencoded' },
	{ 'content-length': '5' },
	{ origin: 'null' },
	{ 'sec-fetch-site': 'cross-site' },
	{ authorization: 'Bearer' },
	{ authorization: `Bearer ${'a'.repeat(5000)}` },
	{ 'x-forwarded-for': 'a,b,c' },
	{ host: '%%%' },
	{ accept: 'text/html' },
	{ 'x-sveltekit-action': 'true' },
	{ 'content-encoding': 'gzip' }
];

type Made = [method: string, path: string, sent: Parameters<typeof send>[3]];

function requestsAround(
	school: School,
	pick: <T>(all: readonly T[]) => T,
	random: () => number
): () => Made {
	const member = school.members[0] ?? { id: '', token: '' };
	const tokens = [school.teacher, school.join, member.token, member.token, freshToken(), ''];
	const ids = () => pick([school.id, member.id, freshId(), pick(PARTS)]);
	const bodies = () =>
		pick<object>([
			classBody(freshToken()),
			doorBody(school.join, { sequence: Math.floor(random() * 50) }),
			memberBody(freshToken()),
			handInBody(member.id),
			{ sequence: Math.floor(random() * 100), sealed: 'YQ' },
			{ revision: Math.floor(random() * 10), sealed: 'YQ' },
			{ sealed: 'YQ' },
			{ ids: [freshId()], handIns: 'keep' }
		]);
	const spoilt = () => {
		const body: Record<string, unknown> = { ...bodies() };
		body[pick([...Object.keys(body), 'other'])] = pick(VALUES);
		return body;
	};
	const path = () => {
		const inClass = `/api/v1/classes/${random() < 0.7 ? school.id : ids()}`;
		const kind = pick(['members', 'assignments', 'hand-ins', 'desk']);
		return pick([
			inClass,
			`${inClass}/door`,
			`${inClass}/${kind}`,
			`${inClass}/${kind}/${ids()}`,
			`${inClass}/members/${ids()}/progress`,
			`${inClass}/members/purge`,
			`${inClass}/${pick(PARTS)}`,
			'/api/v1/join',
			`/api/${pick(PARTS)}`,
			`/${pick(PARTS)}`,
			`${inClass}/__data.json`,
			'/api/v1/join/__route.js'
		]);
	};
	return () => {
		const method = pick(METHODS);
		// The class has to be there until the end.
		const at = path();
		const token = method === 'DELETE' && !at.includes('/members/') ? '' : pick(tokens);
		const body = random() < 0.2 ? pick(JUNK) : random() < 0.5 ? bodies() : spoilt();
		const hasBody = method !== 'GET' && method !== 'HEAD' && random() < 0.9;
		const headers = pick(HEADERS);
		return [method, at + pick(QUERIES), { token, headers, ...(hasBody && { body }) }];
	};
}
