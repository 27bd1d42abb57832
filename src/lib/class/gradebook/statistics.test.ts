import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation, meanScore } from './statistics.ts';

const scores = fc.array(fc.constantFrom(0, 0.25, 0.5, 1), { minLength: 1, maxLength: 40 });
const pairs = fc.array(fc.tuple(fc.integer({ max: 9 }), fc.integer({ max: 9 })), {
	minLength: 4,
	maxLength: 40
});

describe('a mean score', () => {
	it('has the interval of Wilson', () => {
		// 10 of 20 and 0 of 10, worked out by hand from the formula.
		expect(meanScore([...Array<number>(10).fill(1), ...Array<number>(10).fill(0)])).toEqual({
			value: 0.5,
			from: expect.closeTo(0.2993, 4) as number,
			to: expect.closeTo(0.7007, 4) as number
		});
		expect(meanScore(Array<number>(10).fill(0)).to).toBeCloseTo(0.2775, 4);
	});

	it('lies within its interval, and that within 0 and 1', () => {
		fc.assert(
			fc.property(scores, (all) => {
				const { value, from, to } = meanScore(all);
				expect(0 <= from && from <= value + 1e-9 && value <= to + 1e-9 && to <= 1).toBe(true);
			})
		);
	});
});

describe('a correlation', () => {
	it('is that of Pearson, with the interval of Fisher', () => {
		// r = 8/10 for these; z = 1.0986, 1.96/sqrt(2) = 1.3859.
		const five = [
			[1, 2],
			[2, 1],
			[3, 4],
			[4, 3],
			[5, 5]
		] as const;
		expect(correlation(five)).toEqual({
			value: expect.closeTo(0.8, 9) as number,
			from: expect.closeTo(Math.tanh(1.0986 - 1.3859), 3) as number,
			to: expect.closeTo(Math.tanh(1.0986 + 1.3859), 3) as number
		});
	});

	it('of ten without any is up to 0.63 by chance, of thirty up to 0.36', () => {
		const square = (n: number) =>
			Array.from({ length: n }, (_, index) => [index % 2, Math.floor(index / 2)] as const);
		expect(correlation(square(10))?.to).toBeCloseTo(0.63, 2);
		expect(correlation(square(30))?.to).toBeCloseTo(0.36, 2);
	});

	it('is the same the other way round, and turns with the sign', () => {
		fc.assert(
			fc.property(pairs, (all) => {
				const one = correlation(all);
				const turned = correlation(all.map(([a, b]) => [b, a] as const));
				const minus = correlation(all.map(([a, b]) => [a, -b] as const));
				expect(turned?.value ?? 0).toBeCloseTo(one?.value ?? 0, 9);
				expect(minus?.value ?? 0).toBeCloseTo(-(one?.value ?? 0), 9);
				if (one) expect(one.from <= one.value && one.value <= one.to).toBe(true);
			})
		);
	});

	it('is none of few, and none where nothing varies', () => {
		expect(correlation([])).toBeUndefined();
		expect(correlation(Array.from({ length: 9 }, (_, index) => [0.1 * 3, index] as const))).toBe(
			undefined
		);
	});
});
