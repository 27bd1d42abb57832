import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, noon, reviewItem, someItems, someLog } from '../../../tests/support/attempts.ts';
import type { ItemEntry } from '../content/item.ts';
import type { Attempt } from './attempt.ts';
import { dayOf } from './days.ts';
import { foldOf, schedule, statesOf } from './fold.ts';
import { mixed, QUEUE, queueFor, REASONS, type Due, type QueueOptions } from './queue.ts';

const clock = { now: noon(100), offset: 0 };
const today = dayOf(clock.now, clock.offset);

const queue = (
	items: readonly ItemEntry[],
	log: readonly Attempt[],
	options: Partial<QueueOptions> = {}
) => {
	const fold = foldOf(log, clock);
	const all = { ...QUEUE, seed: 's', ...options };
	return queueFor(items, statesOf(items, fold), fold.items, clock, all);
};

describe("today's queue", () => {
	it('has what was wrong with conviction first, each with its reason', () => {
		const items = ['due', 'fresh', 'missed', 'sure', 'later', 'revised'].map((id) =>
			reviewItem(id, { revision: id === 'revised' ? 2 : 1 })
		);
		const log = [
			attempt('due', 50),
			attempt('missed', 96, { score: 0, confidence: 'think' }),
			attempt('sure', 99, { score: 0, confidence: 'sure' }),
			attempt('later', 100),
			attempt('revised', 99)
		];
		expect(queue(items, log).map(({ item, reason }) => [item.id, reason])).toEqual([
			['sure', 'sure-and-wrong'],
			['missed', 'missed'],
			['due', 'due'],
			['revised', 'changed'],
			['fresh', 'new']
		]);
		const whys = queue(items, log).map(({ why }) => why);
		expect(whys[0]).toBe('You were sure of a wrong answer yesterday.');
		expect(whys[1]).toBe('Missed 4 days ago.');
		expect(whys[2]).toMatch(/^Answered 50 days ago; by now known with a chance of \d+ %\.$/);
	});

	it('asks what was changed since it was answered as if it were not answered, and says so', () => {
		const log = [attempt('a', 50, { score: 0, confidence: 'sure' }), attempt('a', 60)];
		const [asked] = queue([reviewItem('a', { revision: 2 })], log);
		expect(asked?.reason).toBe('changed');
		expect(asked?.why).toBe('This question was changed since you answered it.');
		const again = [...log, attempt('a', today, { revision: 2 })];
		expect(queue([reviewItem('a', { revision: 2 })], again)).toEqual([]);
	});

	it('passes over questions taken out of the course, whose answers stay in the log', () => {
		const log = [attempt('gone', 50, { score: 0, confidence: 'sure' }), attempt('stays', 50)];
		const kept = structuredClone(log);
		expect(queue([reviewItem('stays')], log).map(({ item }) => item.id)).toEqual(['stays']);
		expect(schedule([reviewItem('stays')], log, clock).has('gone')).toBe(false);
		expect(log).toEqual(kept);
		// Put back, it is due as it was.
		expect(queue([reviewItem('gone'), reviewItem('stays')], log)[0]?.reason).toBe('sure-and-wrong');
	});

	it('begins no more new questions on a day than it may, those begun earlier counted', () => {
		const items = Array.from({ length: 30 }, (_, at) => reviewItem(`i${at}`));
		expect(queue(items, [], { newPerDay: 10 })).toHaveLength(10);
		const log = items.slice(0, 4).map(({ id }) => attempt(id, today));
		expect(queue(items, log, { newPerDay: 10 })).toHaveLength(6);
	});

	it('leaves no room for new questions while reviews fill it', () => {
		const items = Array.from({ length: 30 }, (_, at) => reviewItem(`i${at}`));
		const log = items.slice(0, 20).map(({ id }) => attempt(id, 1));
		const asked = queue(items, log, { limit: 15 });
		expect(asked).toHaveLength(15);
		expect(asked.every(({ reason }) => reason === 'due')).toBe(true);
	});

	it('asks each question once, only such as the course has, in the order of the reasons', () => {
		fc.assert(
			fc.property(someItems, someLog, fc.integer({ min: 0, max: 9 }), (items, log, limit) => {
				const asked = queue(items, log, { limit });
				const ids = asked.map(({ item }) => item.id);
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids.length).toBeLessThanOrEqual(limit);
				for (const { item } of asked) expect(items).toContain(item);
				const ranks = asked.map(({ reason }) => REASONS.indexOf(reason));
				expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
				expect(queue(items, log, { limit })).toEqual(asked);
			})
		);
	});

	it('puts questions of different modules next to each other', () => {
		const due = (module: string, at: number): Due => ({
			item: reviewItem(`${module}${at}`, { module }),
			reason: 'due',
			why: ''
		});
		const all = [due('a', 1), due('a', 2), due('a', 3), due('b', 1), due('b', 2)];
		expect(mixed(all).map(({ item }) => item.id)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
	});
});
