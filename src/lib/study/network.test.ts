import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerIndex } from '../content/evidence.ts';
import { packLedger } from '../content/packs.ts';
import type { Voice } from '../content/records.ts';
import { readContent } from '../server/content-files.ts';
import {
	contactViews,
	filterContacts,
	layOut,
	pairsOf,
	REACH,
	shortName,
	type ContactView,
	type Network
} from './network.ts';

const voice = (id: string, side: Voice['side'] = 'outside'): Voice => ({
	id,
	revision: 1,
	name: id,
	kind: 'institution',
	office: '',
	side,
	references: []
});

const VOICES = [
	voice('a', 'armenia'),
	voice('b', 'armenia'),
	voice('c', 'azerbaijan'),
	voice('d'),
	voice('e'),
	voice('f')
];

const view = (
	kind: ContactView['kind'],
	who: readonly Voice[],
	to: readonly Voice[] = []
): ContactView => ({
	id: [kind, ...who, ...to].map((one) => (typeof one === 'string' ? one : one.id)).join('-'),
	kind,
	who: [...who],
	to: [...to],
	note: undefined,
	when: '',
	day: '',
	claims: [],
	tellers: []
});

const ORDER = VOICES.map(({ id }) => id);
const rowsOf = ({ groups }: Network) => groups.flatMap(({ nodes }) => nodes.map(({ row }) => row));

/** The furthest that a bow's path goes out: three quarters of its handles. */
const reachOf = (path: string) => 0.75 * Number(/C([\d.]+) /.exec(path)?.[1]);

/** Contacts of up to six voices, each with somebody else than itself. */
const contacts = fc.array(
	fc
		.record({
			kind: fc.constantFrom('met', 'planned', 'spoke', 'asked'),
			voices: fc.shuffledSubarray(VOICES, { minLength: 1, maxLength: 4 }),
			split: fc.integer({ min: 1, max: 4 })
		})
		.map(({ kind, voices, split }) => view(kind, voices.slice(0, split), voices.slice(split))),
	{ maxLength: 12 }
);

describe('a contact', () => {
	it('joins those who met with each other and with whom they met', () => {
		expect(pairsOf({ kind: 'met', who: ['a', 'b'], to: ['d'] })).toEqual([
			['a', 'b'],
			['a', 'd'],
			['b', 'd']
		]);
	});

	it('does not join those who ask the same', () => {
		expect(pairsOf({ kind: 'asked', who: ['d', 'e'], to: ['a'] })).toEqual([
			['d', 'a'],
			['e', 'a']
		]);
	});
});

describe('the picture', () => {
	it('gives each name and each heading a row of its own, within the frame', () => {
		fc.assert(
			fc.property(contacts, (views) => {
				const network = layOut(views, ORDER);
				const rows = rowsOf(network);
				expect(new Set(rows).size).toBe(rows.length);
				expect(rows.length + network.groups.length).toBe(network.rows);
				for (const row of rows) expect(row).toBeLessThan(network.rows);
			})
		);
	});

	it('keeps every bow within the frame, no two of a side in one lane', () => {
		fc.assert(
			fc.property(contacts, (views) => {
				const bows = layOut(views, ORDER).arcs.filter(({ to }) => to !== undefined);
				for (const appeals of [true, false]) {
					const reaches = bows
						.filter(({ kind }) => (kind === 'asked') === appeals)
						.map(({ path }) => reachOf(path));
					expect(new Set(reaches).size).toBe(reaches.length);
					for (const reach of reaches) {
						expect(reach).toBeGreaterThan(0);
						expect(reach).toBeLessThanOrEqual(REACH + 0.1);
					}
				}
			})
		);
	});

	it('names everybody whom a line reaches, and nobody else', () => {
		fc.assert(
			fc.property(contacts, (views) => {
				const { groups, arcs } = layOut(views, ORDER);
				const named = groups.flatMap(({ nodes }) => nodes.map((node) => node.voice.id));
				const reached = arcs.flatMap(({ from, to }) => [from, to ?? from]);
				expect(new Set(named)).toEqual(new Set(reached));
			})
		);
	});

	it('does not depend on the order of the contacts', () => {
		fc.assert(
			fc.property(contacts, (views) => {
				expect(layOut([...views].reverse(), ORDER).groups).toEqual(layOut(views, ORDER).groups);
			})
		);
	});

	it('draws one line for a pair and a kind, however often they met', () => {
		const [a, , c] = VOICES;
		if (!a || !c) throw new Error('There are no voices.');
		const { arcs } = layOut([view('met', [a, c]), view('met', [c, a])], ORDER);
		expect(arcs.map(({ kind }) => kind)).toEqual(['met']);
	});

	it('ends an appeal to nobody by name in a loose end', () => {
		const [a] = VOICES;
		if (!a) throw new Error('There are no voices.');
		const { arcs, groups } = layOut([view('asked', [a])], ORDER);
		expect(arcs).toEqual([
			{ kind: 'asked', from: 'a', to: undefined, path: 'M0 1.5H22', end: 'M22 1.5h.01' }
		]);
		expect(groups[0]?.nodes[0]?.asked).toBe(false);
	});
});

it.each([
	[{ name: 'Nikol Pashinyan', kind: 'person' as const }, 'Pashinyan'],
	[{ name: 'Russia (no office named)', kind: 'institution' as const }, 'Russia'],
	[{ name: 'UN Security Council', kind: 'institution' as const }, 'UN Security Council']
])('a name is shortened to fit the picture', (one, short) => {
	expect(shortName(one)).toBe(short);
});

describe('the contacts of the articles', () => {
	const ledger = new LedgerIndex(packLedger(readContent('content').ledger));
	const views = contactViews(ledger);

	it('stand in the order of their days, those without a day last', () => {
		const days = views.map(({ day }) => day);
		expect(days).toEqual([...days].sort());
		expect(days.at(-1)).toBe('unknown');
	});

	it('say who tells of each', () => {
		for (const { id, tellers } of views) expect(tellers.length, id).toBeGreaterThan(0);
	});

	it('are found by voice and by kind', () => {
		const found = filterContacts(views, { voice: 'mirzoyan', kind: 'met' });
		expect(found.map(({ id }) => id)).toEqual(['tbilisi-july-2022']);
		expect(filterContacts(views, { voice: '', kind: '' })).toEqual(views);
	});

	it('have surnames that tell those in the picture apart', () => {
		const { groups } = layOut(views, [...ledger.voices.keys()]);
		const names = groups.flatMap(({ nodes }) => nodes.map((node) => shortName(node.voice)));
		expect(new Set(names).size).toBe(names.length);
	});
});
