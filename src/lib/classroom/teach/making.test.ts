import { expect, it, vi } from 'vitest';
import type { ClassBody } from '../../class/api.ts';
import { joinKeys } from '../../class/join-code.ts';
import { openDoor } from '../../class/seal/documents.ts';
import { hashOf } from '../../class/secrets.ts';
import { seeded } from '../../class/testing.ts';
import { ClassClient } from '../client.ts';
import { newClass, openedByLink, openedWithoutServer, putOnServer } from './making.ts';

// A join code is slow to derive from, on purpose.
vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.UTC(2026, 10, 22);
const random = seeded('making');
const wanted = { name: 'History 10b', naming: { by: 'seat' as const, seats: 24 }, days: 180 };
const made = () => newClass(wanted, { random, now: NOW });

const json = (body: unknown, status = 200) =>
	new Response(JSON.stringify(body), {
		status,
		headers: { 'content-type': 'application/json' }
	});
const problem = (code: string) =>
	json({ type: '', title: '', status: 409, code, detail: 'No.' }, 409);

/** A server with room for one class. @param answers to the first requests to make it, before it does as it should */
function serverWith(...answers: ((body: ClassBody) => Response)[]) {
	const kept: { body?: ClassBody } = {};
	const answer = async (body: ClassBody) => {
		const first = answers.shift();
		if (first) return first(body);
		if (kept.body && kept.body.board !== body.board) return problem('conflict');
		kept.body = body;
		return json({ id: 'x'.repeat(26), sha256: await hashOf(body.board), received: NOW }, 201);
	};
	const load = async (_: unknown, init?: RequestInit) => {
		if (init?.method === 'PUT') return answer(JSON.parse(init.body as string) as ClassBody);
		return json({ ...kept.body, locked: false, sequence: 0 });
	};
	return { kept, client: new ClassClient('', load) };
}

it('gives the server a board that the join code opens, and no word of it', async () => {
	const { kept, client } = serverWith();
	const row = await putOnServer(await made(), { client, random, now: NOW });
	expect(row.onServer).toBe(true);
	const keys = await joinKeys(row.joinCode ?? '');
	expect(kept.body?.joinHash).toBe(await hashOf(keys.token));
	expect(JSON.stringify(kept.body)).not.toContain('History');
	const { board } = await openDoor(kept.body?.board ?? '', keys.doorKey, row.id);
	expect(board).toMatchObject({ name: 'History 10b', naming: { by: 'seat', seats: 24 } });
});

it('draws another join code when one is taken', async () => {
	const { client } = serverWith(() => problem('join-code-taken'));
	const before = await made();
	const row = await putOnServer(before, { client, random, now: NOW });
	expect(row.joinCode).not.toBe(before.joinCode);
	const { client: full } = serverWith(
		...Array.from({ length: 9 }, () => () => problem('join-code-taken'))
	);
	await expect(putOnServer(before, { client: full, random, now: NOW })).rejects.toMatchObject({
		code: 'join-code-taken'
	});
});

it('takes a class that is there already for its own, when the answer was lost', async () => {
	const { kept, client } = serverWith((body) => {
		kept.body = body;
		throw new TypeError('Failed to fetch');
	});
	const row = await made();
	await expect(putOnServer(row, { client, random, now: NOW })).rejects.toMatchObject({
		problem: 'unreachable'
	});
	expect(await putOnServer(row, { client, random, now: NOW })).toMatchObject({ onServer: true });
});

it('opens on another device by its link, to the same class', async () => {
	const { client } = serverWith();
	const row = await putOnServer(await made(), { client, random, now: NOW });
	const link = { class: row.id, secret: row.secret };
	const there = await openedByLink(link, { client, now: NOW });
	const { joinCode: _, linkKept: __, ...same } = row;
	expect(there).toEqual({ ...same, linkKept: true });
	const alone = await openedWithoutServer(link, wanted, { now: NOW });
	expect(alone).toMatchObject({ publicKey: row.publicKey, onServer: false });
});
