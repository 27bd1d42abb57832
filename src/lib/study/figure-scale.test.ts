import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../content/records.ts';
import {
	amountAxis,
	axisOf,
	clockAxis,
	outlierAbove,
	placeOf,
	sizeOf,
	type FigureSize
} from './figure-scale.ts';

const figure = (own: Partial<Figure>): Figure => ({ words: '', times: 1, claims: ['x'], ...own });
const amounts = fc.integer({ min: 0, max: 10_000_000 });

describe('the size of a figure', () => {
	it.each<[string, Partial<Figure>, FigureSize]>([
		['a number', { is: 3 }, { kind: 'exact', start: 0, end: 3 }],
		['zero', { is: 0 }, { kind: 'exact', start: 0, end: 0 }],
		['at least', { from: 49 }, { kind: 'floor', start: 0, end: 49 }],
		['nearly', { to: 100 }, { kind: 'ceiling', start: 0, end: 100 }],
		['about', { about: 30_000 }, { kind: 'about', start: 0, end: 30_000 }],
		['a range', { from: 2, to: 5 }, { kind: 'range', start: 2, end: 5 }],
		['weeks in days', { is: 6, times: 7 }, { kind: 'exact', start: 0, end: 42 }],
		['an hour', { at: '09:30' }, { kind: 'hour', start: 9.5, end: 9.5 }],
		['midnight', { at: '00:00' }, { kind: 'hour', start: 0, end: 0 }],
		['no number', {}, { kind: 'none', start: 0, end: 0 }]
	])('is read from %s', (_, own, size) => {
		expect(sizeOf(figure(own))).toEqual(size);
	});
});

describe('an axis of amounts', () => {
	it.each([
		[0, ['0', '1']],
		[1, ['0', '1']],
		[2, ['0', '1', '2']],
		[3, ['0', '1', '2', '3']],
		[5, ['0', '2', '4', '6']],
		[12, ['0', '5', '10', '15']],
		[44, ['0', '25', '50']],
		[100, ['0', '25', '50', '75', '100']],
		[1960, ['0', '500', '1,000', '1,500', '2,000']],
		[6500, ['0', '2,500', '5,000', '7,500']],
		[30_000, ['0', '10,000', '20,000', '30,000']],
		[65_000, ['0', '25,000', '50,000', '75,000']]
	])('up to %d has steps that people count in', (max, labels) => {
		expect(amountAxis(max).ticks.map(({ label }) => label)).toEqual(labels);
	});

	it('holds every amount, begins at zero and wastes less than half', () => {
		fc.assert(
			fc.property(amounts, (max) => {
				const { top, ticks } = amountAxis(max);
				expect(top).toBeGreaterThanOrEqual(max);
				expect(top).toBeLessThanOrEqual(Math.max(1, max * 2));
				expect([ticks[0]?.at, ticks.at(-1)?.at]).toEqual([0, 100]);
			})
		);
	});

	it('is linear: each label stands where its number does', () => {
		fc.assert(
			fc.property(amounts, (max) => {
				const { top, ticks } = amountAxis(max);
				expect(ticks.length).toBeLessThanOrEqual(5);
				for (const { at, label } of ticks)
					expect(Number(label.replaceAll(',', ''))).toBeCloseTo((at * top) / 100, 5);
			})
		);
	});

	it('keeps its ends, and a label in the very middle, where there is little room', () => {
		const kept = (max: number) =>
			amountAxis(max)
				.ticks.filter(({ minor }) => !minor)
				.map(({ label }) => label);
		expect(kept(100)).toEqual(['0', '50', '100']);
		expect(kept(3)).toEqual(['0', '3']);
	});
});

it('shows the first half of a day, and the rest of it only where an hour needs it', () => {
	expect(clockAxis(9).ticks.map(({ label }) => label)).toEqual([
		'00:00',
		'03:00',
		'06:00',
		'09:00',
		'12:00'
	]);
	expect(clockAxis(12.5).top).toBe(24);
});

describe('a place on the axis', () => {
	const size = (end: number): FigureSize => ({ kind: 'exact', start: 0, end });

	it('lies within it, and in the order of the amounts', () => {
		fc.assert(
			fc.property(fc.array(amounts, { minLength: 2 }), (all) => {
				const axis = axisOf(all.map(size), false);
				const ends = [...all]
					.sort((a, b) => a - b)
					.map((end) => axis && placeOf(size(end), axis).end);
				expect(ends).toEqual([...ends].sort((a = 0, b = 0) => a - b));
				for (const end of ends) {
					expect(end).toBeGreaterThanOrEqual(0);
					expect(end).toBeLessThanOrEqual(100);
				}
			})
		);
	});

	it('is as long as the amount is large', () => {
		expect(placeOf(size(7500), { top: 75_000, ticks: [] })).toEqual({ start: 0, end: 10 });
	});

	it('is on no axis where there is no number', () => {
		expect(axisOf([sizeOf(figure({}))], false)).toBeUndefined();
	});
});

describe('an outlier', () => {
	const sizes = (...ends: number[]) => ends.map((is) => sizeOf(figure({ is })));

	it('is five times the next figure or more', () => {
		expect(outlierAbove(sizes(65_000, 6500, 6500))).toBe(6500);
		expect(outlierAbove(sizes(100, 20))).toBe(20);
	});

	it('is not there where figures lie closer, or only one has a number', () => {
		expect(outlierAbove(sizes(49, 50, 100))).toBeUndefined();
		expect(outlierAbove([...sizes(65_000), sizeOf(figure({}))])).toBeUndefined();
	});

	it('is neither above a printed zero nor among hours', () => {
		expect(outlierAbove(sizes(0, 3))).toBeUndefined();
		expect(outlierAbove(['00:05', '09:00'].map((at) => sizeOf(figure({ at }))))).toBeUndefined();
	});
});
