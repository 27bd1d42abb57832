import { describe, expect, it } from 'vitest';
import { LedgerIndex } from '../content/evidence.ts';
import { packCatalog, packEventCards, packLedger } from '../content/packs.ts';
import { readContent } from '../server/content-files.ts';
import { passed } from '../../../tests/support/sample-content.ts';
import { placeOf } from './timeline-dates.ts';
import { CLUSTERS, entriesOf, givenDates, tellings, timeline } from './timeline.ts';

const of = (ledger: ReturnType<typeof passed>['ledger']) =>
	timeline(
		new LedgerIndex(packLedger(ledger)),
		packEventCards(ledger),
		packCatalog(ledger).modules
	);

const real = readContent('content').ledger;
const index = new LedgerIndex(packLedger(real));
const entries = of(real);
const entry = (id: string) => {
	const found = entries.find((each) => each.id === id);
	if (!found) throw new Error(`There is no entry ${id}.`);
	return found;
};

describe('a timeline', () => {
	it('leads from each entry to its claims, disputes and cards', () => {
		const [shut, ...reports] = of(passed().ledger);
		expect(shut).toMatchObject({
			id: 'bridge-shut',
			cluster: 'before',
			cards: [{ module: 'the-bridge', card: 'gate', title: 'The gate' }]
		});
		expect(shut?.told.map(({ side, claims }) => [side, claims.length])).toEqual([
			['armenia', 1],
			['azerbaijan', 0]
		]);
		expect(shut?.disputes.map(({ dispute }) => dispute.id)).toEqual(['who-shut-it']);
		expect(reports.map(({ report }) => report?.id)).toEqual(['gazette', 'herald']);
	});

	it('holds every event and every report once', () => {
		expect(entries.map(({ id }) => id).sort()).toEqual(
			[...real.events.keys(), ...[...real.sources.keys()].map((id) => `report-${id}`)].sort()
		);
	});

	it('carries every claim of an event at one entry only', () => {
		const told = entries.flatMap((each) => each.told.flatMap(({ claims }) => claims));
		const ids = told.map(({ claim }) => claim.id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.sort()).toEqual(index.claimsWhere(({ event }) => Boolean(event)).sort());
	});

	it('goes forward in each part, and ends with what has no date', () => {
		for (const { id } of CLUSTERS) {
			const places = entriesOf(entries, id)
				.filter(({ report }) => !report)
				.map(({ when }) => placeOf(when) || '9999');
			expect(places.length).toBeGreaterThan(0);
			expect(places).toEqual(places.toSorted());
		}
		expect(entriesOf(entries, 'september-2022').at(-1)?.id).toBe('skirmishes-undated');
	});

	it('puts a report after the days that it tells of', () => {
		const at = (id: string) => entries.findIndex((each) => each.id === id);
		expect(at('report-caucasus-watch')).toBeGreaterThan(at('osce-call-jan-2022'));
		expect(at('report-al-jazeera')).toBeGreaterThan(at('clashes-13-sept-2022'));
		expect(at('report-wion')).toBeLessThan(at('brussels-talks-may-2023'));
	});

	it('shows all where no part is asked for, or one that is not there', () => {
		expect(entriesOf(entries, '')).toEqual(entries);
		expect(entriesOf(entries, 'nothing')).toEqual(entries);
		const parts = CLUSTERS.flatMap(({ id }) => entriesOf(entries, id));
		expect(parts).toEqual(entries);
	});
});

describe('who tells it', () => {
	const sides = (id: string) => entry(id).told.map(({ side }) => side);

	it('names Armenia before Azerbaijan, and the silence of one', () => {
		expect(sides('clashes-13-sept-2022').slice(0, 2)).toEqual(['armenia', 'azerbaijan']);
		expect(entry('sept-2022-soldier-killed').told).toMatchObject([
			{ side: 'armenia' },
			{ side: 'azerbaijan', claims: [] },
			{ side: 'none' }
		]);
		expect(sides('jan-2022-firing-martuni')).toEqual(['armenia', 'azerbaijan', 'karabakh']);
	});

	it('names no silence where nobody speaks for a side', () => {
		expect(sides('klaar-visit')).toEqual(['none']);
		expect(tellings([])).toEqual([]);
	});
});

describe('the days and hours given', () => {
	it('stand with everybody who gives them, first things first', () => {
		const given = entry('truce-13-sept-2022').given.map(({ when, claims }) => [
			when,
			claims.map(({ voice }) => voice.id)
		]);
		expect(given).toEqual([
			['12 September 2022', ['azerbaijani-media', 'azerbaijani-media']],
			['12 September 2022, minutes before midnight, no zone given', ['dispatches-report']],
			['13 September 2022, 09:00 UTC+4', ['media-reports', 'unnamed-source']],
			['13 September 2022', ['al-jazeera-report']]
		]);
	});

	it('of an exact day are its hours only', () => {
		const { given } = entry('clashes-13-sept-2022');
		expect(given.map(({ when }) => when)).toContain('13 September 2022, 00:05 UTC+4');
		for (const { claims } of given)
			for (const { claim } of claims) expect(claim.about?.time).toBeTruthy();
		expect(givenDates([], 'unknown')).toEqual([]);
	});
});
