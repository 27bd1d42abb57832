import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../tests/support/claims.ts';
import { findCycles, relationsOf, sameClaims } from './links.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const pairs = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), {
	maxLength: 8
});

/** Claims of which each pair is linked as the same from both ends, as the gate demands. */
const linked = (all: readonly (readonly [string, string])[]) =>
	claimsOf(
		Object.fromEntries(
			names.map((name) => [
				name,
				{ same: all.flatMap(([a, b]) => (a === name ? [b] : b === name ? [a] : [])) }
			])
		)
	);

describe('sameClaims is an equivalence', () => {
	it('holds for each claim and itself', () => {
		fc.assert(
			fc.property(pairs, (all) => {
				for (const a of names) expect(sameClaims(a, linked(all))).toContain(a);
			})
		);
	});

	it('holds from both ends', () => {
		fc.assert(
			fc.property(pairs, (all) => {
				const claims = linked(all);
				const same = (a: string, b: string) => sameClaims(a, claims).has(b);
				for (const a of names) for (const b of names) expect(same(a, b)).toBe(same(b, a));
			})
		);
	});

	it('holds through any number of links', () => {
		fc.assert(
			fc.property(pairs, (all) => {
				const claims = linked(all);
				for (const a of names)
					for (const b of sameClaims(a, claims))
						expect([...sameClaims(b, claims)].sort()).toEqual([...sameClaims(a, claims)].sort());
			}),
			{ numRuns: 50 }
		);
	});
});

describe('relationsOf', () => {
	const claims = claimsOf({
		a: { same: ['b'], differs: [{ claim: 'd', in: 'the day' }] },
		b: { same: ['a', 'c'] },
		c: { same: ['b'] },
		d: { denies: ['a'], differs: [{ claim: 'a', in: 'the day' }] },
		e: { answers: ['d'] }
	});

	it('sees each link from both ends', () => {
		expect(relationsOf('a', claims)).toEqual([
			{ name: 'denied-by', claim: 'd' },
			{ name: 'differs', claim: 'd', in: 'the day' },
			{ name: 'same', claim: 'b' },
			{ name: 'same', claim: 'c' }
		]);
		expect(relationsOf('d', claims)).toEqual([
			{ name: 'denies', claim: 'a' },
			{ name: 'answered-by', claim: 'e' },
			{ name: 'differs', claim: 'a', in: 'the day' }
		]);
		expect(relationsOf('e', claims)).toEqual([{ name: 'answers', claim: 'd' }]);
	});

	it('has nothing to say of an unknown claim', () => {
		expect(relationsOf('z', claims)).toEqual([]);
	});
});

describe('findCycles', () => {
	it('finds none where each denial goes back to something earlier', () => {
		const forward = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)));
		fc.assert(
			fc.property(forward, (all) => {
				const denies = (index: number) =>
					all.filter(([from, to]) => from === index && to < from).map(([, to]) => names[to] ?? 'a');
				const claims = claimsOf(
					Object.fromEntries(names.map((name, index) => [name, { denies: denies(index) }]))
				);
				expect(findCycles(claims, 'denies')).toEqual([]);
			})
		);
	});

	it('finds each circle, a claim that denies itself included', () => {
		const claims = claimsOf({
			a: { denies: ['b'] },
			b: { denies: ['c', 'd'] },
			c: { denies: ['a'] },
			d: {},
			e: { denies: ['e'] }
		});
		expect(findCycles(claims, 'denies')).toEqual([
			['a', 'b', 'c', 'a'],
			['e', 'e']
		]);
		expect(findCycles(claims, 'answers')).toEqual([]);
	});
});
