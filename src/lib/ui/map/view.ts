/** What the maps of the map's page show, worked out from its entries. */
import { formatEdtf } from '#lib/content/edtf.ts';
import type { MapPack, MapWindow } from '#lib/content/map.ts';
import type { Event } from '#lib/content/records.ts';
import type { PlaceEntry } from '#lib/study/map.ts';
import type { Mark } from './marks.ts';

export const ARTICLES_DATE = 'as in the articles, 2022-23';

export const TITLES: Record<MapWindow, string> = {
	border: 'Along the border of Armenia and Azerbaijan',
	caucasus: 'South Caucasus'
};

/** The closest window that shows all of some places. */
export const windowOf = ({ points }: MapPack, ids: readonly string[]): MapWindow =>
	ids.every((id) => points[id]?.close) ? 'border' : 'caucasus';

const counted = (count: number, one: string, many = `${one}s`) =>
	`${count} ${count === 1 ? one : many}`;

const isBorder = ({ place }: PlaceEntry) => place.kind === 'border';

function markOf({ place, number, claims, events }: PlaceEntry): Mark {
	const told = claims.length ? counted(claims.length, 'claim') : counted(events.length, 'event');
	const what = claims.length + events.length > 0 ? told : 'named outside the events';
	const label = `${number ?? ''} ${place.name}: ${what}`.trim();
	const link = { href: `#${place.id}`, label };
	return { id: place.id, name: place.name, number, link };
}

/** A sentence that says how much of an event the map can show. */
function summaryOf(entries: readonly PlaceEntry[], onMap: number) {
	const places = counted(entries.length, 'place');
	if (onMap === entries.length) return `${places}, all on the map.`;
	return `${places}, ${onMap || 'none'} of them drawn as a point.`;
}

export interface MapView {
	date: string;
	summary: string;
	marks: Mark[];
	band: boolean;
	windows: { window: MapWindow; title: string; closer: boolean }[];
}

/** @param event the event that the entries are of; all when left out */
export function mapView(map: MapPack, entries: readonly PlaceEntry[], event?: Event): MapView {
	const drawn = entries.filter(({ where }) => where === 'map');
	const band = event !== undefined && entries.some(isBorder);
	const isClose = ({ place }: PlaceEntry) => map.points[place.id]?.close;
	const closer = entries.some(({ where }) => where === 'area') || drawn.some(isClose);
	const windows: MapWindow[] = closer ? ['border', 'caucasus'] : ['caucasus'];
	return {
		date: event ? formatEdtf(event.when) : ARTICLES_DATE,
		summary: summaryOf(entries, drawn.length),
		marks: drawn.map(markOf),
		band,
		windows: windows.map((window, at) => ({
			window,
			title: at > 0 ? 'South Caucasus, the map above framed' : TITLES[window],
			closer: at > 0
		}))
	};
}
