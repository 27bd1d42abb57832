import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enough, kindsOf, resultText, searchOf } from './tell.ts';

describe('what can be looked for', () => {
	it.each(['ar', 'Ա ր', '4', 'a 1', 'ə, b'])('%s', (query) => {
		expect(enough(query)).toBe(true);
	});
	it.each(['', ' ', 'a', '?!', ' ə '])('not “%s”', (query) => {
		expect(enough(query)).toBe(false);
	});
});

it('counts the kinds that were found, always in the same order', () => {
	const hit = (kind: 'place' | 'card') => ({
		entry: { kind, title: '', text: '', path: '/' },
		keys: () => new Set<string>()
	});
	expect([...kindsOf([hit('card'), hit('place'), hit('card')])]).toEqual([
		['place', 1],
		['card', 2]
	]);
});

it('tells the number of results, and whether that is all', () => {
	const whole = { whole: true, missing: [] };
	expect(resultText(1, false, whole)).toBe('1 result');
	expect(resultText(0, false, whole)).toBe('0 results');
	expect(resultText(2, true, whole)).toContain('so far');
	expect(resultText(2, false, { ...whole, whole: false })).toContain('none has all');
	expect(resultText(2, false, { ...whole, missing: ['Vardenis'] })).toContain(
		'“Vardenis”, which no'
	);
	expect(resultText(0, false, { ...whole, missing: ['Vardenis'] })).toBe('0 results');
});

describe('the address of a search', () => {
	it('holds what was typed and what is shown of it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'claim'), (query, kind) => {
				const params = new URLSearchParams(searchOf(query, kind));
				expect(params.get('q') ?? '').toBe(query.trim().toWellFormed());
				expect(params.get('kind') ?? '').toBe(kind);
			})
		);
	});

	it('has nothing where nothing was typed', () => {
		expect(searchOf(' ', '')).toBe('');
	});
});
