/** The map as the app carries it: drawn when the app is built, in units of its own. */

/** Part of the map: the whole of it, or closer where most of the places lie. */
export const MAP_WINDOWS = ['caucasus', 'border'] as const;
export type MapWindow = (typeof MAP_WINDOWS)[number];

/** What each window shows, in degrees (WGS 84). */
export const BOUNDS: Readonly<Record<MapWindow, Bounds>> = {
	caucasus: { west: 43.1, south: 38.3, east: 50.6, north: 42.1 },
	border: { west: 44.95, south: 38.98, east: 47.6, north: 40.72 }
};

export interface Bounds {
	west: number;
	south: number;
	east: number;
	north: number;
}

/** Latitude, then longitude, in decimal degrees (WGS 84). */
export type Point = readonly [latitude: number, longitude: number];

/** Whether a place can be shown in a window; one without a point cannot. */
export function isWithin(window: MapWindow, point: Point | undefined): boolean {
	if (!point) return false;
	const [latitude, longitude] = point;
	const { west, south, east, north } = BOUNDS[window];
	return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** The closest window that shows all of some places. */
export const windowFor = (points: readonly Point[]): MapWindow =>
	points.every((point) => isWithin('border', point)) ? 'border' : 'caucasus';

/** Width of the map on a phone of 360 pixels, and how far apart two places must lie to be pressed. */
const NARROW = 328;
const FINGER = 24;
/** Of a degree of longitude to one of latitude, in the middle of the map. */
const SHORTENING = Math.cos((40.2 * Math.PI) / 180);

/** Whether two places lie too close in a window to be pressed one by one on a phone. */
export function tooClose(window: MapWindow, one: Point, other: Point): boolean {
	const { west, east } = BOUNDS[window];
	const degrees = Math.hypot(one[1] - other[1], (one[0] - other[0]) / SHORTENING);
	return (degrees / (east - west)) * NARROW < FINGER;
}

/** Across and down from the map's upper left corner, in units of the map. */
export type Spot = readonly [x: number, y: number];

/** Name of a country, a region or a sea, written over it. It has no edge of its own. */
export interface AreaName {
	/** Its lines, parted by ` / `. */
	name: string;
	/** Neighbours and the sea are left unnamed where there is little room. */
	kind: 'country' | 'region' | 'neighbour' | 'sea';
	/** Where the middle of the name stands, in the windows that show it. */
	at: Partial<Record<MapWindow, Spot>>;
}

/** On which side of its point a name is written. */
export const LABEL_SIDES = ['left', 'right', 'above', 'below'] as const;
export type LabelSide = (typeof LABEL_SIDES)[number];

export interface MapPoint {
	at: Spot;
	/** Set where the closer window shows it too. */
	close: boolean;
	label: LabelSide;
	/** Set where the articles mean the district around the town that the point marks. */
	district: boolean;
}

export interface MapPack {
	/** Upper left corner, width and height of each window, as an SVG `viewBox` has them. */
	windows: Record<MapWindow, readonly [x: number, y: number, width: number, height: number]>;
	/** SVG path of all land, every country alike. */
	land: string;
	/** SVG path of the borders, without the one below. */
	borders: string;
	/** SVG path of the border of Armenia and Azerbaijan. */
	line: string;
	areas: AreaName[];
	/** The places that the map shows, by their ids. */
	points: Record<string, MapPoint>;
}

/** Where a spot lies in a window, as shares of its width and height in percent; `undefined` outside. */
export function shareOf(
	{ windows }: Pick<MapPack, 'windows'>,
	window: MapWindow,
	[x, y]: Spot
): Spot | undefined {
	const [left, top, width, height] = windows[window];
	const share = [((x - left) / width) * 100, ((y - top) / height) * 100] as const;
	return share.every((each) => each >= 0 && each <= 100) ? share : undefined;
}
