import { describe, expect, it } from 'vitest';
import type { Event, Place } from '#lib/content/records.ts';
import type { PlaceEntry, Where } from '#lib/study/map.ts';
import { mapPack } from '../../../../tests/support/map.ts';
import { ARTICLES_DATE, mapView, windowOf } from './view.ts';

const entry = (id: string, where: Where, kind = 'town'): PlaceEntry => ({
	place: { id, name: `The ${id} one`, kind } as Place,
	where,
	number: where === 'map' ? 1 : undefined,
	claims: [],
	events: [],
	held: []
});

const event = { id: 'e', when: '2022-09-13' } as Event;
const windows = (entries: PlaceEntry[]) =>
	mapView(mapPack, entries, event).windows.map(({ window }) => window);

describe('what the maps show', () => {
	it('is marked where there is a point, with a link to its entry', () => {
		const view = mapView(mapPack, [entry('first', 'map'), entry('far', 'far')], event);
		expect(view.marks).toEqual([
			{
				id: 'first',
				name: 'The first one',
				number: 1,
				link: { href: '#first', label: '1 The first one: named outside the events' }
			}
		]);
		expect(view.summary).toBe('2 places, 1 of them drawn as a point.');
	});

	it('carries the date of the event, or of the articles', () => {
		expect(mapView(mapPack, [], event).date).toBe('13 September 2022');
		expect(mapView(mapPack, []).date).toBe(ARTICLES_DATE);
	});

	it('is shown closer too where something lies there', () => {
		expect(windows([entry('first', 'map')])).toEqual(['border', 'caucasus']);
		expect(windows([entry('line', 'area', 'border')])).toEqual(['border', 'caucasus']);
		expect(windows([entry('fourth', 'map')])).toEqual(['caucasus']);
		expect(windows([entry('far', 'far')])).toEqual(['caucasus']);
	});

	it('has the border as a band where an event is set only there', () => {
		const line = entry('line', 'area', 'border');
		expect(mapView(mapPack, [line], event).band).toBe(true);
		expect(mapView(mapPack, [line]).band).toBe(false);
		expect(mapView(mapPack, [entry('first', 'map')], event).band).toBe(false);
	});
});

it('takes the closer window where it shows all of some places', () => {
	expect(windowOf(mapPack, ['first', 'second'])).toBe('border');
	expect(windowOf(mapPack, ['first', 'fourth'])).toBe('caucasus');
	expect(windowOf(mapPack, ['elsewhere'])).toBe('caucasus');
});
