import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowed, distance, nearest } from './nearest.ts';

const word = fc.stringMatching(/^[abc]{0,6}$/);
const FAR = 12;

describe('the distance of two words', () => {
	it.each([
		['kelbejer', 'kelbajar', 2],
		['stepanakrt', 'stepanakert', 1],
		['gorsi', 'goris', 1],
		['sok', 'sotk', 1],
		['', 'abc', 3],
		['abc', 'abc', 0]
	])('%s and %s: %i', (one, other, expected) => {
		expect(distance(one, other, FAR)).toBe(expected);
	});

	it('is none only for the same word, and the same both ways', () => {
		fc.assert(
			fc.property(word, word, (one, other) => {
				expect(distance(one, other, FAR) === 0).toBe(one === other);
				expect(distance(one, other, FAR)).toBe(distance(other, one, FAR));
			})
		);
	});

	it('is at least the difference in length, and at most the longer length', () => {
		fc.assert(
			fc.property(word, word, (one, other) => {
				const own = distance(one, other, FAR);
				expect(own).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
				expect(own).toBeLessThanOrEqual(Math.max(one.length, other.length));
			})
		);
	});

	it('says no more than that it is over a limit', () => {
		fc.assert(
			fc.property(word, word, fc.nat(4), fc.boolean(), (one, other, limit, begins) => {
				const own = distance(one, other, FAR, begins);
				expect(distance(one, other, limit, begins)).toBe(Math.min(own, limit + 1));
			})
		);
	});

	it('to a beginning is the least distance to any beginning', () => {
		fc.assert(
			fc.property(word, word, (one, other) => {
				const beginnings = Array.from({ length: other.length + 1 }, (_, at) => other.slice(0, at));
				const least = Math.min(...beginnings.map((beginning) => distance(one, beginning, FAR)));
				expect(distance(one, other, FAR, true)).toBe(least);
			})
		);
	});
});

describe('the nearest words', () => {
	const words = ['goris', 'sotk', 'kapan', 'karabak', 'garabag', 'stepanakert'];

	it('are those at the least distance', () => {
		expect(nearest('gorsi', words, 2)).toEqual(['goris']);
		expect(nearest('karabag', words, 2)).toEqual(['karabak', 'garabag']);
	});

	it('are none where all are further', () => {
		expect(nearest('qqqqq', words, 1)).toEqual([]);
	});

	it('may be longer than what is typed so far', () => {
		expect(nearest('stapan', words, 1)).toEqual([]);
		expect(nearest('stapan', words, 1, true)).toEqual(['stepanakert']);
	});
});

it('allows no mistake in a short word, and never fewer in a longer one', () => {
	expect([2, 3, 4, 6, 7, 12].map(allowed)).toEqual([0, 0, 1, 1, 2, 2]);
});
