import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOf, isUneven } from './balance.ts';
import type { UsingModule } from './coverage.ts';
import { SIDES } from './kinds.ts';

describe('isUneven', () => {
	const number = fc.nat(200);

	it.each([
		[18, 15, false],
		[19, 15, true],
		[12, 10, false],
		[13, 10, true],
		[2, 1, false],
		[1, 0, false],
		[2, 0, true],
		[0, 0, false]
	])('takes %i to %i as %s', (one, other, expected) => {
		expect(isUneven(one, other)).toBe(expected);
	});

	it('treats the two alike', () => {
		fc.assert(
			fc.property(number, number, (a, b) => {
				expect(isUneven(a, b)).toBe(isUneven(b, a));
			})
		);
	});

	it('lets equal counts and a difference of one pass', () => {
		fc.assert(
			fc.property(number, (a) => {
				expect([isUneven(a, a), isUneven(a, a + 1)]).toEqual([false, false]);
			})
		);
	});

	it('does not become even when the side that has more gets still more', () => {
		fc.assert(
			fc.property(number, number, number, (a, b, more) => {
				fc.pre(isUneven(a, b));
				expect(isUneven(Math.max(a, b) + more, Math.min(a, b))).toBe(true);
			})
		);
	});

	it('stays uneven at any scale', () => {
		fc.assert(
			fc.property(number, number, fc.integer({ min: 1, max: 20 }), (a, b, times) => {
				fc.pre(isUneven(a, b));
				expect(isUneven(a * times, b * times)).toBe(true);
			})
		);
	});
});

describe('balanceOf', () => {
	/** A claim's side is its id without the number. */
	const sideOf = (id: string) => SIDES.find((side) => id.startsWith(side));
	const module = (cited: string[], keyed: string[]): UsingModule => ({
		cards: [{ paragraphs: [[{ claims: cited }]] }],
		items: keyed.map((claim) => ({ claims: [claim] }))
	});

	it('counts keys by side', () => {
		const { keyed } = balanceOf(module([], ['armenia-1', 'armenia-1', 'none-1']), sideOf);
		expect(keyed).toEqual({ armenia: 2, azerbaijan: 0, karabakh: 0, outside: 0, none: 1 });
	});

	it('counts Armenia and the Karabakh authorities together', () => {
		const keyed = ['armenia-1', 'karabakh-1', 'karabakh-2', 'azerbaijan-1'];
		expect(balanceOf(module([], keyed), sideOf).uneven).toBe(true);
		expect(balanceOf(module([], [...keyed, 'azerbaijan-2']), sideOf).uneven).toBe(false);
	});

	it('takes a module for one about both where both are cited, though only one is asked', () => {
		const keyed = ['armenia-1', 'armenia-2'];
		expect(balanceOf(module(['azerbaijan-1'], keyed), sideOf)).toMatchObject({
			aboutBoth: true,
			uneven: true
		});
		expect(balanceOf(module(['outside-1'], keyed), sideOf)).toMatchObject({
			aboutBoth: false,
			uneven: false
		});
	});

	it('treats the two camps alike', () => {
		const swap = (id: string) =>
			id.startsWith('azerbaijan')
				? id.replace('azerbaijan', 'armenia')
				: id.replace(/^(armenia|karabakh)/, 'azerbaijan');
		const ids = fc.array(fc.constantFrom(...SIDES.map((side) => `${side}-1`)), { maxLength: 12 });
		fc.assert(
			fc.property(ids, ids, (cited, keyed) => {
				const { aboutBoth, uneven } = balanceOf(module(cited, keyed), sideOf);
				const other = balanceOf(module(cited.map(swap), keyed.map(swap)), sideOf);
				expect(other).toMatchObject({ aboutBoth, uneven });
			})
		);
	});
});
