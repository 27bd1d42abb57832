/** Holds the content itself to what the course promises. */
import { describe, expect, it } from 'vitest';
import { explain } from '../quiz/kinds/explain.ts';
import { kinds, loadKinds } from '../quiz/kinds/index.ts';
import { readContent } from '../server/content-files.ts';
import { parseEdtf } from './edtf.ts';
import { formatMistake } from './mistakes.ts';
import { fairness } from './fairness.ts';
import { disputeStatus } from './dispute-status.ts';
import { sideOfClaim } from './sides.ts';
import { STATUSES } from './status.ts';

await loadKinds();
const { ledger, mistakes } = readContent('content');
const claims = [...ledger.claims.values()];

/** Not every module speaks of places that the map shows. */
const ELSEWHERE = ['place'];

/** South, north, west and east end of each country that a place with a point lies in. */
const BOUNDS: Record<string, [south: number, north: number, west: number, east: number]> = {
	Armenia: [38.8, 41.4, 43.4, 46.7],
	Azerbaijan: [38.3, 42, 44.7, 50.7],
	Belgium: [49.4, 51.6, 2.5, 6.5],
	Georgia: [41, 43.7, 39.9, 46.8],
	Russia: [41.1, 82, 19.6, 180]
};

it('passes the gate', () => {
	expect(mistakes.map(formatMistake)).toEqual([]);
});

describe('the ledger', () => {
	it('knows the paragraphs of all five articles', () => {
		const counts = [...ledger.sources.values()].map(({ id, paragraphs }) => [id, paragraphs]);
		expect(Object.fromEntries(counts)).toEqual({
			'al-jazeera': 32,
			'caucasus-watch': 16,
			dispatches: 21,
			'press-tv': 20,
			wion: 12
		});
	});

	it('carries each of the 101 paragraphs, or says why it is not used', () => {
		const carried = claims.flatMap(({ source, paragraph }) =>
			paragraph.map((n) => `${source} ${n}`)
		);
		const unused = [...ledger.sources.values()].flatMap(({ id, unused }) =>
			unused.map(({ paragraph }) => `${id} ${paragraph}`)
		);
		expect(new Set([...carried, ...unused]).size).toBe(101);
	});

	it('holds at least 200 claims, of both sides and of every sort', () => {
		expect(claims.length).toBeGreaterThanOrEqual(200);
		for (const [side, number] of Object.entries(fairness(ledger).sides.claims))
			expect(number, side).toBeGreaterThan(0);
	});

	it('has an event for each day that somebody speaks of', () => {
		const spoken = claims.filter(({ about, kind }) => about && !/background|wording/.test(kind));
		expect(spoken.length).toBeGreaterThan(100);
		expect(spoken.filter(({ event }) => !event).map(({ id }) => id)).toEqual([]);
	});

	it('has claims for each event', () => {
		const told = new Set(claims.map(({ event }) => event));
		expect([...ledger.events.keys()].filter((id) => !told.has(id))).toEqual([]);
	});

	it('has a dispute of each status', () => {
		const found = [...ledger.disputes.values()].map((dispute) =>
			disputeStatus(dispute, ledger.claims, ledger.voices)
		);
		expect(new Set(found)).toEqual(new Set(STATUSES));
	});

	it('names the claim in which each slip was made', () => {
		const slips = [...ledger.notes.values()].filter(({ kind }) => kind === 'slip');
		expect(slips.length).toBeGreaterThan(0);
		for (const { id, on } of slips)
			expect(
				on.some((claim) => ledger.claims.has(claim)),
				id
			).toBe(true);
	});

	it('puts each point in its country', () => {
		const points = [...ledger.places.values()].filter(({ point }) => point);
		expect(points.length).toBeGreaterThan(0);
		for (const { id, country, point } of points) {
			const [latitude = Number.NaN, longitude = Number.NaN] = point ?? [];
			const [south, north, west, east] = BOUNDS[country] ?? [];
			expect([latitude >= (south ?? 91), latitude <= (north ?? -91)], id).toEqual([true, true]);
			expect([longitude >= (west ?? 181), longitude <= (east ?? -181)], id).toEqual([true, true]);
		}
	});

	it('never has Armenia and the Karabakh authorities contest each other, who count as one camp', () => {
		const camp = ['armenia', 'karabakh'];
		const sideOf = sideOfClaim(ledger.claims, ledger.voices);
		for (const { id, denies, answers } of claims)
			for (const other of [...denies, ...answers])
				expect(
					[sideOf(id), sideOf(other)].every((side) => side && camp.includes(side)),
					`${id} against ${other}`
				).toBe(false);
	});

	it('sides each voice that is a reporter with nobody', () => {
		const reporters = [...ledger.voices.values()].filter(({ reporterOf }) => reporterOf);
		expect(reporters.map(({ reporterOf }) => reporterOf).sort()).toEqual(
			[...ledger.sources.keys()].sort()
		);
		for (const { id, side } of reporters) expect(side, id).toBe('none');
	});
});

describe('what came after the articles', () => {
	const { events = [], until = '' } = ledger.later ?? {};
	const words = (text = '') => text.split(/\s+/).filter(Boolean).length;

	it('stands in the order of time, and ends where the sources end', () => {
		const days = events.map(({ when }) => parseEdtf(when)?.first ?? '');
		expect(events.length).toBeGreaterThan(10);
		expect(days).toEqual(days.toSorted());
		for (const { id, when } of events)
			expect((parseEdtf(when)?.last ?? '') <= (parseEdtf(until)?.last ?? ''), id).toBe(true);
	});

	it('gives both sides the same room', () => {
		const room = (side: 'armenia' | 'azerbaijan') =>
			events.reduce((sum, event) => sum + words(event[side]), 0);
		expect(room('armenia') / room('azerbaijan')).toBeGreaterThan(1 / 1.2);
		expect(room('armenia') / room('azerbaijan')).toBeLessThan(1.2);
	});

	it('names Armenia before Azerbaijan among those who counted', () => {
		for (const { id, figures } of events) {
			const at = (name: RegExp) => figures.findIndex(({ who }) => name.test(who));
			if (at(/Armenia|Nagorno/) >= 0 && at(/Azerbaijan/) >= 0)
				expect(at(/Armenia|Nagorno/), id).toBeLessThan(at(/Azerbaijan/));
		}
	});

	it('is in no question', () => {
		const later = events.map(({ id }) => id);
		const asked = JSON.stringify(ledger.modules.map(({ items }) => items));
		expect(later.filter((id) => asked.includes(`"${id}"`))).toEqual([]);
	});
});

describe('the course', () => {
	it('has at least three modules', () => {
		expect(ledger.modules.length).toBeGreaterThanOrEqual(3);
	});

	it.each(ledger.modules.map((module) => [module.title, module] as const))(
		'in "%s", has 6 cards, 15 questions and every kind that suits each module',
		(_, { cards, items }) => {
			expect(cards.length).toBeGreaterThanOrEqual(6);
			expect(items.length).toBeGreaterThanOrEqual(15);
			const found = new Set([...items.map(({ kind }) => kind), ...ELSEWHERE]);
			expect(found).toEqual(new Set(Object.keys(kinds)));
		}
	);

	it('asks for places on the map in most of its modules', () => {
		const asking = ledger.modules.filter(({ items }) => items.some(({ kind }) => kind === 'place'));
		expect(asking.length).toBeGreaterThan(ledger.modules.length / 2);
	});

	it('says why each answer is right or wrong', () => {
		for (const { items, whys } of ledger.modules)
			for (const item of items)
				for (const { text, why } of explain(item, whys[item.id]))
					expect(why, `${item.id}: ${text}`).toBeTruthy();
	});

	it('asks about each card', () => {
		for (const { cards, items } of ledger.modules) {
			const asked = new Set(items.map(({ card }) => card));
			expect(cards.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
		}
	});

	it('is written out to the end', () => {
		expect(JSON.stringify(ledger.modules)).not.toMatch(/PLACEHOLDER|TODO|:"x"/);
	});

	it('never lets an editor’s note into a key', () => {
		const notes = new Set(ledger.notes.keys());
		const keyed = ledger.modules.flatMap(({ items }) => items.flatMap((item) => item.claims));
		expect(keyed.filter((id) => notes.has(id))).toEqual([]);
	});
});
