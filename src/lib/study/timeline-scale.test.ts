import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleOf } from './timeline-scale.ts';

const dates = fc.array(
	fc.constantFrom(
		'198X',
		'2020-09/2020-11',
		'2020-11',
		'2022-01-10',
		'2022-01-11/2022-01-12',
		'2022-09-13',
		'2023-06',
		'unknown'
	),
	{ maxLength: 30 }
);
const entries = dates.map((all) => all.map((when, index) => ({ id: String(index), when })));

describe('the drawing to scale', () => {
	it('holds every dated entry once, within its edges', () => {
		fc.assert(
			fc.property(entries, (all) => {
				const { bars } = scaleOf(all);
				const dated = all.filter(({ when }) => when !== 'unknown').map(({ id }) => id);
				expect(bars.map(({ id }) => id).sort()).toEqual(dated.sort());
				for (const { x, width } of bars)
					expect([x >= 0, x + width <= 100.001]).toEqual([true, true]);
			})
		);
	});

	it('lets no bars of one row touch', () => {
		fc.assert(
			fc.property(entries, (all) => {
				const { bars, rows } = scaleOf(all);
				for (const a of bars) {
					expect(a.row).toBeLessThan(rows);
					const beside = bars.filter((b) => b !== a && b.row === a.row);
					for (const b of beside)
						expect(a.x + a.width <= b.x + 0.001 || b.x + b.width <= a.x + 0.001).toBe(true);
				}
			})
		);
	});

	it('draws a date as long as it may be', () => {
		const { bars } = scaleOf([
			{ id: 'month', when: '2022-01' },
			{ id: 'days', when: '2022-01-11/2022-01-20' }
		]);
		expect(bars.map(({ id, width }) => [id, Math.round((width * 31) / 100)])).toEqual([
			['month', 31],
			['days', 10]
		]);
	});

	it.each([
		['198X', '2023-06', ['1980', '1990', '2000', '2010', '2020']],
		['2022-12', '2023-02-03', ['Dec', 'Jan 2023', 'Feb']],
		['2022-01-10', '2022-01-12', ['10 Jan']]
	])('from %s to %s has its ticks', (from, to, labels) => {
		const { ticks } = scaleOf([
			{ id: 'a', when: from },
			{ id: 'b', when: to }
		]);
		expect(ticks.map(({ label }) => label)).toEqual(labels);
	});

	it('of nothing is empty', () => {
		expect(scaleOf([{ id: 'a', when: 'unknown' }])).toEqual({ bars: [], rows: 0, ticks: [] });
	});
});
