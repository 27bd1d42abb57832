import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDB } from 'idb';
import { anAssignment, idOf, seeded } from '../class/testing.ts';
import { publicKeyOf } from '../class/seal/class-key.ts';
import { newSecret, teacherKeys } from '../class/secrets.ts';
import { Classroom, NAME } from './database.ts';
import { keepAssignment, newPlace } from './pupil/joining.ts';
import { leave } from './pupil/news.ts';
import { handInWork, keepAnswer, keepWork, newWork, tasksOf } from './pupil/work.ts';
import { STORES } from './rows.ts';

const device = { now: () => 1_700_000_000_000, random: seeded('pupil'), app: 'test' };
let classroom: Classroom;
let other: Classroom;

beforeEach(async () => {
	await new Classroom().clear();
	classroom = new Classroom();
	other = new Classroom();
});

afterEach(async () => {
	other.close();
	await classroom.clear();
});

/** A pupil with an assignment that two tabs have begun. */
async function begun() {
	const { identity } = await teacherKeys(newSecret(seeded('teacher')));
	const document = anAssignment({ publicKey: await publicKeyOf(identity) });
	const membership = newPlace(document, 'Ani', device);
	await keepAssignment(document, membership, classroom, 5);
	const given = await classroom.all('given');
	const [task] = tasksOf(membership, { memberships: [], given, works: [] }, 5);
	if (!task) throw new Error('Nothing is set.');
	const works = [await newWork(task, device), await newWork(task, device)] as const;
	const [one, two] = await Promise.all([keepWork(works[0], classroom), keepWork(works[1], other)]);
	return { membership, one, two };
}

const how = { app: 'test', at: 1_700_000_003_000, timeUp: false };

const answer = (response: string) => ({
	item: 'q-1',
	revision: 1,
	response,
	shownAt: 1_700_000_001_000,
	at: 1_700_000_002_000
});

it('begins, answers and hands in once, whichever tab is first', async () => {
	const { membership, one, two } = await begun();
	expect(two).toEqual(one);
	const [first, second] = await Promise.all([
		keepAnswer(one.id, answer('a'), classroom),
		keepAnswer(one.id, answer('b'), other)
	]);
	expect(second?.answers).toEqual(first?.answers);
	await Promise.all([
		handInWork(one, membership, classroom, how),
		handInWork(one, membership, other, how)
	]);
	const outgoing = await classroom.all('outbox');
	expect(outgoing.map(({ id, state }) => ({ id, state }))).toEqual([
		{ id: one.id, state: 'waiting' }
	]);
	expect((await keepAnswer(one.id, answer('c'), classroom))?.answers).toHaveLength(1);
});

it('leaves nothing of a pupil who leaves, and all of the others', async () => {
	const { membership, one } = await begun();
	await handInWork(one, membership, classroom, how);
	const next = { ...membership, id: idOf('next'), name: 'Leyla' };
	await classroom.put('memberships', next);
	await leave(membership.id, classroom);
	const rows = await Promise.all(STORES.map((name) => classroom.all(name)));
	expect(rows.flat()).toEqual([next]);
});

it('leaves a row of a newer version alone', async () => {
	await classroom.put('memberships', newPlace(anAssignment(), 'Ani', device));
	const db = await openDB(NAME);
	const newer = { v: 2, id: idOf('newer'), anything: true };
	await db.put('memberships', newer);
	expect(await classroom.all('memberships')).toHaveLength(1);
	await expect(
		classroom.change('memberships', newer.id, () => newPlace(anAssignment(), 'Mika', device))
	).rejects.toMatchObject({ problem: 'newer' });
	expect(await db.get('memberships', newer.id)).toEqual(newer);
	db.close();
});
