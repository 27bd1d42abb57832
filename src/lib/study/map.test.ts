import { describe, expect, it } from 'vitest';
import { packLedger } from '../content/packs.ts';
import { LedgerIndex } from '../content/evidence.ts';
import type { Event, Place } from '../content/records.ts';
import { claim } from '../../../tests/support/claims.ts';
import { mapPack } from '../../../tests/support/map.ts';
import { passed } from '../../../tests/support/sample-content.ts';
import { heldThen, mappedEvents, placeEntries } from './map.ts';

const place = (id: string, name: string, own: Partial<Place> = {}): Place => ({
	id,
	revision: 1,
	name,
	kind: 'town',
	country: 'Armenia',
	label: 'right',
	spellings: [],
	names: [],
	held: [],
	references: [],
	...own
});

const event = (id: string, when: string): Event => ({
	id,
	revision: 1,
	title: `Event ${id}`,
	when,
	text: 'It was.'
});

const HELD = [
	{ when: 'January 2022', by: 'North' },
	{ when: 'September 2022', by: 'South' },
	{ when: 'May 2023', by: 'South' },
	{ when: 'now', by: 'South' }
];

const september = event('september', '2022-09-12/2022-09-13');
const silent = event('silent', '2022-09');

const ledger = new LedgerIndex({
	...packLedger(passed().ledger),
	places: [
		place('second', 'Zeta', { held: HELD }),
		place('first', 'Alpha'),
		place('road', 'Road', { country: 'Armenia and Azerbaijan' }),
		place('far', 'Far', { country: 'Belgium' }),
		place('unsaid', 'Unsaid')
	],
	events: [september, event('may', '2023-05-12'), silent],
	claims: [
		claim('one', { voice: 'north-council', event: 'september', places: ['second', 'road'] }),
		claim('two', { voice: 'south-council', event: 'september', places: ['second'] }),
		claim('three', { voice: 'south-council', event: 'may', places: ['second', 'far'] }),
		claim('four', { voice: 'south-council', places: ['first'] }),
		claim('five', { voice: 'south-council', event: 'silent' })
	]
});

const names = (entries: { place: Place }[]) => entries.map((each) => each.place.name);

describe('the events of the map', () => {
	it('are those that claims set somewhere', () => {
		expect(mappedEvents(ledger).map(({ id }) => id)).toEqual(['september', 'may']);
	});
});

describe('the places of the map', () => {
	it('are all that claims name, in the order of the alphabet', () => {
		expect(names(placeEntries(ledger, mapPack))).toEqual(['Alpha', 'Far', 'Road', 'Zeta']);
	});

	it('are those of the claims on an event, with these claims', () => {
		const entries = placeEntries(ledger, mapPack, september);
		expect(entries.map((each) => [each.place.id, each.claims.map((one) => one.claim.id)])).toEqual([
			['road', ['one']],
			['second', ['one', 'two']]
		]);
	});

	it('tell how many claims each event has there', () => {
		const zeta = placeEntries(ledger, mapPack).at(-1);
		expect(zeta?.events.map((each) => [each.event.id, each.claims])).toEqual([
			['september', 2],
			['may', 1]
		]);
	});

	it('are points, areas without one, or beyond the map', () => {
		const found = placeEntries(ledger, mapPack).map(({ where, number }) => [where, number]);
		expect(found).toEqual([
			['map', 1],
			['far', undefined],
			['area', undefined],
			['map', 2]
		]);
	});

	it('keep their numbers whatever the event', () => {
		expect(placeEntries(ledger, mapPack, september).at(-1)?.number).toBe(2);
	});
});

describe('who held a place', () => {
	const held = place('second', 'Zeta', { held: HELD });

	it('is told for the month of an event', () => {
		expect(heldThen(held, september)).toEqual([{ when: ['September 2022'], by: 'South' }]);
	});

	it('is not told for a month that the ledger does not have', () => {
		expect(heldThen(held, event('august', '2022-08'))).toEqual([]);
		expect(heldThen(held, event('one-day', 'unknown'))).toEqual([]);
	});

	it('is told for the times of the articles together where nothing changed', () => {
		expect(heldThen(held)).toEqual([
			{ when: ['January 2022'], by: 'North' },
			{ when: ['September 2022', 'May 2023'], by: 'South' }
		]);
	});
});
