import { describe, expect, it } from 'vitest';
import { idOf } from '../class/testing.ts';
import { CallError, ClassClient, readOn, retryAfterOf } from './client.ts';

const hash = 'h'.repeat(43);
const token = 't'.repeat(43);
const stored = { id: idOf('hand-in'), sha256: hash, received: 5 };
const handIn = { member: idOf('Ani'), assignment: idOf('one'), revision: 1, sealed: 'QUJD' };

const json = (
	body: unknown,
	{ status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
	type = 'application/json'
) => new Response(JSON.stringify(body), { status, headers: { 'content-type': type, ...headers } });

/** Hands in, with something that answers in place of the server. */
async function handedIn(answer: (url: string, init?: RequestInit) => Response | Promise<Response>) {
	const client = new ClassClient('/base', ((url: string, init?: RequestInit) =>
		Promise.resolve().then(() => answer(url, init))) as typeof fetch);
	return client
		.putHandIn(idOf('class'), idOf('hand-in'), token, handIn)
		.catch((error: unknown) => error as CallError);
}

describe('the class client', () => {
	it('sends the token in a header alone, and reads what is stored', async () => {
		let seen: [url: string, init?: RequestInit] | undefined;
		const answer = await handedIn((...call) => {
			seen = call;
			return json(stored, { status: 201 });
		});
		expect(answer).toEqual(stored);
		expect(seen?.[0]).toBe(`/base/api/v1/classes/${idOf('class')}/hand-ins/${idOf('hand-in')}`);
		expect(new Headers(seen?.[1]?.headers).get('authorization')).toBe(`Bearer ${token}`);
		expect(seen?.[1]).toMatchObject({ method: 'PUT', credentials: 'omit', redirect: 'error' });
	});

	it.each([
		[
			'a log-in page with 200',
			() => new Response('<html>', { headers: { 'content-type': 'text/html' } })
		],
		['JSON said to be HTML', () => json(stored, { headers: { 'content-type': 'text/html' } })],
		['JSON of something else', () => json({ ok: true })],
		['a wrong type', () => json({ ...stored, received: 'now' })],
		['a log-in page with 511', () => new Response('<html>', { status: 511 })],
		['a missing page', () => new Response('<html>', { status: 404 })]
	])('takes %s for a stranger', async (_, answer) => {
		expect(await handedIn(answer)).toMatchObject({ problem: 'stranger', passing: true });
	});

	it.each([500, 502, 503])('takes %i without a code for a server that is down', async (status) => {
		const answer = () => json({ message: 'no' }, { status });
		expect(await handedIn(answer)).toMatchObject({ problem: 'down', passing: true });
	});

	it('says that an answer was lost, before it or within it', async () => {
		const lost = await handedIn(() => {
			throw new TypeError('Failed to fetch');
		});
		const cut = await handedIn(
			() => new Response('{"id":', { headers: { 'content-type': 'application/json' } })
		);
		expect(lost).toMatchObject({ problem: 'unreachable', passing: true });
		expect(cut).toMatchObject({ problem: 'unreachable', passing: true });
	});

	const problem = (code: string, status: number, headers = {}) =>
		json(
			{ type: 'about:blank', title: 'No', status, code, detail: 'A sentence.' },
			{ status, headers },
			'application/problem+json'
		);

	it('reads what is refused, for good or for now', async () => {
		expect(await handedIn(() => problem('conflict', 409))).toMatchObject({
			problem: 'refused',
			code: 'conflict',
			message: 'A sentence.',
			passing: false
		});
		expect(
			await handedIn(() => problem('too-many-requests', 429, { 'retry-after': '7' }))
		).toMatchObject({ code: 'too-many-requests', retryAfter: 7000, passing: true });
	});

	it('takes nothing but 204 for done', async () => {
		const client = new ClassClient('', () => Promise.resolve(json({}, { status: 200 })));
		await expect(client.deleteClass(idOf('class'), token)).rejects.toMatchObject({
			problem: 'stranger'
		});
	});

	it('reads a list to its end, and stops at one that gets nowhere', async () => {
		const pages = [
			{ entries: ['a'], next: 3, more: true },
			{ entries: ['b'], next: 5, more: false }
		];
		const asked: number[] = [];
		const read = (after: number) => {
			asked.push(after);
			return Promise.resolve(pages[asked.length - 1] ?? { entries: [], next: 0, more: true });
		};
		expect(await readOn(0, read)).toEqual({ entries: ['a', 'b'], next: 5 });
		expect(asked).toEqual([0, 3]);
		expect(await readOn(5, read)).toEqual({ entries: [], next: 5 });
	});
});

describe('Retry-After', () => {
	it.each([
		[null, undefined],
		['soon', undefined],
		['120', 120_000],
		['999999999', 3_600_000],
		['Thu, 01 Jan 1970 00:00:10 GMT', 9000],
		['Thu, 01 Jan 1970 00:00:00 GMT', 0]
	])('%s is a wait of %s ms', (header, wait) => {
		expect(retryAfterOf(header, 1000)).toBe(wait);
	});
});
