import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKinds } from '../../quiz/kinds/index.ts';
import { grade } from '../../quiz/session.ts';
import { courseEntries, courseItems, someAnswers } from '../answering.ts';
import type { Assignment } from '../documents/assignment.ts';
import type { Decision, Desk } from '../documents/desk.ts';
import type { HandIn } from '../documents/hand-in.ts';
import { aHandIn, anAssignment, idOf } from '../testing.ts';
import { classTally, gradebook, type ContentItem, type Pupil, type Work } from './gradebook.ts';

await loadKinds();

const content = new Map<string, ContentItem>(
	courseItems.map((item, index) => [item.id, { item, module: courseEntries[index]?.module ?? '' }])
);

/** Two questions of each kind. */
const items = [...new Set(courseItems.map(({ kind }) => kind))].flatMap((kind) =>
	courseItems.filter((item) => item.kind === kind).slice(0, 2)
);
const entries = items.map(({ id, revision }) => ({ id, revision }));
const set = (parts: Partial<Assignment> = {}) => anAssignment({ items: entries, ...parts });
const ids = items.map(({ id }) => id);
const first = ids[0] ?? '';

const handInOf = (name: string, parts: Partial<HandIn> = {}, seed = name): HandIn =>
	aHandIn({
		id: idOf(`${name}/${seed}`),
		member: { id: idOf(name), name },
		answers: someAnswers(items, seed),
		...parts
	});
const record = (decision: Decision, at = 1): Desk => ({
	type: 'who-says-what/desk',
	version: 1,
	id: idOf(`${at}${JSON.stringify(decision)}`),
	at,
	decision
});
const override = (name: string, score: number | null, item = first): Decision => ({
	kind: 'override',
	assignment: idOf('assignment'),
	member: idOf(name),
	item,
	score,
	reason: 'Said it aloud.'
});
const voided = (voided: boolean, item = first): Decision => ({
	kind: 'void',
	assignment: idOf('assignment'),
	item,
	voided,
	reason: 'Misread by all.'
});

const workOf = (handIns: HandIn[], parts: Partial<Work> = {}): Work => ({
	revisions: [set()],
	handIns: handIns.map((document) => ({ document })),
	members: [],
	desk: [],
	...parts
});
const bookOf = (handIns: HandIn[], parts: Partial<Work> = {}) =>
	gradebook(workOf(handIns, parts), content);
const only = (pupils: Pupil[]) => {
	expect(pupils).toHaveLength(1);
	return pupils[0] as Pupil;
};
const cellOf = (pupil: Pupil, item = first) => pupil.cells[ids.indexOf(item)];

describe('the gradebook', () => {
	const names = ['Ani', 'Leyla', 'Nino', 'Zoë'];
	const someWork = fc.record({
		handIns: fc.array(
			fc.tuple(fc.constantFrom(...names), fc.nat(3), fc.nat(50)).map(([name, n, at]) => ({
				document: handInOf(
					name,
					{ handedIn: 1_700_000_700_000 + at, attempt: n + 1 },
					`${name}${n}`
				),
				received: at % 2 ? at : undefined
			})),
			{ maxLength: 8 }
		),
		desk: fc.array(
			fc
				.tuple(
					fc.oneof(
						fc
							.tuple(fc.constantFrom(...names), fc.constantFrom(null, 0, 0.5, 1))
							.map(([name, score]) => override(name, score)),
						fc.boolean().map((value) => voided(value)),
						fc
							.tuple(fc.constantFrom(...names), fc.constantFrom(...names))
							.map(([a, b]): Decision => ({ kind: 'same-pupil', member: idOf(a), as: idOf(b) })),
						fc.constantFrom(...names).map((name): Decision => ({
							kind: 'set-aside',
							handIn: idOf(`${name}/${name}1`),
							aside: true,
							reason: ''
						}))
					),
					fc.nat(5)
				)
				.map(([decision, at]) => record(decision, at)),
			{ maxLength: 8 }
		),
		members: fc.subarray(names.map((name) => ({ id: idOf(name), name: `${name} ${name}` }))),
		revisions: fc.constantFrom(
			[set()],
			[set({ counts: 'last' })],
			[set(), set({ revision: 2, attempts: 2, items: entries.slice(3) })]
		)
	});

	it('is the same whatever came in which order, and however often', () => {
		fc.assert(
			fc.property(someWork, fc.gen(), (work, gen) => {
				const again = <T>(list: readonly T[]) =>
					gen(() => fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 }));
				const other: Work = {
					revisions: again(work.revisions),
					handIns: again(work.handIns),
					members: again(work.members),
					desk: again(work.desk)
				};
				expect(gradebook(other, content)).toEqual(gradebook(work, content));
			})
		);
	});

	it('loses no hand-in, and doubles none', () => {
		fc.assert(
			fc.property(someWork, (work) => {
				const book = gradebook({ ...work, desk: [] }, content);
				const shown = book.pupils.flatMap(({ attempts }) => attempts.map((each) => each.handIn.id));
				const sent = new Set(work.handIns.map(({ document }) => document.id));
				expect(shown.sort()).toEqual([...sent].sort());
			})
		);
	});

	it('grades as the quiz does, and sums by module and skill', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const handIn = handInOf('Ani', {}, seed);
				const book = bookOf([handIn]);
				const pupil = only(book.pupils);
				const scores = handIn.answers.map(
					({ response }, index) => items[index] && grade(items[index], response)?.score
				);
				expect(pupil.cells.map(({ score }) => score)).toEqual(scores);
				const sum = scores.reduce<number>((all, score) => all + (score ?? 0), 0);
				expect(pupil.tally).toEqual({ score: expect.closeTo(sum, 9) as number, of: items.length });
				for (const parts of [pupil.modules, pupil.skills])
					expect(classTally(parts)).toEqual({
						score: expect.closeTo(sum, 9) as number,
						of: items.length
					});
			})
		);
	});

	it('names everybody who joined, in the order of names', () => {
		const members = ['Seat 10', 'Seat 9', 'ani'].map((name) => ({ id: idOf(name), name }));
		const book = bookOf([handInOf('Zoë')], { members });
		expect(book.pupils.map(({ name }) => name)).toEqual(['ani', 'Seat 9', 'Seat 10', 'Zoë']);
		expect(book.pupils[0]).not.toHaveProperty('tally');
		expect(book.pupils[3]).toHaveProperty('tally');
	});

	it('tells two of one name apart, until they are said to be one', () => {
		const handIns = [
			handInOf('Ani'),
			handInOf('other', { member: { id: idOf('other'), name: 'ANI ' } })
		];
		const book = bookOf(handIns);
		expect(book.pupils.map(({ sameName }) => sameName)).toEqual([true, true]);
		const joined: Decision = { kind: 'same-pupil', member: idOf('other'), as: idOf('Ani') };
		const one = only(bookOf(handIns, { desk: [record(joined)] }).pupils);
		expect(one).toMatchObject({ id: idOf('Ani'), sameName: false });
		expect(one.attempts).toHaveLength(2);
		expect(bookOf(handIns, { desk: [record(joined), record({ ...joined, as: null }, 2)] })).toEqual(
			book
		);
	});

	it('needs its assignment', () => {
		expect(() => gradebook({ ...workOf([]), revisions: [] }, content)).toThrow(RangeError);
	});

	it('passes over hand-ins of another assignment', () => {
		expect(bookOf([handInOf('Ani', { assignment: idOf('another') })]).pupils).toEqual([]);
	});

	it('says which hand-in came with two contents, and holds to one of them', () => {
		const one = handInOf('Ani');
		const book = bookOf([{ ...one, handedIn: one.handedIn + 1 }, one]);
		expect(book.conflicts).toEqual([one.id]);
		expect(only(book.pupils).attempts.map(({ handIn }) => handIn)).toEqual([one]);
	});
});

describe('of several attempts', () => {
	const blank = (n: number, parts: Partial<HandIn> = {}) =>
		handInOf('Ani', { attempt: n, answers: [], ...parts }, `blank ${n}`);
	const good = (n: number) => handInOf('Ani', { attempt: n }, 'good');

	it('the best counts, or the last', () => {
		const handIns = [good(1), blank(2)];
		const best = only(bookOf(handIns).pupils);
		expect(best.counted?.number).toBe(1);
		const last = only(bookOf(handIns, { revisions: [set({ counts: 'last' })] }).pupils);
		expect(last.counted?.number).toBe(2);
		expect(last.tally).toEqual({ score: 0, of: items.length });
	});

	it('of equals the first counts', () => {
		const [one, two] = [blank(1), blank(2)];
		expect(only(bookOf([two, one]).pupils).counted?.handIn).toEqual(one);
	});

	it('one too many is shown and never counted', () => {
		const pupil = only(bookOf([blank(1), good(2)], { revisions: [set({ attempts: 1 })] }).pupils);
		expect(pupil.attempts.map(({ beyond }) => beyond)).toEqual([false, true]);
		expect(pupil.counted?.number).toBe(1);
	});

	it('one set aside is not there', () => {
		const aside: Decision = { kind: 'set-aside', handIn: good(2).id, aside: true, reason: '' };
		const pupil = only(bookOf([blank(1), good(2)], { desk: [record(aside)] }).pupils);
		expect(pupil.attempts).toHaveLength(1);
	});
});

describe('time', () => {
	const begun = 1_000_000;
	const timed = (minutes: number) => handInOf('Ani', { begun, handedIn: begun + minutes * 60_000 });
	const flags = (handIn: HandIn, parts: Partial<Assignment>, extra = 0) => {
		const work = { revisions: [set(parts)], extra: new Map([[idOf('Ani'), extra]]) };
		const { late, overtime } = only(bookOf([handIn], work).pupils).counted ?? {};
		return { late, overtime };
	};

	it('flags who was late', () => {
		const closes = begun + 30 * 60_000;
		expect(flags(timed(30), { closes })).toEqual({ late: false, overtime: false });
		expect(flags(timed(30.1), { closes })).toEqual({ late: true, overtime: false });
		expect(flags(timed(1e6), {})).toEqual({ late: false, overtime: false });
	});

	it('flags who took longer, but for the minutes they have more', () => {
		expect(flags(timed(21), { minutes: 20 })).toMatchObject({ overtime: false });
		expect(flags(timed(22), { minutes: 20 })).toMatchObject({ overtime: true });
		expect(flags(timed(30), { minutes: 20 }, 10)).toMatchObject({ overtime: false });
	});
});

describe('what the teacher decides', () => {
	it('puts another score in place, the latest of them, and takes it back', () => {
		const handIns = [handInOf('Ani'), handInOf('Leyla')];
		const before = bookOf(handIns);
		const [ani, leyla] = before.pupils;
		const desk = [record(override('Ani', 0.25), 1), record(override('Ani', 0.75), 2)];
		const after = bookOf(handIns, { desk });
		expect(cellOf(after.pupils[0] as Pupil)).toEqual({
			...cellOf(ani as Pupil),
			score: 0.75,
			override: { reason: 'Said it aloud.', graded: cellOf(ani as Pupil)?.score }
		});
		expect(after.pupils[1]).toEqual(leyla);
		expect(bookOf(handIns, { desk: [...desk, record(override('Ani', null), 3)] })).toEqual(before);
	});

	it('gives points to somebody who handed in nothing', () => {
		const members = [{ id: idOf('Ani'), name: 'Ani' }];
		const pupil = only(bookOf([], { members, desk: [record(override('Ani', 1))] }).pupils);
		expect(pupil.tally).toEqual({ score: 1, of: 1 });
	});

	it('takes a question out for everybody, computes again, and takes that back', () => {
		const handIns = [handInOf('Ani'), handInOf('Leyla')];
		const before = bookOf(handIns);
		const after = bookOf(handIns, { desk: [record(voided(true)), record(override('Ani', 1))] });
		expect(after.questions[0]?.voided).toBe('Misread by all.');
		for (const [index, pupil] of after.pupils.entries()) {
			const score = before.pupils[index]?.cells
				.slice(1)
				.reduce((sum, c) => sum + (c.score ?? 0), 0);
			expect(pupil.tally).toEqual({
				score: expect.closeTo(score ?? -1, 9) as number,
				of: items.length - 1
			});
		}
		expect(bookOf(handIns, { desk: [record(voided(true)), record(voided(false), 2)] })).toEqual(
			before
		);
	});

	it('about another assignment changes nothing here', () => {
		const other = idOf('another');
		const desk = [
			record({ ...override('Ani', 1), assignment: other } as Decision),
			record({ ...voided(true), assignment: other } as Decision)
		];
		expect(bookOf([handInOf('Ani')], { desk })).toEqual(bookOf([handInOf('Ani')]));
	});
});

describe('an edited assignment', () => {
	const revisions = [set(), set({ revision: 2, items: entries.slice(1) })];

	it('is graded against the revision that was answered', () => {
		const book = bookOf([handInOf('Ani'), handInOf('Leyla', { revision: 2 })], { revisions });
		const [ani, leyla] = book.pupils;
		expect([ani?.tally?.of, leyla?.tally?.of]).toEqual([items.length, items.length - 1]);
		const at = book.questions.findIndex(({ id }) => id === first);
		expect(book.questions[at]).toMatchObject({ dropped: true });
		expect([ani?.cells[at]?.state, leyla?.cells[at]?.state]).toEqual(['answered', 'not-asked']);
	});

	it('of a revision that nobody kept is graded by the newest', () => {
		const pupil = only(bookOf([handInOf('Ani', { revision: 7 })], { revisions }).pupils);
		expect(pupil.tally?.of).toBe(items.length - 1);
	});

	it('withdrawn keeps the work', () => {
		const withdrawn = [set(), set({ revision: 2, withdrawn: true })];
		const pupil = only(bookOf([handInOf('Ani')], { revisions: withdrawn }).pupils);
		expect(pupil.tally?.of).toBe(items.length);
	});
});

describe('a question', () => {
	const stateIn = (answer: Partial<HandIn['answers'][number]> | undefined, known = content) => {
		const answers = someAnswers(items.slice(0, 1), 'seed').map((each) => ({ ...each, ...answer }));
		const handIn = handInOf('Ani', { answers: answer ? answers : [] });
		const book = gradebook(workOf([handIn]), known);
		const { state, counts, score } = cellOf(only(book.pupils)) ?? {};
		return { state, counts, score, question: book.questions[0]?.state };
	};
	const without = new Map([...content].filter(([id]) => id !== first));

	it('left out earns nothing', () => {
		expect(stateIn(undefined)).toMatchObject({ state: 'blank', counts: true, score: 0 });
	});

	it('answered with what is no answer to it earns nothing', () => {
		for (const response of [null, 7, 'no such option', { deep: { er: [] } }, ['x']])
			expect(stateIn({ response })).toMatchObject({ state: 'unreadable', counts: true, score: 0 });
	});

	it('answered in another revision is shown and not graded', () => {
		expect(stateIn({ revision: 99 })).toMatchObject({ state: 'revised', counts: false });
	});

	it('that the app no longer has is shown and not graded', () => {
		const gone = { state: 'gone', counts: false, question: 'gone' };
		expect(stateIn({}, without)).toMatchObject(gone);
		expect(stateIn(undefined, without)).toMatchObject(gone);
	});

	it('that the app has in another revision is said to be so', () => {
		const item = content.get(first);
		const newer = new Map(content);
		if (item) newer.set(first, { ...item, item: { ...item.item, revision: 9 } });
		expect(stateIn({}, newer)).toMatchObject({ state: 'revised', question: 'revised' });
		expect(stateIn({ revision: 9 }, newer)).toMatchObject({ state: 'answered' });
	});

	it('that was not set does not count, even if it was answered', () => {
		const more = someAnswers(courseItems.slice(-1), 'seed');
		const handIn = handInOf('Ani');
		const cheating = { ...handIn, answers: [...handIn.answers, ...more] };
		expect(only(bookOf([cheating]).pupils).tally).toEqual(only(bookOf([handIn]).pupils).tally);
	});

	it('answered twice counts by the first answer', () => {
		const handIn = handInOf('Ani');
		const twice = { ...handIn, answers: [...handIn.answers, ...someAnswers(items, 'again')] };
		expect(only(bookOf([twice]).pupils).cells).toEqual(only(bookOf([handIn]).pupils).cells);
	});

	it('in which time ran out is graded as far as it is answered', () => {
		const match = items.find(({ kind }) => kind === 'match');
		const pairs = (match as unknown as { pairs: { id: string; key: string }[] }).pairs;
		const [pair] = pairs;
		const response = pair ? { [pair.id]: pair.key } : {};
		const answers = someAnswers(match ? [match] : [], 's').map((each) => ({ ...each, response }));
		const pupil = only(bookOf([handInOf('Ani', { answers })]).pupils);
		expect(cellOf(pupil, match?.id)).toMatchObject({
			state: 'incomplete',
			score: 1 / pairs.length
		});
	});

	it('whatever its answers hold, never stops the gradebook', () => {
		fc.assert(
			fc.property(fc.array(fc.jsonValue(), { minLength: items.length }), (responses) => {
				const answers = someAnswers(items, 's').map((each, index) => ({
					...each,
					response: responses[index]
				}));
				const { tally } = only(bookOf([handInOf('Ani', { answers })]).pupils);
				expect(tally?.of).toBe(items.length);
				expect(tally?.score).toBeGreaterThanOrEqual(0);
			})
		);
	});
});
