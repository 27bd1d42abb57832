/** Who may do what over the API: every address and method, asked by everybody. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as inFolder } from 'node:path';
import type { RequestHandler } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
	classBody,
	doorBody,
	freshId,
	freshToken,
	handInBody,
	memberBody
} from '../../../../tests/support/class-data.ts';
import { ProblemAnswer } from '../../class/api.ts';
import * as v from 'valibot';
import { classStore, closeClassStore } from './service.ts';

// A database waits for the disk, and on a busy machine others do too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';
type Module = Partial<Record<Method | 'fallback', RequestHandler>>;
type Who = keyof typeof WHO;

const ROOT = '../../../routes/api/v1';
const modules = import.meta.glob<Module>('../../../routes/api/v1/**/+server.ts', { eager: true });

/** Everybody who could ask, and what token they have. */
const WHO = {
	nobody: () => undefined,
	stranger: () => freshToken(),
	teacher: (world: World) => world.mine.teacher,
	'other teacher': (world: World) => world.other.teacher,
	'join code': (world: World) => world.mine.join,
	'other join code': (world: World) => world.other.join,
	member: (world: World) => world.mine.secret,
	classmate: (world: World) => world.mine.classmateSecret,
	'pupil of another class': (world: World) => world.other.secret,
	'removed member': (world: World) => world.mine.removedSecret
};

interface Row {
	may: readonly Who[];
	/** The body for the class in the path, when there is one. */
	body?: (world: World) => object;
	query?: string;
	ok: number;
}

const sealed = 'c2VhbGVk';

/** Every method of every address, and who may use it. An address without a row here fails the test. */
const ROWS: Record<string, Row> = {
	// Whoever makes a class is its teacher; here it is made already.
	'PUT /classes/[class]': { may: ['teacher'], body: ({ mine }) => mine.body, ok: 200 },
	'GET /classes/[class]': { may: ['teacher', 'member', 'classmate'], ok: 200 },
	'DELETE /classes/[class]': { may: ['teacher'], ok: 204 },
	'PUT /classes/[class]/door': {
		may: ['teacher'],
		body: ({ mine }) => doorBody(mine.join),
		ok: 200
	},
	// It has no class in its path: each join code opens its own.
	'GET /join': { may: ['join code', 'other join code'], ok: 200 },
	'GET /classes/[class]/members': { may: ['teacher'], ok: 200 },
	'PUT /classes/[class]/members/[member]': {
		may: ['join code'],
		body: ({ mine }) => mine.memberBody,
		ok: 200
	},
	'DELETE /classes/[class]/members/[member]': { may: ['teacher', 'member'], ok: 204 },
	'DELETE /classes/[class]/members/[member] with hand-ins': {
		may: ['teacher'],
		query: '?handIns=delete',
		ok: 204
	},
	'POST /classes/[class]/members/purge': {
		may: ['teacher'],
		body: ({ mine }) => ({ ids: [mine.member], handIns: 'delete' }),
		ok: 204
	},
	'PUT /classes/[class]/members/[member]/progress': {
		may: ['member'],
		body: () => ({ sequence: 1, sealed }),
		ok: 204
	},
	'GET /classes/[class]/assignments': { may: ['teacher', 'member', 'classmate'], ok: 200 },
	'PUT /classes/[class]/assignments/[assignment]': {
		may: ['teacher'],
		body: () => ({ revision: 7, sealed }),
		ok: 201
	},
	'GET /classes/[class]/hand-ins': { may: ['teacher'], ok: 200 },
	'PUT /classes/[class]/hand-ins/[handIn]': {
		may: ['member'],
		body: ({ mine }) => handInBody(mine.member),
		ok: 201
	},
	'GET /classes/[class]/desk': { may: ['teacher'], ok: 200 },
	'PUT /classes/[class]/desk/[record]': { may: ['teacher'], body: () => ({ sealed }), ok: 201 }
};

const ORIGIN = 'http://localhost';

async function ask(
	method: string,
	route: string,
	params: Record<string, string>,
	{ token, body, query = '', headers = {} }: Ask
): Promise<Response> {
	const handlers = modules[`${ROOT}${route}/+server.ts`];
	const handler = handlers?.[method as Method] ?? handlers?.fallback;
	if (!handler) throw new Error(`There is no ${route}.`);
	const url = new URL(`${ORIGIN}/api/v1${route}${query}`);
	const init: RequestInit = {
		method,
		headers: {
			...(token && { authorization: `Bearer ${token}` }),
			...(body && { 'content-type': 'application/json' }),
			...headers
		},
		...(body && { body: JSON.stringify(body) })
	};
	const event = {
		request: new Request(url, init),
		url,
		params,
		getClientAddress: () => '127.0.0.1'
	};
	return handler(event as never);
}

interface Ask {
	token?: string | undefined;
	body?: object | undefined;
	query?: string | undefined;
	headers?: Record<string, string>;
}

async function makeClass() {
	const [id, teacher, join] = [freshId(), freshToken(), freshToken()];
	const body = classBody(join);
	const [member, secret] = [freshId(), freshToken()];
	const [classmate, classmateSecret] = [freshId(), freshToken()];
	const [removed, removedSecret] = [freshId(), freshToken()];
	const first = memberBody(secret);
	await ask('PUT', '/classes/[class]', { class: id }, { token: teacher, body });
	for (const [at, each] of [
		[member, first],
		[classmate, memberBody(classmateSecret)],
		[removed, memberBody(removedSecret)]
	] as const)
		await ask(
			'PUT',
			'/classes/[class]/members/[member]',
			{ class: id, member: at },
			{ token: join, body: each }
		);
	const leaver = { class: id, member: removed };
	await ask('DELETE', '/classes/[class]/members/[member]', leaver, { token: teacher });
	const put = { token: secret, body: handInBody(member) };
	await ask('PUT', '/classes/[class]/hand-ins/[handIn]', { class: id, handIn: freshId() }, put);
	return {
		id,
		teacher,
		join,
		body,
		member,
		memberBody: first,
		secret,
		classmateSecret,
		removedSecret
	};
}

const makeWorld = async () => {
	const [mine, other] = await Promise.all([makeClass(), makeClass()]);
	return { mine, other };
};
type World = Awaited<ReturnType<typeof makeWorld>>;

/** Everything that is stored. */
async function dump(): Promise<string> {
	const { db } = (await classStore()).database;
	const tables = (['classes', 'members', 'records'] as const).map((table) =>
		db.selectFrom(table).selectAll().orderBy('id').execute()
	);
	return JSON.stringify(await Promise.all(tables));
}

const dataDir = mkdtempSync(inFolder(tmpdir(), 'access-'));

beforeAll(() => {
	process.env.DATA_DIR = dataDir;
	delete process.env.DATABASE_URL;
});
afterAll(async () => {
	await closeClassStore();
	rmSync(dataDir, { recursive: true });
});

it('every method of every address has its row', () => {
	const there = Object.entries(modules).flatMap(([file, module]) => {
		const route = file.slice(ROOT.length, -'/+server.ts'.length);
		expect(module.fallback, `${route} answers other methods`).toBeDefined();
		return Object.keys(module)
			.filter((name) => name === name.toUpperCase())
			.map((method) => `${method} ${route}`);
	});
	const listed = Object.keys(ROWS).map((name) => name.replace(/ with .+$/, ''));
	expect(new Set(listed)).toEqual(new Set(there));
});

describe.each(Object.entries(ROWS))('%s', (name, { may, body, query, ok }) => {
	const [method = '', route = ''] = name.split(' ');

	it.each(Object.keys(WHO) as Who[])('asked by %s', async (who) => {
		const world = await makeWorld();
		const before = await dump();
		const response = await ask(
			method,
			route,
			{
				class: world.mine.id,
				member: world.mine.member,
				assignment: freshId(),
				handIn: freshId(),
				record: freshId()
			},
			{ token: WHO[who](world), body: body?.(world), query }
		);
		const text = await response.text();
		expect(response.headers.get('cache-control')).toBe('no-store');
		if (may.includes(who)) {
			expect([response.status, text]).toEqual([ok, expect.anything()]);
			return;
		}
		expect(response.status).toBe(404);
		expect(v.parse(ProblemAnswer, JSON.parse(text))).toMatchObject({ code: 'not-found' });
		expect(await dump()).toBe(before);
	});
});

it('what there is not looks like what is not yours', async () => {
	const { mine } = await makeWorld();
	const read = (id: string) =>
		ask('GET', '/classes/[class]', { class: id }, { token: freshToken() });
	const answers = await Promise.all([mine.id, freshId(), 'x'].map(read));
	expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
	const texts = await Promise.all(answers.map((each) => each.text()));
	expect(new Set(texts).size).toBe(1);
});

it('a member cannot hand in for another', async () => {
	const { mine } = await makeWorld();
	const put = { token: mine.classmateSecret, body: handInBody(mine.member) };
	const params = { class: mine.id, handIn: freshId() };
	expect((await ask('PUT', '/classes/[class]/hand-ins/[handIn]', params, put)).status).toBe(404);
});

describe('a page of another site', () => {
	it.each<[Record<string, string>, number]>([
		[{ 'sec-fetch-site': 'cross-site' }, 403],
		[{ 'sec-fetch-site': 'same-site' }, 403],
		[{ 'sec-fetch-site': 'none' }, 403],
		[{ origin: 'https://elsewhere.example' }, 403],
		[{ origin: 'null' }, 403],
		[{ 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1' }, 200],
		[{ origin: ORIGIN }, 200],
		[{}, 200]
	])('that sends %j is answered %i', async (headers, status) => {
		const { mine } = await makeWorld();
		const put = { token: mine.teacher, body: mine.body, headers };
		const response = await ask('PUT', '/classes/[class]', { class: mine.id }, put);
		expect(response.status).toBe(status);
	});
});

describe('a body', () => {
	const put = (body: BodyInit, type = 'application/json') => {
		const url = new URL(`${ORIGIN}/api/v1/classes/x`);
		const headers = { authorization: `Bearer ${freshToken()}`, 'content-type': type };
		const request = new Request(url, { method: 'PUT', headers, body, duplex: 'half' } as never);
		const event = { request, url, params: { class: freshId() }, getClientAddress: () => '' };
		return modules[`${ROOT}/classes/[class]/+server.ts`]?.PUT?.(
			event as never
		) as Promise<Response>;
	};
	const good = classBody(freshToken());

	it.each([
		['no JSON', '{', 'bad-request', 'The body is not JSON.'],
		['nothing', 'null', 'bad-request', /^The body/],
		['a field too many', JSON.stringify({ ...good, name: 'Class 7b' }), 'bad-request', /^name/],
		['a field too few', JSON.stringify({ ...good, board: undefined }), 'bad-request', /^board/],
		[
			'a board that is not sealed',
			JSON.stringify({ ...good, board: 'Class 7b' }),
			'bad-request',
			/^board: write base64/
		]
	])('with %s is refused in a sentence', async (_, body, code, detail) => {
		const response = await put(body);
		const problem = v.parse(ProblemAnswer, await response.json());
		expect(problem.code).toBe(code);
		expect(problem.detail).toMatch(detail);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
	});

	it('of another type is refused', async () => {
		expect((await put('{}', 'text/plain')).status).toBe(415);
	});

	it('without an end is left, not read', async () => {
		let sent = 0;
		const endless = new ReadableStream<Uint8Array>({
			pull(controller) {
				sent += 16_384;
				controller.enqueue(new Uint8Array(16_384));
			}
		});
		expect((await put(endless as never)).status).toBe(413);
		expect(sent).toBeLessThan(400_000);
	});
});
