import { describe, expect, it } from 'vitest';
import { anAssignment, idOf, seeded } from '../../class/testing.ts';
import { nameMark, type Assignment } from '../../class/documents/assignment.ts';
import { handIn } from '../../class/documents/hand-in.ts';
import { printDocument } from '../../class/documents/document.ts';
import { progress } from '../../class/documents/member.ts';
import type { Given, Membership, Work } from '../rows.ts';
import {
	handInOf,
	lostByLeaving,
	newWork,
	overdue,
	progressOf,
	tasksOf,
	withExtras,
	withOwnExtra
} from './work.ts';
import { chosenName } from './naming.ts';
import { newPlace, placeFor } from './joining.ts';

const device = { now: () => 2_000_000.5, random: seeded('device'), app: 'test' };

const membership: Membership = {
	...newPlace(anAssignment({ class: idOf('class'), className: '9b' }), 'Ani', device),
	standing: 'in'
};
const given = (document: Assignment): Given => ({
	v: 1,
	membership: membership.id,
	id: document.id,
	revision: document.revision,
	document,
	received: 0
});
const answer = { item: 'q-1', revision: 1, response: 'a', shownAt: 2_001_400, at: 2_009_600 };
const work = (parts: Partial<Work> = {}): Work => ({
	v: 1,
	id: idOf('work'),
	membership: membership.id,
	assignment: idOf('assignment'),
	revision: 1,
	attempt: 1,
	seed: 's',
	begun: 2_000_000,
	extra: 0,
	answers: [answer],
	...parts
});
const tasks = (documents: Assignment[], works: Work[] = [], now = 2_000_000) =>
	tasksOf(membership, { memberships: [], given: documents.map(given), works }, now);

describe('what is set', () => {
	it('is the newest revision, and tells what became of the one that is worked on', () => {
		const [task] = tasks(
			[anAssignment({ revision: 2, note: 'new' }), anAssignment({ revision: 1 })],
			[work()]
		);
		expect(task).toMatchObject({ assignment: { revision: 2 }, worked: { revision: 1 } });
		expect(task?.open?.id).toBe(idOf('work'));
		expect(task?.edit).toMatchObject({ note: true, withdrawn: false });
	});

	it('stays with what was done when it is withdrawn', () => {
		const [task] = tasks(
			[anAssignment(), anAssignment({ revision: 2, withdrawn: true })],
			[work()]
		);
		expect(task).toMatchObject({ standing: 'withdrawn', edit: { withdrawn: true } });
		expect(task?.works).toHaveLength(1);
	});

	it('stands with what is open before what is over', () => {
		const over = anAssignment({ id: idOf('over'), closes: 5, at: 9_000_000_000_000 });
		expect(tasks([over, anAssignment()]).map(({ standing }) => standing)).toEqual([
			'open',
			'closed'
		]);
	});

	it('is worked on in attempts that count up', async () => {
		const [task] = tasks([anAssignment({ order: 'shuffled' })], [work({ handedIn: 5 })]);
		if (!task) throw new Error('Nothing is set.');
		const next = await newWork(task, device);
		expect(next).toMatchObject({ attempt: 2, begun: 2_000_000, answers: [] });
		expect(next.seed).toBe(`seed/${membership.id}/2`);
	});
});

describe('leaving', () => {
	const test = anAssignment({ mode: 'test', closes: 3_000_000, title: 'A test' });
	const handedIn = work({ handedIn: 2_500_000 });

	it('loses the result of a test that is not over', () => {
		const lost = { results: ['A test'], begun: [] };
		expect(lostByLeaving(tasks([test], [handedIn]))).toEqual(lost);
		expect(lostByLeaving(tasks([test], [handedIn], 3_000_000)).results).toEqual([]);
		expect(lostByLeaving(tasks([anAssignment()], [handedIn])).results).toEqual([]);
		expect(lostByLeaving(tasks([test])).results).toEqual([]);
	});

	it('loses what is begun and not handed in', () => {
		expect(lostByLeaving(tasks([test], [work()]))).toEqual({ results: [], begun: ['A test'] });
	});
});

describe('time', () => {
	it('is what the pupil has, by the newest revision and by the one that is worked on', async () => {
		const extra = async (minutes: number) => [
			{ who: await nameMark(idOf('assignment'), 'Ani'), minutes }
		];
		const rows = [
			anAssignment({ minutes: 10, extra: await extra(5) }),
			anAssignment({ minutes: 10, revision: 2, extra: await extra(8) })
		].map(given);
		const held = await withOwnExtra({ memberships: [membership], given: rows });
		const [task] = tasksOf(membership, { memberships: [], given: held, works: [work()] }, 5);
		expect(task).toMatchObject({ extra: 8, extraBefore: 5 });
		const [fresh] = tasksOf(membership, { memberships: [], given: held, works: [] }, 5);
		expect(fresh).toMatchObject({ extra: 8, extraBefore: 8 });
	});

	const MINUTE = 60_000;
	const timed = anAssignment({ minutes: 10 });
	const end = 2_000_000 + 10 * MINUTE;
	const upAt = (now: number, open = work(), document = timed) =>
		overdue(tasks([document], [open]), () => now).map((each) => each.end);

	it('is up for an attempt that is worked on, at its end and not before', () => {
		expect(upAt(end - 1)).toEqual([]);
		expect(upAt(end)).toEqual([end]);
		expect(upAt(end + 60 * MINUTE)).toEqual([end]);
		expect(upAt(end, work({ extra: 5 }))).toEqual([]);
		expect(upAt(end, work({ handedIn: 2_000_001 }))).toEqual([]);
		expect(upAt(end, work(), anAssignment())).toEqual([]);
		expect(upAt(end, work(), anAssignment({ minutes: 10, closes: end - MINUTE }))).toEqual([
			end - MINUTE
		]);
	});

	it('is more for a pupil whom a later revision names, as long as the attempt is open', async () => {
		const who = await nameMark(timed.id, 'Ani');
		const later = { ...timed, revision: 2, extra: [{ who, minutes: 7 }] };
		const extras = async (documents: Assignment[], open = work()) => {
			const kept = { memberships: [membership], given: documents.map(given), works: [open] };
			return (await withExtras(kept)).map(({ extra }) => extra);
		};
		expect(await extras([timed, later])).toEqual([7]);
		expect(await extras([timed])).toEqual([0]);
		expect(await extras([timed, later], work({ handedIn: 2_000_001 }))).toEqual([0]);
		expect(await extras([later, { ...timed, revision: 3 }], work({ extra: 7 }))).toEqual([0]);
	});
});

describe('what is told to the teacher', () => {
	it('is a hand-in that everybody can read, with times in seconds after the beginning', () => {
		const document = handInOf(work(), membership, 2_020_000.7, 'test');
		expect(() => printDocument(handIn, document)).not.toThrow();
		expect(document).toMatchObject({
			id: idOf('work'),
			class: idOf('class'),
			handedIn: 2_020_000,
			answers: [{ shown: 1, answered: 10 }]
		});
	});

	it('holds when the clock was set back meanwhile', () => {
		const late = work({ answers: [{ ...answer, shownAt: 5, at: 7 }] });
		const document = handInOf(late, membership, 1, 'test');
		expect(() => printDocument(handIn, document)).not.toThrow();
		expect(document).toMatchObject({ handedIn: 2_000_000, answers: [{ shown: 0, answered: 0 }] });
	});

	it('is how far each attempt is', () => {
		const document = progressOf(membership, tasks([anAssignment()], [work()]), 7.5);
		expect(() => printDocument(progress, document)).not.toThrow();
		expect(document.work).toMatchObject([{ answered: 1, of: 1, attempt: 1 }]);
		expect(document.work[0]).not.toHaveProperty('handIn');
	});
});

describe('a place in a class', () => {
	it('is the one that the device has, not one that it was put out of', () => {
		const document = anAssignment({ class: idOf('class') });
		expect(placeFor(document, [membership])).toBe(membership);
		expect(placeFor(document, [{ ...membership, standing: 'out' }])).toBeUndefined();
		expect(placeFor(anAssignment(), [membership])).toBeUndefined();
	});

	it('has a name of the list, a seat or a nickname', () => {
		expect(chosenName({ by: 'list', names: ['Ani'] }, 'Ani')).toBe('Ani');
		expect(() => chosenName({ by: 'list', names: ['Ani'] }, 'Mika')).toThrow(/list/);
		expect(chosenName({ by: 'seat', seats: 30 }, ' 7 ')).toBe('Seat 7');
		expect(() => chosenName({ by: 'seat', seats: 30 }, '31')).toThrow(/1 to 30/);
		expect(() => chosenName({ by: 'seat', seats: 30 }, '0')).toThrow(/1 to 30/);
		expect(chosenName({ by: 'nickname' }, ' Leyla  M ')).toBe('Leyla M');
		expect(() => chosenName({ by: 'nickname' }, ' ')).toThrow();
	});
});
