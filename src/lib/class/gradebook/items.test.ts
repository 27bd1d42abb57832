import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlayedItem } from '../../content/item.ts';
import { kinds, loadKinds, type KindName } from '../../quiz/kinds/index.ts';
import { courseItems, someAnswers, someResponse } from '../answering.ts';
import { aHandIn, anAssignment, idOf } from '../testing.ts';
import { choicesFor } from './choices.ts';
import { gradebook, type ContentItem } from './gradebook.ts';
import { difficulties, itemAnalysis, trustIn } from './items.ts';
import { toTalkAbout } from './talk-about.ts';
import type { HandIn } from '../documents/hand-in.ts';
import type { Desk } from '../documents/desk.ts';

await loadKinds();

const content = new Map<string, ContentItem>(
	courseItems.map((item) => [item.id, { item, module: 'm' }])
);
const choices = courseItems.filter(({ kind }) => kind === 'choice').slice(0, 8);

interface Choice {
	options: { id: string; text: string }[];
	keys: string[];
}
const keyOf = (item: PlayedItem) => (item as unknown as Choice).keys[0];
const wrongOf = (item: PlayedItem, which = 0) =>
	(item as unknown as Choice).options.filter(({ id }) => id !== keyOf(item))[which];

/** A pupil with what was right (1), chosen wrongly (0) or left out (-) in each question; S says sure. */
function pupil(name: string, answers: string, sure = ''): HandIn {
	const given = choices.flatMap((item, index) => {
		const mark = answers[index] ?? '-';
		if (mark === '-') return [];
		return {
			item: item.id,
			revision: item.revision,
			response: mark === '1' ? keyOf(item) : wrongOf(item)?.id,
			confidence: sure[index] === 'S' ? ('sure' as const) : ('think' as const),
			shown: 0,
			answered: 1
		};
	});
	return aHandIn({ id: idOf(name), member: { id: idOf(name), name }, answers: given });
}

const figuresOf = (handIns: HandIn[], count = 4, desk: Desk[] = []) => {
	const items = choices.slice(0, count).map(({ id, revision }) => ({ id, revision }));
	const work = {
		revisions: [anAssignment({ items })],
		handIns: handIns.map((document) => ({ document })),
		members: [],
		desk
	};
	const book = gradebook(work, content);
	const figures = itemAnalysis(book);
	// What is worked out by itself is the same as in the whole.
	expect(difficulties(book)).toEqual(figures.map(({ difficulty }) => difficulty));
	return figures;
};

const many = (count: number, answers: (index: number) => string, sure = '') =>
	Array.from({ length: count }, (_, index) => pupil(`Pupil ${index}`, answers(index), sure));

describe('item analysis', () => {
	it('gives the mean score as difficulty, questions left out included', () => {
		const [one, two] = figuresOf([pupil('a', '11'), pupil('b', '01'), pupil('c', '-1')]);
		expect(one).toMatchObject({ pupils: 3, answers: 2 });
		expect(one?.difficulty?.value).toBeCloseTo(1 / 3);
		expect(two?.difficulty?.value).toBe(1);
	});

	it('gives the correlation with the rest, without the question itself', () => {
		// The first question goes with the others; the last goes against them.
		const [first, , , last] = figuresOf(many(12, (index) => (index < 6 ? '1110' : '0001')));
		expect(first?.discrimination?.value).toBeCloseTo(1);
		expect(last?.discrimination?.value).toBeCloseTo(-1);
		expect(last?.discrimination?.to).toBeLessThan(0);
	});

	it('gives none under ten pupils, nor where all answered alike, and says how far to trust it', () => {
		expect(figuresOf(many(9, (n) => (n < 5 ? '1110' : '0001')))[0]).toMatchObject({
			trust: 'too-few'
		});
		expect(figuresOf(many(9, (n) => (n < 5 ? '1110' : '0001')))[0]?.discrimination).toBe(undefined);
		const [alike] = figuresOf(many(12, (n) => (n < 6 ? '1110' : '1001')));
		expect(alike?.discrimination).toBeUndefined();
		expect([1, 9, 10, 29, 30, 1500].map(trustIn)).toEqual([
			'too-few',
			'too-few',
			'rough',
			'rough',
			'fair',
			'fair'
		]);
	});

	it('says what each option drew, with none too', () => {
		const [item] = choices;
		if (!item) throw new Error('No question.');
		const [figures] = figuresOf([
			pupil('a', '1'),
			pupil('b', '0'),
			pupil('c', '0'),
			pupil('d', '-')
		]);
		const { options } = item as unknown as Choice;
		expect(figures?.drawn).toHaveLength(options.length);
		expect(figures?.drawn.slice(0, 2)).toEqual([
			{ part: '', option: wrongOf(item)?.text, right: false, count: 2 },
			{
				part: '',
				option: options.find(({ id }) => id === keyOf(item))?.text,
				right: true,
				count: 1
			}
		]);
		expect(figures?.drawn.at(-1)?.count).toBe(0);
	});

	it('names who was sure and wrong', () => {
		const [figures] = figuresOf([
			pupil('Ani', '0', 'S'),
			pupil('Leyla', '1', 'S'),
			pupil('Nino', '0')
		]);
		expect(figures?.sure).toEqual({ answers: 2, wrong: [{ id: idOf('Ani'), name: 'Ani' }] });
	});

	it('grades no question that counts for nobody, and still shows what was answered', () => {
		const desk: Desk = {
			type: 'who-says-what/desk',
			version: 1,
			id: idOf('void'),
			at: 1,
			decision: {
				kind: 'void',
				assignment: idOf('assignment'),
				item: choices[0]?.id ?? '',
				voided: true,
				reason: ''
			}
		};
		const pupils = [pupil('a', '11'), pupil('b', '01')];
		const [before] = figuresOf(pupils, 4);
		const [figures] = figuresOf(pupils, 4, [desk]);
		expect(figures).not.toHaveProperty('difficulty');
		// What was answered can still be seen.
		expect(figures?.drawn).toEqual(before?.drawn);
		expect(figures).toMatchObject({ pupils: 2, answers: 2 });
	});
});

describe('what was chosen', () => {
	it.each(Object.keys(kinds) as KindName[])('in a %s is told for any answer', (kind) => {
		const items = courseItems.filter((item) => item.kind === kind);
		fc.assert(
			fc.property(fc.constantFrom(...items), fc.string(), (item, seed) => {
				const play = kinds[kind];
				const response = play?.parse(item, someResponse(item, seed));
				const chosen = choicesFor(item).of(item, response);
				const right = play?.score(item, response) === 1;
				expect(chosen.length).toBeGreaterThan(0);
				expect(right ? chosen.every((each) => each.right) : chosen.length > 0).toBe(true);
				if (kind !== 'multi') expect(chosen.every((each) => each.right)).toBe(right);
			})
		);
	});

	it('right is among what could be', () => {
		for (const item of courseItems) {
			const all = choicesFor(item).all(item);
			expect(
				all.some(({ right }) => right),
				item.id
			).toBe(true);
		}
	});
});

describe('the questions to talk about', () => {
	const idsOf = (handIns: HandIn[], count?: number) =>
		toTalkAbout(figuresOf(handIns, count)).map(({ figures }) =>
			choices.findIndex(({ id }) => id === figures.question.id)
		);

	it('are those with most points lost, five at most', () => {
		const rows = ['00000000', '00000001', '10000011', '11000111', '11101111'];
		expect(
			idsOf(
				rows.map((row, index) => pupil(`p${index}`, row)),
				8
			)
		).toEqual([3, 2, 4, 1, 5]);
	});

	it('put what is firmly believed and wrong before what is not known', () => {
		const unsure = many(4, (n) => (n < 3 ? '0011' : '1111'));
		expect(idsOf(unsure)).toEqual([0, 1]);
		const sure = unsure.map((each, index) => pupil(`p${index}`, index < 3 ? '0011' : '1111', ' S'));
		expect(idsOf(sure)).toEqual([1, 0]);
	});

	it('leave out what nobody got wrong', () => {
		expect(idsOf(many(3, () => '1111'))).toEqual([]);
		expect(idsOf([])).toEqual([]);
	});

	it('say which wrong choice drew most, and whether the question may mislead', () => {
		const [worst] = toTalkAbout(figuresOf(many(12, (index) => (index < 9 ? '1110' : '0001'))));
		expect(worst?.suspect).toBe(true);
		expect(worst?.lost).toBeCloseTo(9 / 12);
		expect(worst?.drew).toMatchObject({ right: false, count: 9 });
	});

	it('come from any class without an error', () => {
		const seeds = fc.array(fc.string(), { maxLength: 12 });
		fc.assert(
			fc.property(seeds, (all) => {
				const items = courseItems.slice(0, 30);
				const handIns = all.map((seed, index) =>
					aHandIn({
						id: idOf(`h${index}`),
						member: { id: idOf(`m${index}`), name: `P ${index}` },
						answers: someAnswers(items, seed)
					})
				);
				const work = {
					revisions: [anAssignment({ items: items.map(({ id, revision }) => ({ id, revision })) })],
					handIns: handIns.map((document) => ({ document })),
					members: [],
					desk: []
				};
				const figures = itemAnalysis(gradebook(work, content));
				const talk = toTalkAbout(figures);
				expect(talk.length).toBeLessThanOrEqual(5);
				const needs = talk.map(({ lost, sureAndWrong }) => lost + sureAndWrong);
				expect(needs).toEqual(needs.toSorted((a, b) => b - a));
			})
		);
	});
});
