/** What the map's page shows: for each event, what claims say happened where, and who held it then. */
import { formatEdtf } from '../content/edtf.ts';
import type { Evidence, LedgerIndex } from '../content/evidence.ts';
import type { MapPack } from '../content/map.ts';
import type { Event, Place } from '../content/records.ts';

/** Drawn as a point, an area or a line without a point, or too far away for this map. */
export type Where = 'map' | 'area' | 'far';

export interface Held {
	/** Times at which the same holds, as the ledger writes them. */
	when: string[];
	by: string;
}

export interface PlaceEntry {
	place: Place;
	where: Where;
	/** The number that the map gives to the place, the same for every event. */
	number: number | undefined;
	/** What is said of it, for one event. */
	claims: Evidence[];
	/** Events that claims set there, with how many claims there are; for all events. */
	events: { event: Event; claims: number }[];
	held: Held[];
}

const COUNTRIES = ['Armenia', 'Azerbaijan', 'Georgia'];

/** Events that some claim sets at a place, in the order of the ledger. */
export function mappedEvents(ledger: LedgerIndex): Event[] {
	const set = new Set(
		[...ledger.claims.values()].filter(({ places }) => places.length > 0).map(({ event }) => event)
	);
	return [...ledger.events.values()].filter(({ id }) => set.has(id));
}

/**
 * Who held a place: in the month of an event, where the ledger has it; without an event, at the
 * times of the articles.
 */
export function heldThen({ held }: Place, event?: Event): Held[] {
	const month = event && formatEdtf(event.when.slice(0, 7));
	const wanted = held.filter(({ when }) => (month ? when === month : when !== 'now'));
	return [...new Set(wanted.map(({ by }) => by))].map((by) => ({
		when: wanted.filter((each) => each.by === by).map(({ when }) => when),
		by
	}));
}

function whereIs({ id, country }: Place, { points }: Pick<MapPack, 'points'>): Where {
	if (points[id]) return 'map';
	return COUNTRIES.some((name) => country.includes(name)) ? 'area' : 'far';
}

const byName = (a: { place: Place }, b: { place: Place }) =>
	a.place.name.localeCompare(b.place.name, 'en');

/**
 * The places that claims name, in the order of the alphabet; with an event, only those of its
 * claims.
 */
export function placeEntries(
	ledger: LedgerIndex,
	map: Pick<MapPack, 'points'>,
	event?: Event
): PlaceEntry[] {
	const all = [...ledger.places.values()].map((place) => ({ place })).sort(byName);
	const numbered = all.filter(({ place }) => map.points[place.id]);
	return all.flatMap(({ place }) => {
		const claims = ledger.claimsWhere(
			(claim) => claim.places.includes(place.id) && (!event || claim.event === event.id)
		);
		if (claims.length === 0) return [];
		const number = numbered.findIndex((each) => each.place === place) + 1;
		return {
			place,
			where: whereIs(place, map),
			number: number || undefined,
			claims: event ? ledger.evidence(claims) : [],
			events: event ? [] : eventsOf(ledger, claims),
			held: heldThen(place, event)
		};
	});
}

function eventsOf(ledger: LedgerIndex, claims: readonly string[]): PlaceEntry['events'] {
	const all = claims.map((id) => ledger.claims.get(id)?.event);
	return [...ledger.events.values()].flatMap((event) => {
		const count = all.filter((id) => id === event.id).length;
		return count > 0 ? { event, claims: count } : [];
	});
}
