import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, noon, reviewItem, someItems, someLog } from '../../../tests/support/attempts.ts';
import { dayOf } from './days.ts';
import type { Attempt } from './attempt.ts';
import { schedule } from './fold.ts';
import { chanceOn, next, type Clock, type ItemState } from './schedule.ts';

function stateOf([first, ...rest]: [Attempt, ...Attempt[]], clock: Clock): ItemState {
	return rest.reduce((state, each) => next(state, each, clock), next(undefined, first, clock));
}

const at = (day: number) => ({ now: noon(day), offset: 0 });
const item = reviewItem('a');

describe('the schedule', () => {
	it('asks a missed question again the next day', () => {
		const state = stateOf([attempt('a', 10, { score: 0 })], at(10));
		expect(state).toMatchObject({ due: 11, answers: 1, lastDay: 10, firstDay: 10 });
	});

	it('lets more time pass after each right answer', () => {
		const first = stateOf([attempt('a', 10)], at(10));
		const second = stateOf([attempt('a', 10), attempt('a', first.due)], at(first.due));
		expect(first.due).toBeGreaterThan(10);
		expect(second.due - second.lastDay).toBeGreaterThan(first.due - first.lastDay);
	});

	it('brings back what was wrong with conviction within a week, twice', () => {
		const wrong = attempt('a', 10, { score: 0, confidence: 'sure' });
		const easy = { confidence: 'sure', shownAt: noon(11) - 1000 } as const;
		const once = stateOf([attempt('a', 0), attempt('a', 1), wrong, attempt('a', 11, easy)], at(11));
		expect(once.sureAndWrong).toBe(true);
		expect(once.due - 11).toBeLessThanOrEqual(7);
		const twice = stateOf([wrong, attempt('a', 11), attempt('a', 14)], at(14));
		expect(twice.sureAndWrong).toBe(false);
	});

	it('is due when the chance of still knowing has fallen to about 90 %', () => {
		const state = stateOf([attempt('a', 0), attempt('a', 3), attempt('a', 10)], at(10));
		expect(chanceOn(state, state.lastDay)).toBe(1);
		expect(chanceOn(state, state.due)).toBeCloseTo(0.9, 1);
		expect(chanceOn(state, state.due + 100)).toBeLessThan(chanceOn(state, state.due));
	});

	it('takes answers from a clock that was a year ahead as given now', () => {
		const state = stateOf([attempt('a', 10), attempt('a', 375)], at(10));
		expect(state.lastDay).toBe(10);
		expect(state.due).toBeLessThan(60);
	});

	it('goes by what is answered after a clock was put right', () => {
		const wrong = { score: 0, confidence: 'sure' } as const;
		const ahead = attempt('a', 375, wrong);
		const log = [attempt('a', 1), ahead, attempt('a', 10), attempt('a', 12)];
		const state = schedule([item], log, at(12)).get('a');
		expect(state?.last.score).toBe(1);
		expect(state?.sureAndWrong).toBe(false);
		expect(state?.due).toBeGreaterThan(13);
		expect(state?.firstDay).toBe(1);
	});

	it('asks at once what was missed while the clock was ahead', () => {
		for (const today of [10, 11, 100])
			expect(stateOf([attempt('a', 375, { score: 0 })], at(today)).due).toBe(today);
	});

	it('keeps what is known while the clock is a year behind', () => {
		const log = [attempt('a', 375), attempt('a', 380), attempt('b', 376, { score: 0 })];
		const items = [item, reviewItem('b')];
		const behind = schedule(items, log, at(16));
		expect(behind.get('a')).toMatchObject({ answers: 2, lastDay: 16 });
		expect(behind.get('a')?.due).toBeGreaterThan(16);
		expect(behind.get('b')?.due).toBe(16);
		const again = schedule(items, [...log, attempt('b', 16)], at(16)).get('b');
		expect(again?.last.score).toBe(1);
		expect(again?.due).toBeGreaterThan(16);
	});

	it('counts only answers to the revision that stands', () => {
		const revised = reviewItem('a', { revision: 2 });
		expect(schedule([revised], [attempt('a', 1)], at(9)).size).toBe(0);
		const states = schedule([revised], [attempt('a', 1), attempt('a', 2, { revision: 2 })], at(9));
		expect(states.get('a')?.answers).toBe(1);
	});

	it('does not depend on the order in which the log is read', () => {
		fc.assert(
			fc.property(someItems, someLog, (items, log) => {
				const distinct = log.filter(
					(one, index) => log.findIndex((other) => other.at === one.at) === index
				);
				expect(schedule(items, [...distinct].reverse(), at(100))).toEqual(
					schedule(items, distinct, at(100))
				);
			})
		);
	});

	it('knows every item that was answered, and puts none in the past of its last answer', () => {
		fc.assert(
			fc.property(someItems, someLog, (items, log) => {
				const states = schedule(items, log, at(100));
				const answered = items.filter(({ id, revision }) =>
					log.some((each) => each.item === id && each.revision === revision)
				);
				expect([...states.keys()].sort()).toEqual(answered.map(({ id }) => id).sort());
				for (const state of states.values()) {
					expect(state.due).toBeGreaterThan(state.lastDay);
					expect(state.due - state.lastDay).toBeLessThanOrEqual(365);
					expect(state.stability).toBeGreaterThan(0);
				}
			})
		);
	});

	it('begins a day at local midnight', () => {
		const lateInYerevan = noon(10) + 9 * 3_600_000;
		expect(dayOf(lateInYerevan, 0)).toBe(10);
		expect(dayOf(lateInYerevan, 240)).toBe(11);
		const own = { now: lateInYerevan, offset: 240 };
		expect(stateOf([attempt(item.id, 0, { at: lateInYerevan })], own).lastDay).toBe(11);
	});
});
