import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../tests/support/claims.ts';
import {
	coverageOf,
	keyedIn,
	lacks,
	leftOut,
	unaskedVoices,
	type UsingModule
} from './coverage.ts';
import type { Voice } from './records.ts';

const module = (cited: string[], ...keyed: string[][]): UsingModule => ({
	cards: [{ paragraphs: [[{ claims: cited }]] }],
	items: keyed.map((claims) => ({ claims }))
});

const voice = (id: string): [string, Voice] => [
	id,
	{ id, revision: 1, name: id, kind: 'person', office: '', side: 'outside', references: [] }
];

describe('coverage', () => {
	const claims = claimsOf({
		a: { voice: 'ann' },
		b: { voice: 'ben', same: ['c'] },
		c: { voice: 'cem', same: ['b', 'd'] },
		d: { voice: 'cem', same: ['c'] },
		e: { voice: 'cem', asideBecause: 'It says little.' }
	});
	const coverage = coverageOf([module(['a', 'b'], ['b'])], claims);

	it('counts a claim as asked where one that says the same is asked', () => {
		expect([...coverage.asked].sort()).toEqual(['b', 'c', 'd']);
	});

	it('counts as taught only what a card cites', () => {
		expect([...coverage.taught].sort()).toEqual(['a', 'b']);
	});

	it('leaves out what lacks a card or a question and does not say why', () => {
		const { untaught, unasked } = leftOut(claims, coverage);
		expect(untaught.map(({ id }) => id)).toEqual(['c', 'd']);
		expect(unasked.map(({ id }) => id)).toEqual(['a']);
	});

	it('names each voice that is never asked about, with its claims, and no voice without a claim', () => {
		const voices = new Map(['ann', 'ben', 'cem', 'dan'].map(voice));
		expect(unaskedVoices(claims, voices, coverage)).toEqual([{ voice: 'ann', claims: 1 }]);
	});

	it('counts a claim once for each question', () => {
		expect(keyedIn(module([], ['a', 'a', 'b'], ['a']))).toEqual(['a', 'b', 'a']);
	});

	it('never loses by one more question', () => {
		const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 });
		fc.assert(
			fc.property(ids, ids, ids, (cited, first, second) => {
				const before = coverageOf([module(cited, first)], claims);
				const after = coverageOf([module(cited, first, second)], claims);
				for (const claim of claims.values())
					if (!lacks(claim, before).question) expect(lacks(claim, after).question).toBe(false);
			})
		);
	});
});
