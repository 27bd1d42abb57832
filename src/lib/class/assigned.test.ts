import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKinds } from '../quiz/kinds/index.ts';
import { courseItems } from './answering.ts';
import {
	assignedQuestions,
	attemptsLeft,
	editOf,
	endOf,
	seedOf,
	showsFeedback,
	standing
} from './assigned.ts';
import { anAssignment, idOf } from './testing.ts';

await loadKinds();

const some = fc.shuffledSubarray(courseItems, { minLength: 1, maxLength: 30 });
const entries = (items: typeof courseItems) => items.map(({ id, revision }) => ({ id, revision }));
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('the questions of a pupil', () => {
	const ask = (
		items: typeof courseItems,
		order: 'same' | 'shuffled',
		name: string,
		attempt = 1
	) => {
		const set = anAssignment({ items: entries(items), order });
		return assignedQuestions(set, courseItems, seedOf(set, idOf(name), attempt));
	};

	it('stand in the teacher’s order for all alike, options too', () => {
		fc.assert(
			fc.property(some, (items) => {
				const { questions, changed } = ask(items, 'same', 'Ani');
				expect(ids(questions)).toEqual(ids(items));
				expect(changed).toEqual([]);
				expect(ask(items, 'same', 'Leyla', 2).questions).toEqual(questions);
			})
		);
	});

	it('are shuffled for each pupil, all of them, and the same when opened again', () => {
		fc.assert(
			fc.property(some, (items) => {
				const { questions } = ask(items, 'shuffled', 'Ani');
				expect(ids(questions).sort()).toEqual(ids(items).sort());
				expect(ask(items, 'shuffled', 'Ani').questions).toEqual(questions);
			})
		);
		const items = courseItems.slice(0, 20);
		const orders = ['Ani', 'Leyla', 'Nino'].map((name) =>
			ids(ask(items, 'shuffled', name).questions).join()
		);
		const again = ids(ask(items, 'shuffled', 'Ani', 2).questions).join();
		expect(new Set([...orders, again]).size).toBe(4);
	});

	it('are those the content has, and it is said which changed', () => {
		const [first, second] = courseItems;
		const items = [
			{ id: first?.id ?? '', revision: (first?.revision ?? 1) + 1 },
			{ id: 'never-there', revision: 1 },
			{ id: second?.id ?? '', revision: second?.revision ?? 1 }
		];
		for (const order of ['same', 'shuffled'] as const) {
			const { questions, changed } = assignedQuestions({ items, order }, courseItems, 'seed');
			expect(ids(questions).sort()).toEqual([first?.id, second?.id].sort());
			expect(changed).toEqual([
				{ id: first?.id, how: 'revised' },
				{ id: 'never-there', how: 'gone' }
			]);
		}
		expect(
			assignedQuestions({ items: [], order: 'shuffled' }, courseItems, 'seed').questions
		).toEqual([]);
	});
});

describe('time', () => {
	const begun = 1_000_000;
	it('ends with the minutes or with the assignment, whichever is first', () => {
		expect(endOf({}, { begun, extra: 10 })).toBeUndefined();
		expect(endOf({ minutes: 20 }, { begun, extra: 0 })).toBe(begun + 20 * 60_000);
		expect(endOf({ minutes: 20 }, { begun, extra: 10 })).toBe(begun + 30 * 60_000);
		expect(endOf({ closes: 5_000_000 }, { begun, extra: 10 })).toBe(5_000_000);
		expect(endOf({ closes: begun + 1, minutes: 20 }, { begun, extra: 10 })).toBe(begun + 1);
	});

	it('opens and closes', () => {
		const set = anAssignment({ opens: 10, closes: 20, attempts: 2 });
		expect([9, 10, 19, 20].map((now) => standing(set, now, 0))).toEqual([
			'not-yet',
			'open',
			'open',
			'closed'
		]);
		expect(standing(set, 15, 1)).toBe('open');
		expect(standing(set, 15, 2)).toBe('used-up');
		expect(standing({ ...set, withdrawn: true }, 15, 0)).toBe('withdrawn');
		expect(standing(anAssignment(), 1e12, 1000)).toBe('open');
	});

	it('leaves so many attempts', () => {
		expect([0, 1, 2, 3].map((n) => attemptsLeft({ attempts: 2 }, n))).toEqual([2, 1, 0, 0]);
		expect(attemptsLeft({}, 50)).toBe(Infinity);
	});
});

describe('feedback', () => {
	it('comes at once in practice', () => {
		expect(showsFeedback(anAssignment({ mode: 'practice' }), 0, 0)).toBe(true);
	});

	it('comes in a test when it has closed, and not to those who have handed in', () => {
		const test = anAssignment({ mode: 'test', closes: 20, attempts: 1 });
		expect(showsFeedback(test, 19, 1)).toBe(false);
		expect(showsFeedback(test, 20, 0)).toBe(true);
	});

	it('comes in a test that never closes when no attempt is left', () => {
		const test = anAssignment({ mode: 'test', attempts: 2 });
		expect([0, 1, 2].map((n) => showsFeedback(test, 0, n))).toEqual([false, false, true]);
		expect(showsFeedback(anAssignment({ mode: 'test' }), 0, 99)).toBe(false);
	});
});

describe('an edit', () => {
	const before = anAssignment({ items: entries(courseItems.slice(0, 3)) });

	it('is told as what it is', () => {
		const after = { ...before, items: entries(courseItems.slice(1, 5)), closes: 9, revision: 2 };
		expect(editOf(before, after)).toEqual({
			withdrawn: false,
			restored: false,
			added: 2,
			dropped: 1,
			rules: ['closes'],
			note: false
		});
		expect(editOf(before, { ...before, withdrawn: true })).toMatchObject({ withdrawn: true });
		expect(editOf({ ...before, withdrawn: true }, before)).toMatchObject({ restored: true });
	});

	it('of nothing that concerns a pupil is none', () => {
		expect(editOf(before, { ...before, revision: 2, at: 5 })).toBeUndefined();
	});
});
