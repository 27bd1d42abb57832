import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABEL_SIDES } from '#lib/content/map.ts';
import { labelPlace, linesOf } from './marks.ts';

const number = (length: string | undefined) => Number.parseFloat(length ?? '');

describe('where a name stands', () => {
	it('leaves its mark free, on the side that is asked for', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 3 }),
				fc.double({ min: 0.3, max: 2, noNaN: true }),
				(count, clear) => {
					const near = clear - 0.01;
					expect(number(labelPlace('left', count, clear).x)).toBeLessThanOrEqual(-near);
					expect(number(labelPlace('right', count, clear).x)).toBeGreaterThanOrEqual(near);
					expect(number(labelPlace('above', count, clear).lines.at(-1))).toBeLessThanOrEqual(-near);
					expect(number(labelPlace('below', count, clear).lines[0])).toBeGreaterThanOrEqual(near);
				}
			)
		);
	});

	it('has a line under the other, as many as the name has', () => {
		for (const side of LABEL_SIDES) {
			const lines = labelPlace(side, 2, 1).lines.map(number);
			expect(lines).toHaveLength(2);
			expect(lines[1]).toBeCloseTo((lines[0] ?? 0) + 1.1);
		}
	});
});

it('gives each of two local names a line', () => {
	expect(linesOf('Martuni / Khojavend')).toEqual(['Martuni /', 'Khojavend']);
	expect(linesOf('Goris')).toEqual(['Goris']);
});
