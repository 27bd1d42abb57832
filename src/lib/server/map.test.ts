import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MAP_WINDOWS, shareOf, type MapPack, type Spot } from '../content/map.ts';
import { readContent } from './content-files.ts';
import { ARMENIA, AZERBAIJAN, Shapes } from './map-shapes.ts';
import { packMap, project } from './map.ts';

const GEORGIA = '268';
const { places } = readContent('content').ledger;
const shapes = new Shapes();
const pack = packMap(places.values());

const COUNTRIES: Record<string, string[]> = {
	[ARMENIA]: ['goris', 'jermuk', 'kapan', 'sotk', 'yerevan'],
	[AZERBAIJAN]: [
		'baku',
		'dashkesan',
		'kalbajar',
		'lachin',
		'martuni-khojavend',
		'stepanakert-khankendi',
		'taghavard'
	],
	[GEORGIA]: ['tbilisi']
};

/** Corners of the exclaves from Soviet times, latitude first. */
const EXCLAVES = [
	{ around: ARMENIA, from: [41.02, 44.96], to: [41.08, 45.03] },
	{ around: ARMENIA, from: [40.97, 45.18], to: [41.0, 45.22] },
	{ around: AZERBAIJAN, from: [40.6, 45.47], to: [40.66, 45.56] }
] as const;

/** Every spot of a path. */
function spotsOf(path: string): Spot[] {
	let [x, y] = [0, 0];
	return [...path.matchAll(/([Ml])(-?\d+) ?(-?\d+)/g)].map(([, step, across, down]) => {
		const from = step === 'M' ? [0, 0] : [x, y];
		[x, y] = [(from[0] ?? 0) + Number(across), (from[1] ?? 0) + Number(down)];
		return [x, y];
	});
}

describe('the points of the map', () => {
	it.each(Object.entries(COUNTRIES))('lie in the country %s', (country, ids) => {
		const found = ids.map((id) => [id, shapes.countryAt(places.get(id)?.point ?? [0, 0])]);
		expect(found).toEqual(ids.map((id) => [id, country]));
	});

	it('are those, and no others', () => {
		expect(Object.keys(pack.points).sort()).toEqual(Object.values(COUNTRIES).flat().sort());
	});

	it('would show it where a town falls on the wrong side, as with other coordinates of Kapan', () => {
		expect(shapes.countryAt([39.2011, 46.415])).toBe(AZERBAIJAN);
	});

	it('are north of what lies south of them, and west of what lies east', () => {
		const spot = (id: string) => pack.points[id]?.at ?? [];
		expect(spot('tbilisi')[1]).toBeLessThan(spot('kapan')[1] ?? 0);
		expect(spot('yerevan')[0]).toBeLessThan(spot('baku')[0] ?? 0);
	});
});

describe('the shapes of the map', () => {
	it.each(EXCLAVES)('have no exclave in $around', ({ around, from, to }) => {
		expect(shapes.countryAt([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])).toBe(around);
		const [left, bottom] = project(from);
		const [right, top] = project(to);
		const inside = ([x, y]: Spot) => x >= left && x <= right && y >= top && y <= bottom;
		expect(spotsOf(pack.borders + pack.line).filter(inside)).toEqual([]);
	});

	it('keep Nakhchivan, which is no such exclave', () => {
		expect(shapes.countryAt([39.21, 45.41])).toBe(AZERBAIJAN);
	});

	it('fill every window from edge to edge, and no more than a margin beyond', () => {
		const [, , width, height] = pack.windows.caucasus;
		const spots = spotsOf(pack.land);
		const xs = spots.map(([x]) => x);
		const ys = spots.map(([, y]) => y);
		expect(Math.min(...xs, ...ys)).toBe(-80);
		expect(Math.max(...xs)).toBeLessThanOrEqual(width + 80);
		expect(Math.max(...ys)).toBe(height + 80);
	});

	it('draw no line around Nagorno-Karabakh', () => {
		const [x, y] = project([39.8, 46.75]);
		const near = ([left, top]: Spot) => Math.hypot(left - x, top - y) < 400;
		expect(spotsOf(pack.borders + pack.line).filter(near)).toEqual([]);
	});
});

describe('the pack of the map', () => {
	it('is light', () => {
		expect(brotliCompressSync(JSON.stringify(pack)).length).toBeLessThan(6 * 1024);
	});

	it('names areas inside the windows that show them', () => {
		const outside = pack.areas.flatMap(({ name, at }) =>
			MAP_WINDOWS.flatMap((window) => {
				const spot = at[window];
				return spot && !shareOf(pack satisfies MapPack, window, spot) ? [name] : [];
			})
		);
		expect(outside).toEqual([]);
	});
});
