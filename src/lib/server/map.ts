/** Draws the map when the app is built, so that no reader needs the geometry or a library for it. */
import { geoMercator, geoPath, type GeoContext, type GeoPermissibleObjects } from 'd3-geo';
import {
	BOUNDS,
	isWithin,
	MAP_WINDOWS,
	type AreaName,
	type MapPack,
	type MapPoint,
	type MapWindow,
	type Point,
	type Spot
} from '../content/map.ts';
import type { Place } from '../content/records.ts';
import { ARMENIA, AZERBAIJAN, Shapes } from './map-shapes.ts';

/** Width of the whole map in its own units: one is about 80 metres. */
const WIDTH = 8000;
/** Land goes on beyond the windows, so that its cut edge is never seen. */
const MARGIN = 80;

const { west, north, east, south } = BOUNDS.caucasus;

/** Mercator, so that a window in degrees is a rectangle and shapes keep their angles. */
const projection = geoMercator()
	.center([west, north])
	.translate([0, 0])
	.scale(WIDTH / (((east - west) * Math.PI) / 180));

/** Where a point lies on the map, in whole units. */
export function project([latitude, longitude]: Point): Spot {
	const [x, y] = projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
	return [Math.round(x), Math.round(y)];
}

/** Writes a path in whole units, each step from the one before. */
class Pen implements GeoContext {
	path = '';
	#x = 0;
	#y = 0;

	#pair(x: number, y: number) {
		return `${x}${y < 0 ? '' : ' '}${y}`;
	}

	beginPath() {
		this.path = '';
	}

	moveTo(x: number, y: number) {
		[this.#x, this.#y] = [Math.round(x), Math.round(y)];
		this.path += `M${this.#pair(this.#x, this.#y)}`;
	}

	lineTo(x: number, y: number) {
		const [stepX, stepY] = [Math.round(x) - this.#x, Math.round(y) - this.#y];
		if (stepX === 0 && stepY === 0) return;
		this.path += `l${this.#pair(stepX, stepY)}`;
		this.#x += stepX;
		this.#y += stepY;
	}

	closePath() {
		this.path += 'z';
	}

	arc() {
		throw new Error('The map draws no single points.');
	}
}

function draw(shape: GeoPermissibleObjects): string {
	const [, bottom] = project([south, west]);
	const clipped = geoMercator()
		.scale(projection.scale())
		.center(projection.center())
		.translate(projection.translate())
		.clipExtent([
			[-MARGIN, -MARGIN],
			[WIDTH + MARGIN, bottom + MARGIN]
		]);
	const pen = new Pen();
	geoPath(clipped, pen)(shape);
	return pen.path;
}

function windowOf(name: MapWindow): MapPack['windows'][MapWindow] {
	const bounds = BOUNDS[name];
	const [left, top] = project([bounds.north, bounds.west]);
	const [right, bottom] = project([bounds.south, bounds.east]);
	return [left, top, right - left, bottom - top];
}

/** Where the names of countries, regions and seas stand, latitude first; a stroke parts their lines. */
const AREAS: [name: string, kind: AreaName['kind'], at: Partial<Record<MapWindow, Point>>][] = [
	['Armenia', 'country', { caucasus: [40.72, 44.25], border: [40.3, 45.32] }],
	['Azerbaijan', 'country', { caucasus: [40.72, 48.3], border: [40.58, 46.9] }],
	['Georgia', 'neighbour', { caucasus: [41.94, 44.45] }],
	['Iran', 'neighbour', { caucasus: [38.55, 46.9], border: [39.07, 47.3] }],
	['Turkey', 'neighbour', { caucasus: [39.5, 43.75] }],
	['Russia', 'neighbour', { caucasus: [41.94, 47.35] }],
	['Nakhchivan / (Azerbaijan)', 'neighbour', { border: [39.3, 45.42] }],
	['Caspian / Sea', 'sea', { caucasus: [41.45, 49.75] }],
	['Nagorno-Karabakh', 'region', { border: [40.2, 46.9] }],
	['Nagorno- / Karabakh', 'region', { caucasus: [40.14, 46.9] }]
];

const areaNames = (): AreaName[] =>
	AREAS.map(([name, kind, at]) => ({
		name,
		kind,
		at: Object.fromEntries(
			MAP_WINDOWS.flatMap((window) => {
				const point = at[window];
				return point ? [[window, project(point)]] : [];
			})
		)
	}));

/** Draws the land, its borders and the places. */
export function packMap(places: Iterable<Place>): MapPack {
	const shapes = new Shapes();
	const isLine = (between: ReadonlySet<string>) => between.has(ARMENIA) && between.has(AZERBAIJAN);
	return {
		windows: { caucasus: windowOf('caucasus'), border: windowOf('border') },
		land: draw(shapes.land()),
		borders: draw(shapes.borders((between) => !isLine(between))),
		line: draw(shapes.borders(isLine)),
		areas: areaNames(),
		points: Object.fromEntries(
			[...places].flatMap(({ id, point, kind, label }): [string, MapPoint][] =>
				point && isWithin('caucasus', point)
					? [
							[
								id,
								{
									at: project(point),
									close: isWithin('border', point),
									label,
									district: kind.includes('district')
								}
							]
						]
					: []
			)
		)
	};
}
