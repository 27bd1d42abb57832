/** What the storage promises, held on SQLite and on a real PostgreSQL. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as inFolder } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
	classBody,
	doorBody,
	freshId,
	freshToken,
	handInBody,
	hashOf,
	memberBody,
	sealedText
} from '../../../../tests/support/class-data.ts';
import { TestPostgres } from '../../../../tests/support/postgres.ts';
import { DAY } from '../../class/api.ts';
import { deleteClass, getClass, getJoin, putClass, putDoor } from './classes.ts';
import type { Place } from './database.ts';
import { deleteMember, listMembers, purgeMembers, putMember, putProgress } from './members.ts';
import { Problem } from './problem.ts';
import {
	listAssignments,
	listDesk,
	listHandIns,
	putAssignment,
	putDesk,
	putHandIn
} from './records.ts';
import { ClassStore, type StoreOptions } from './store.ts';
import type { Limits } from './limits.ts';

// A database waits for the disk, and on a busy machine others do too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const postgres = await TestPostgres.start();
const folders: string[] = [];

afterAll(async () => {
	await postgres?.stop();
	for (const folder of folders) rmSync(folder, { recursive: true });
});

const folder = () => {
	const made = mkdtempSync(inFolder(tmpdir(), 'store-'));
	folders.push(made);
	return made;
};

const refused = (code: string) => expect.objectContaining({ code }) as Problem;

describe.each([
	['SQLite', true, (): Promise<Place> => Promise.resolve({ dataDir: folder() })],
	[
		'PostgreSQL',
		postgres !== undefined,
		async (): Promise<Place> => ({ dataDir: '', databaseUrl: await postgres?.database() })
	]
])('on %s', (_, there, fresh) => {
	let place: Place;
	let now = Date.now();
	const opened: ClassStore[] = [];

	const open = async (options: StoreOptions = {}) => {
		const store = await ClassStore.open(place, { clock: () => now, ...options });
		opened.push(store);
		return store;
	};

	beforeAll(async () => {
		if (there) place = await fresh();
	});
	afterEach(async () => {
		for (const store of opened.splice(0)) await store.close();
		now = Date.now();
	});

	/** A class with what its people would do. */
	async function school(store: ClassStore) {
		const [id, teacher, join] = [freshId(), freshToken(), freshToken()];
		const body = classBody(join, { expires: now + 30 * DAY });
		const stored = await store.write((batch) => putClass(batch, id, hashOf(teacher), body));
		return {
			id,
			teacher: hashOf(teacher),
			join: hashOf(join),
			joinToken: join,
			body,
			stored,
			async member(memberId = freshId()) {
				const secret = freshToken();
				const memberOf = memberBody(secret);
				await store.write((batch) => putMember(batch, id, memberId, hashOf(join), memberOf));
				return { id: memberId, caller: hashOf(secret), body: memberOf };
			},
			handIns: (after = 0) =>
				store.read((reader) => listHandIns(reader, id, hashOf(teacher), after)),
			members: (after = 0) =>
				store.read((reader) => listMembers(reader, id, hashOf(teacher), after))
		};
	}

	const test = it.skipIf(!there);

	test('a class is made once; the same again is the same, something else is refused', async () => {
		const store = await open();
		const { id, teacher, join, body, stored } = await school(store);
		expect(stored).toEqual({
			created: true,
			answer: { id, sha256: hashOf(body.board), received: now }
		});
		const received = now;
		now += 1000;
		const put = (caller: string, changed = body) =>
			store.write((batch) => putClass(batch, id, caller, changed));
		expect(await put(teacher)).toEqual({
			created: false,
			answer: { id, sha256: hashOf(body.board), received }
		});
		await expect(put(teacher, { ...body, board: 'b3RoZXI' })).rejects.toEqual(refused('conflict'));
		await expect(put(hashOf('other'))).rejects.toEqual(refused('not-found'));

		const shown = {
			publicKey: body.publicKey,
			board: body.board,
			locked: false,
			expires: body.expires,
			sequence: 0
		};
		expect(await store.read((reader) => getClass(reader, id, teacher))).toEqual(shown);
		expect(await store.read((reader) => getJoin(reader, join))).toEqual({ class: id, ...shown });
		const taken = store.write((batch) => putClass(batch, freshId(), hashOf('other'), body));
		await expect(taken).rejects.toEqual(refused('join-code-taken'));
	});

	test('a class ends within 400 days, by itself after 180', async () => {
		const store = await open();
		const make = (expires?: number) => {
			const id = freshId();
			const caller = hashOf(freshToken());
			const body = classBody(freshToken(), expires === undefined ? {} : { expires });
			return store
				.write((batch) => putClass(batch, id, caller, body))
				.then(() => store.read((reader) => getClass(reader, id, caller)));
		};
		expect((await make()).expires).toBe(now + 180 * DAY);
		expect((await make(now + 400 * DAY)).expires).toBe(now + 400 * DAY);
		for (const wrong of [now, now - 1, now + 400 * DAY + 1])
			await expect(make(wrong)).rejects.toEqual(refused('bad-request'));
	});

	test('the door: the last sequence wins', async () => {
		const store = await open();
		const { id, teacher, join, joinToken, body } = await school(store);
		const put = (door: ReturnType<typeof doorBody>) =>
			store.write((batch) => putDoor(batch, id, teacher, door));
		const third = doorBody(joinToken, { sequence: 3, locked: true });
		expect(await put(third)).toMatchObject({ locked: true, board: third.board, sequence: 3 });
		expect(await put(third)).toMatchObject({ sequence: 3 });
		await expect(put(doorBody(joinToken, { sequence: 2 }))).rejects.toEqual(refused('outdated'));
		await expect(put({ ...third, locked: false })).rejects.toEqual(refused('conflict'));
		const locked = store.write((batch) =>
			putMember(batch, id, freshId(), join, memberBody(freshToken()))
		);
		await expect(locked).rejects.toEqual(refused('joining-locked'));

		const fresh = freshToken();
		await put(doorBody(fresh, { sequence: 4 }));
		await expect(store.read((reader) => getJoin(reader, join))).rejects.toEqual(
			refused('not-found')
		);
		expect(await store.read((reader) => getJoin(reader, hashOf(fresh)))).toMatchObject({
			class: id
		});
		const other = await school(store);
		await expect(put(doorBody(other.joinToken, { sequence: 5 }))).rejects.toEqual(
			refused('join-code-taken')
		);
		// The code that was given up is free, and two who want one code at once do not both get it.
		const again = [teacher, other.teacher].map((caller, at) =>
			store.write((batch) =>
				putDoor(batch, [id, other.id][at] ?? '', caller, doorBody(joinToken, { sequence: 6 }))
			)
		);
		const outcomes = (await Promise.allSettled(again)).map(({ status }) => status);
		expect(outcomes).toEqual(['fulfilled', 'rejected']);
		expect(body.joinHash).toBe(hashOf(joinToken));
	});

	test('members join, move on and leave; the teacher reads what changed', async () => {
		const store = await open();
		const lesson = await school(store);
		const [ada, bo] = [await lesson.member(), await lesson.member()];
		const first = await lesson.members();
		expect(first.entries.map(({ id, sealed }) => [id, sealed])).toEqual([
			[ada.id, ada.body.sealed],
			[bo.id, bo.body.sealed]
		]);
		const progress = (sequence: number, sealed: string) =>
			store.write((batch) =>
				putProgress(batch, lesson.id, ada.id, ada.caller, { sequence, sealed })
			);
		await progress(2, 'dHdv');
		await progress(1, 'b25l');
		const second = await lesson.members(first.next);
		expect(second.entries).toEqual([
			expect.objectContaining({ id: ada.id, progress: { sequence: 2, sealed: 'dHdv' } })
		]);
		await store.write((batch) => deleteMember(batch, lesson.id, ada.id, ada.caller, 'keep'));
		expect((await lesson.members(second.next)).entries).toEqual([
			{ id: ada.id, joined: now, removed: true, sealed: '', progress: null }
		]);
		await expect(progress(3, 'dGhyZWU')).rejects.toEqual(refused('not-found'));
		const back = store.write((batch) => putMember(batch, lesson.id, ada.id, lesson.join, ada.body));
		await expect(back).rejects.toEqual(refused('removed'));
		// The other one goes on.
		await store.write((batch) => putMember(batch, lesson.id, bo.id, lesson.join, bo.body));
	});

	test('a member that is removed takes its hand-ins with it only when the teacher says so', async () => {
		const store = await open();
		const lesson = await school(store);
		const members = [await lesson.member(), await lesson.member(), await lesson.member()];
		for (const { id, caller } of members)
			await store.write((batch) => putHandIn(batch, lesson.id, freshId(), caller, handInBody(id)));
		const [ada, bo, cy] = members.map(({ id }) => id) as [string, string, string];
		const own = members[0]?.caller ?? '';
		const remove = (caller: string, id: string, handIns: 'keep' | 'delete') =>
			store.write((batch) => deleteMember(batch, lesson.id, id, caller, handIns));
		const left = async () => (await lesson.handIns()).entries.map(({ member }) => member);
		await expect(remove(own, ada, 'delete')).rejects.toEqual(refused('not-found'));
		await expect(remove(own, bo, 'keep')).rejects.toEqual(refused('not-found'));
		await remove(own, ada, 'keep');
		expect(await left()).toEqual([ada, bo, cy]);
		const { entries, next } = await lesson.members();
		expect(entries.find(({ id }) => id === ada)).not.toHaveProperty('emptied');
		await remove(lesson.teacher, ada, 'delete');
		expect(await left()).toEqual([bo, cy]);
		// Devices that had heard of the removal hear of the deletion too.
		expect((await lesson.members(next)).entries).toEqual([
			{
				id: ada,
				joined: expect.any(Number) as number,
				removed: true,
				emptied: true,
				sealed: '',
				progress: null
			}
		]);
		const ids = [bo, cy, freshId()];
		await store.write((batch) =>
			purgeMembers(batch, lesson.id, lesson.teacher, { ids, handIns: 'delete' })
		);
		expect(await left()).toEqual([]);
		expect((await lesson.members()).entries.every(({ removed }) => removed)).toBe(true);
		const row = await store.database.db
			.selectFrom('classes')
			.select(['members', 'hand_ins'])
			.where('id', '=', lesson.id)
			.executeTakeFirstOrThrow();
		expect(row).toEqual({ members: 0, hand_ins: 0 });
	});

	test('a hand-in that a teacher took in goes with its pupil, the rest of the desk stays', async () => {
		const store = await open();
		const lesson = await school(store);
		const { id: member } = await lesson.member();
		const kept = freshId();
		const put = (id: string, body: { sealed: string; member?: string }) =>
			store.write((batch) => putDesk(batch, lesson.id, id, lesson.teacher, body));
		await put(freshId(), { sealed: 'ZGVzaw', member });
		await put(kept, { sealed: 'ZGVzaw' });
		await store.write((batch) =>
			purgeMembers(batch, lesson.id, lesson.teacher, { ids: [member], handIns: 'delete' })
		);
		const { entries } = await store.read((reader) =>
			listDesk(reader, lesson.id, lesson.teacher, 0)
		);
		expect(entries.map(({ id }) => id)).toEqual([kept]);
		const row = await store.database.db
			.selectFrom('classes')
			.select(['desk', 'hand_ins'])
			.where('id', '=', lesson.id)
			.executeTakeFirstOrThrow();
		expect(row).toEqual({ desk: 1, hand_ins: 0 });
	});

	test('a hand-in is stored once, and read in the order of arrival', async () => {
		const store = await open();
		const lesson = await school(store);
		const { id: member, caller } = await lesson.member();
		const body = handInBody(member);
		const id = freshId();
		const put = (changed = body) =>
			store.write((batch) => putHandIn(batch, lesson.id, id, caller, changed));
		const { created, answer } = await put();
		expect(created).toBe(true);
		expect(answer).toEqual({ id, sha256: hashOf(body.sealed), received: now });
		now += 5000;
		const { assignment, revision, sealed } = body;
		expect(await put({ sealed, revision, assignment, member })).toEqual({ created: false, answer });
		for (const changes of [{ sealed: 'b3RoZXI' }, { revision: 2 }, { assignment: freshId() }])
			await expect(put({ ...body, ...changes })).rejects.toEqual(refused('conflict'));
		const later = [freshId(), freshId()];
		for (const each of later)
			await store.write((batch) => putHandIn(batch, lesson.id, each, caller, body));
		const first = await lesson.handIns();
		expect(first.entries.map((entry) => entry.id)).toEqual([id, ...later]);
		expect(first.entries[0]).toEqual({ id, ...body, received: answer.received });
		expect(first.more).toBe(false);
		expect(await lesson.handIns(first.next)).toEqual({
			entries: [],
			next: first.next,
			more: false
		});
	});

	test('assignments keep every revision, the desk every record', async () => {
		const store = await open();
		const lesson = await school(store);
		const { caller } = await lesson.member();
		const id = freshId();
		const put = (revision: number, sealed: string) =>
			store.write((batch) =>
				putAssignment(batch, lesson.id, id, lesson.teacher, { revision, sealed })
			);
		expect((await put(1, 'b25l')).created).toBe(true);
		expect((await put(2, 'dHdv')).created).toBe(true);
		expect((await put(1, 'b25l')).created).toBe(false);
		await expect(put(2, 'b25l')).rejects.toEqual(refused('conflict'));
		const { entries } = await store.read((reader) => listAssignments(reader, lesson.id, caller, 0));
		expect(entries.map(({ revision, sealed }) => [revision, sealed])).toEqual([
			[1, 'b25l'],
			[2, 'dHdv']
		]);
		const record = freshId();
		await store.write((batch) =>
			putDesk(batch, lesson.id, record, lesson.teacher, { sealed: 'ZGVzaw' })
		);
		const desk = await store.read((reader) => listDesk(reader, lesson.id, lesson.teacher, 0));
		expect(desk.entries).toEqual([{ id: record, sealed: 'ZGVzaw', received: now }]);
	});

	test('a long list comes in pages, none twice and none left out', async () => {
		const store = await open();
		const lesson = await school(store);
		const { id: member, caller } = await lesson.member();
		const ids = Array.from({ length: 40 }, freshId);
		const sealed = sealedText(120_000);
		await Promise.all(
			ids.map((id) =>
				store.write((batch) =>
					putHandIn(batch, lesson.id, id, caller, handInBody(member, { sealed }))
				)
			)
		);
		const got: string[] = [];
		let pages = 0;
		for (let after = 0, more = true; more; pages += 1) {
			const page = await lesson.handIns(after);
			got.push(...page.entries.map(({ id }) => id));
			({ next: after, more } = page);
		}
		expect(got).toEqual(ids);
		expect(pages).toBeGreaterThan(2);
	});

	test.each([
		['members', { members: 2 }],
		['hand-ins of the class', { handIns: 2 }],
		['hand-ins of one member', { handInsEach: 2 }],
		['assignments', { assignments: 2 }],
		['records of the desk', { desk: 2 }],
		['bytes', { bytes: 3200 }]
	] satisfies [string, Partial<Limits>][])(
		'a class is full of %s, and says so',
		async (what, limits) => {
			const store = await open({ limits });
			const lesson = await school(store);
			const { id: member, caller } = await lesson.member();
			const write = {
				members: () => lesson.member(),
				assignments: () =>
					store.write((batch) =>
						putAssignment(batch, lesson.id, freshId(), lesson.teacher, {
							revision: 1,
							sealed: 'YQ'
						})
					),
				'records of the desk': () =>
					store.write((batch) =>
						putDesk(batch, lesson.id, freshId(), lesson.teacher, { sealed: 'YQ' })
					)
			}[what];
			const handIn = () =>
				store.write((batch) =>
					putHandIn(
						batch,
						lesson.id,
						freshId(),
						caller,
						handInBody(member, { sealed: sealedText(800) })
					)
				);
			const add = write ?? handIn;
			const before = what === 'members' ? 1 : 0;
			for (let at = before; at < 2; at += 1) await add();
			await expect(add()).rejects.toEqual(refused('class-full'));
		}
	);

	test('what a class takes up is given back', async () => {
		const store = await open();
		const lesson = await school(store);
		const bytes = async () =>
			(
				await store.database.db
					.selectFrom('classes')
					.select('bytes')
					.where('id', '=', lesson.id)
					.executeTakeFirstOrThrow()
			).bytes;
		const { id, caller, body } = await lesson.member();
		const joined = await bytes();
		await store.write((batch) => putHandIn(batch, lesson.id, freshId(), caller, handInBody(id)));
		expect(await bytes()).toBe(joined + 400 + 300);
		await store.write((batch) => deleteMember(batch, lesson.id, id, lesson.teacher, 'delete'));
		expect(await bytes()).toBe(joined - body.sealed.length);
	});

	test('a class that ends takes everything with it: by its teacher, or by its day', async () => {
		const store = await open();
		const rows = async (id: string) => {
			const [members, records] = await Promise.all(
				(['members', 'records'] as const).map((table) =>
					store.database.db.selectFrom(table).select('id').where('class', '=', id).execute()
				)
			);
			return (members?.length ?? 0) + (records?.length ?? 0);
		};
		const lessons = [await school(store), await school(store)];
		for (const lesson of lessons) {
			const { id, caller } = await lesson.member();
			await store.write((batch) => putHandIn(batch, lesson.id, freshId(), caller, handInBody(id)));
			expect(await rows(lesson.id)).toBe(2);
		}
		const [one, other] = lessons as [(typeof lessons)[0], (typeof lessons)[0]];
		const end = () => store.write((batch) => deleteClass(batch, one.id, one.teacher));
		await end();
		await expect(end()).rejects.toEqual(refused('not-found'));
		expect(await rows(one.id)).toBe(0);

		now += 30 * DAY;
		await expect(other.handIns()).rejects.toEqual(refused('not-found'));
		await expect(store.read((reader) => getJoin(reader, other.join))).rejects.toEqual(
			refused('not-found')
		);
		expect(await rows(other.id)).toBe(2);
		const second = await open();
		await Promise.all([store.sweep(), second.sweep()]);
		expect(await rows(other.id)).toBe(0);
	});

	test('an id and a join code are free again when their class has ended, swept or not', async () => {
		const store = await open();
		const { id, teacher, body } = await school(store);
		now += 30 * DAY;
		const { created } = await store.write((batch) =>
			putClass(batch, id, teacher, { ...body, expires: now + DAY })
		);
		expect(created).toBe(true);
	});

	test('processes that start at once make one database', async () => {
		place = await fresh();
		const [first, ...others] = await Promise.all([open(), open(), open(), open()]);
		const lesson = await school(first);
		for (const store of others)
			expect(
				await store.read((reader) => getClass(reader, lesson.id, lesson.teacher))
			).toMatchObject({ board: lesson.body.board });
	});

	test('two processes that are sent the same at once store it once; a reader of what is new misses nothing', async () => {
		const [one, other] = [await open(), await open()];
		const lesson = await school(one);
		const members = await Promise.all(Array.from({ length: 6 }, () => lesson.member()));
		const sent = members.flatMap(({ id: member, caller }) =>
			Array.from({ length: 25 }, () => ({ id: freshId(), caller, body: handInBody(member) }))
		);
		const read: string[] = [];
		let after = 0;
		const writing = { goesOn: true };
		const look = async () => {
			const page = await lesson.handIns(after);
			read.push(...page.entries.map(({ id }) => id));
			after = page.next;
		};
		const reading = (async () => {
			while (writing.goesOn) {
				await look();
				// SQLite answers at once; the writers need their turn.
				await new Promise((done) => setImmediate(done));
			}
		})();
		const put = (store: ClassStore, { id, caller, body }: (typeof sent)[0]) =>
			store.write((batch) => putHandIn(batch, lesson.id, id, caller, body));
		const outcomes = await Promise.all(sent.flatMap((each) => [put(one, each), put(other, each)]));
		writing.goesOn = false;
		await reading;
		await look();
		expect(outcomes.filter(({ created }) => created)).toHaveLength(sent.length);
		expect([...read].sort()).toEqual(sent.map(({ id }) => id).sort());
	});

	test('one write that fails does not take the others of its moment with it', async () => {
		const store = await open();
		const lesson = await school(store);
		const { id: member, caller } = await lesson.member();
		const fail = store.write(async (batch) => {
			await batch.db
				.insertInto('members')
				.columns(['id'])
				.expression(batch.db.selectFrom('members').select('id').limit(1))
				.execute();
		});
		const good = store.write((batch) =>
			putHandIn(batch, lesson.id, freshId(), caller, handInBody(member))
		);
		await expect(fail).rejects.toThrow(/null/i);
		expect((await good).created).toBe(true);
		expect((await lesson.handIns()).entries).toHaveLength(1);
	});

	test('what a newer program has made is left alone', async () => {
		place = await fresh();
		const store = await open();
		await store.database.db
			.insertInto('kysely_migration' as never)
			.values({ name: '9999', timestamp: '' })
			.execute();
		await expect(open()).rejects.toThrow('9999');
		place = await fresh();
	});
});

describe('the file of SQLite', () => {
	it('holds no token, and nothing of a class that has ended', async () => {
		const dataDir = folder();
		const store = await ClassStore.open({ dataDir });
		const [id, teacher, join, secret] = [freshId(), freshToken(), freshToken(), freshToken()];
		const member = freshId();
		const mark = 'TWFya2VyT2ZPbmVIYW5kSW4';
		await store.write((batch) => putClass(batch, id, hashOf(teacher), classBody(join)));
		await store.write((batch) => putMember(batch, id, member, hashOf(join), memberBody(secret)));
		const handIn = handInBody(member, { sealed: mark });
		await store.write((batch) => putHandIn(batch, id, freshId(), hashOf(secret), handIn));
		const bytes = () =>
			readdirSync(dataDir)
				.map((name) => readFileSync(inFolder(dataDir, name), 'latin1'))
				.join('');
		expect(bytes()).toContain(mark);
		expect(bytes()).toContain(hashOf(teacher));
		for (const token of [teacher, join, secret]) {
			expect(bytes()).not.toContain(token);
			expect(bytes()).not.toContain(Buffer.from(token, 'base64url').toString('latin1'));
		}
		await store.write((batch) => deleteClass(batch, id, hashOf(teacher)));
		await store.close();
		expect(bytes()).not.toContain(mark);
	});
});
