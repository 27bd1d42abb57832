/** Invented answers for tests of review. */
import fc from 'fast-check';
import { CONFIDENCES, type Attempt } from '../../src/lib/review/attempt.ts';
import { DAY } from '../../src/lib/review/days.ts';
import type { ItemEntry } from '../../src/lib/content/item.ts';

/** Noon of a day, by its number. */
export const noon = (day: number) => (day + 0.5) * DAY;

export const attempt = (item: string, day: number, more: Partial<Attempt> = {}): Attempt => ({
	item,
	revision: 1,
	score: 1,
	shownAt: noon(day) - 30_000,
	at: noon(day),
	...more
});

export const reviewItem = (id: string, more: Partial<ItemEntry> = {}): ItemEntry => ({
	id,
	revision: 1,
	module: 'm1',
	kind: 'choice',
	tests: 'dates',
	disputed: false,
	...more
});

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** A course of a few questions in two modules. */
export const someItems = fc
	.subarray(NAMES, { minLength: 1 })
	.map((ids) => ids.map((id, at) => reviewItem(id, { module: at % 2 ? 'm1' : 'm2' })));

/** A log over a hundred days; some answers are to questions that no course has any more. */
export const someLog = fc.array(
	fc
		.record({
			item: fc.constantFrom(...NAMES, 'gone'),
			revision: fc.constantFrom(1, 1, 1, 2),
			score: fc.constantFrom(0, 0.5, 0.75, 1),
			confidence: fc.constantFrom(undefined, ...CONFIDENCES),
			time: fc.integer({ min: 0, max: 100 * DAY }),
			seconds: fc.integer({ min: 1, max: 900 })
		})
		.map(({ time, seconds, ...rest }) => ({ ...rest, shownAt: time - seconds * 1000, at: time })),
	{ maxLength: 60 }
);
