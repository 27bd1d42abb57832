import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapPack } from '../../../tests/support/map.ts';
import { BOUNDS, isWithin, MAP_WINDOWS, shareOf, tooClose, windowFor, type Point } from './map.ts';

const SOTK: Point = [40.203, 45.865];
const KALBAJAR: Point = [40.107, 46.038];
const BAKU: Point = [40.378, 49.892];
const BRUSSELS: Point = [50.85, 4.349];

const anyPoint = fc.tuple(
	fc.double({ min: 38, max: 43, noNaN: true }),
	fc.double({ min: 43, max: 51, noNaN: true })
);

describe('a window', () => {
	it('shows what lies in it, and nothing without a point', () => {
		const shown = [SOTK, BAKU, BRUSSELS, undefined].map((point) =>
			MAP_WINDOWS.filter((window) => isWithin(window, point))
		);
		expect(shown).toEqual([['caucasus', 'border'], ['caucasus'], [], []]);
	});

	it('is shown by the whole map', () => {
		fc.assert(
			fc.property(anyPoint, (point) => {
				if (isWithin('border', point)) expect(isWithin('caucasus', point)).toBe(true);
				else expect(windowFor([point])).toBe('caucasus');
			})
		);
	});

	it('is the closer one where that shows everything', () => {
		expect(windowFor([SOTK, KALBAJAR])).toBe('border');
		expect(windowFor([SOTK, BAKU])).toBe('caucasus');
	});
});

describe('two places', () => {
	it('can be pressed one by one in the closer window, and not in the whole map', () => {
		expect(tooClose('border', SOTK, KALBAJAR)).toBe(false);
		expect(tooClose('caucasus', SOTK, KALBAJAR)).toBe(true);
		expect(tooClose('caucasus', SOTK, BAKU)).toBe(false);
	});

	it('lie equally close from either side, and closer in the whole map', () => {
		fc.assert(
			fc.property(anyPoint, anyPoint, (one, other) => {
				for (const window of MAP_WINDOWS)
					expect(tooClose(window, one, other)).toBe(tooClose(window, other, one));
				if (tooClose('border', one, other)) expect(tooClose('caucasus', one, other)).toBe(true);
			})
		);
	});
});

describe('a share', () => {
	it('is counted from the upper left corner of the window', () => {
		expect(shareOf(mapPack, 'border', [100, 100])).toEqual([0, 0]);
		expect(shareOf(mapPack, 'border', [150, 175])).toEqual([50, 75]);
		expect(shareOf(mapPack, 'caucasus', [400, 300])).toEqual([100, 100]);
	});

	it('is none outside', () => {
		expect(shareOf(mapPack, 'border', [99, 150])).toBeUndefined();
		expect(shareOf(mapPack, 'border', [150, 201])).toBeUndefined();
	});

	it('belongs to windows that have a size', () => {
		for (const { west, south, east, north } of Object.values(BOUNDS)) {
			expect(east).toBeGreaterThan(west);
			expect(north).toBeGreaterThan(south);
		}
	});
});
