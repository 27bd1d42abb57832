import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, questions, rightResponse, wrongResponse } from '../../../tests/support/questions.ts';
import { packQuiz } from '../content/packs.ts';
import type { PlayedItem } from '../content/item.ts';
import { passed, sample } from '../../../tests/support/sample-content.ts';
import { arrangedQuiz, grade, newOrder, openers, type QuizOrder } from './session.ts';
import { summarise } from './summary.ts';

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const every = idsOf(pack.items);
const anySeed = fc.string();
const someIds = fc.subarray(every);

const newQuiz = ({ items }: { items: readonly PlayedItem[] }, seed: string, how?: QuizOrder) =>
	arrangedQuiz(items, seed, newOrder(items, items, seed, how));

describe('a new quiz', () => {
	it('asks every question once, the same way for the same seed', () => {
		fc.assert(
			fc.property(anySeed, (seed) => {
				const quiz = newQuiz(pack, seed);
				expect(idsOf(quiz).sort()).toEqual([...every].sort());
				expect(newQuiz(pack, seed)).toEqual(quiz);
			})
		);
	});

	it('asks only what is wanted, with options as they stand in the whole quiz', () => {
		fc.assert(
			fc.property(anySeed, someIds, (seed, only) => {
				const quiz = newQuiz(pack, seed, { only });
				expect(idsOf(quiz).sort()).toEqual([...only].sort());
				expect(newQuiz(pack, seed)).toEqual(expect.arrayContaining(quiz));
			})
		);
	});

	it('begins with a question that came with the page, and the same way without the others', () => {
		fc.assert(
			fc.property(anySeed, (seed) => {
				const [first] = newQuiz(pack, seed);
				expect(idsOf(openers(pack.items))).toContain(first?.id);
				expect(newOrder(openers(pack.items), pack.items, seed)).toEqual(
					newOrder(pack.items, pack.items, seed)
				);
			})
		);
	});

	it('keeps an order that was given', () => {
		expect(newOrder(pack.items, pack.items, 'seed', { ordered: true }).map(({ id }) => id)).toEqual(
			every
		);
	});

	it('comes in another order for another seed', () => {
		const orders = new Set(['a', 'b', 'c', 'd'].map((seed) => idsOf(newQuiz(pack, seed)).join()));
		expect(orders.size).toBe(4);
	});
});

describe('a quiz resumed', () => {
	it('is the quiz that was begun', () => {
		fc.assert(
			fc.property(anySeed, someIds, (seed, only) => {
				const quiz = newQuiz(pack, seed, { only });
				expect(arrangedQuiz(pack.items, seed, quiz)).toEqual(quiz);
			})
		);
	});

	it('leaves out what was revised or taken away, and keeps the order of the others', () => {
		fc.assert(
			fc.property(anySeed, someIds, someIds, (seed, gone, revised) => {
				const quiz = newQuiz(pack, seed);
				const items = pack.items
					.filter(({ id }) => !gone.includes(id))
					.map((item) => (revised.includes(item.id) ? { ...item, revision: 2 } : item));
				const left = quiz.filter(({ id }) => !gone.includes(id) && !revised.includes(id));
				expect(arrangedQuiz(items, seed, quiz)).toEqual(left);
			})
		);
	});

	it('asks a question noted twice once', () => {
		const { choice } = questions;
		expect(idsOf(arrangedQuiz(pack.items, '', [choice, choice]))).toEqual(['q-choice']);
	});
});

describe('grading', () => {
	it('gives one point for the right response to a question of any kind', () => {
		const items = [
			...pack.items,
			...passed(sample).ledger.modules.flatMap((m) => packQuiz(m).items)
		];
		for (const item of newQuiz({ items }, 'seed'))
			expect(grade(item, rightResponse(item))).toMatchObject({ item: item.id, score: 1 });
		expect(items).toHaveLength(20);
	});

	it('gives nothing for a wrong response', () => {
		for (const item of pack.items)
			expect(grade(item, wrongResponse(item))).toMatchObject({ item: item.id, score: 0 });
		expect(pack.items).toHaveLength(10);
	});

	it('takes no response that leaves something out', () => {
		expect(grade(questions.match, { said: 'north' })).toBeUndefined();
		expect(grade(questions.multi, [])).toBeUndefined();
	});

	it('takes any JSON without a fault', () => {
		fc.assert(
			fc.property(fc.constantFrom(...pack.items), fc.jsonValue(), (item, raw) => {
				const score = grade(item, raw)?.score ?? 0;
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(1);
			})
		);
	});
});

describe('the result', () => {
	const anyAnswers = fc
		.subarray(every)
		.chain((ids) =>
			fc.tuple(
				...ids.map((item) =>
					fc.record({ item: fc.constant(item), score: fc.double({ min: 0, max: 1, noNaN: true }) })
				)
			)
		);

	it('counts every question once, in all and by skill', () => {
		fc.assert(
			fc.property(anyAnswers, (answers) => {
				const { score, of, skills, missed } = summarise(pack.items, answers);
				expect(of).toBe(pack.items.length);
				expect(skills.reduce((sum, skill) => sum + skill.of, 0)).toBe(of);
				expect(skills.reduce((sum, skill) => sum + skill.score, 0)).toBeCloseTo(score);
				expect(score).toBeLessThanOrEqual(of);
				expect(missed.length).toBe(of - answers.filter((each) => each.score === 1).length);
			})
		);
	});

	it('names skills by the alphabet, and what was missed in the order asked', () => {
		const answers = [
			{ item: 'q-choice', score: 1 },
			{ item: 'q-number', score: 0.5 }
		];
		const items = [questions.number, questions.cloze, questions.choice];
		expect(summarise(items, answers)).toEqual({
			score: 1.5,
			of: 3,
			skills: [
				{ skill: 'actors', score: 1, of: 2 },
				{ skill: 'numbers', score: 0.5, of: 1 }
			],
			missed: [questions.number, questions.cloze]
		});
	});
});
