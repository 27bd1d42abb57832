import { describe, expect, it } from 'vitest';
import { enough, kindsOf, resultText } from './tell.ts';

describe('what can be looked for', () => {
	it.each(['ar', 'Ա ր', '4', 'a 1', 'ə, b'])('%s', (query) => {
		expect(enough(query)).toBe(true);
	});
	it.each(['', ' ', 'a', '?!', ' ə '])('not “%s”', (query) => {
		expect(enough(query)).toBe(false);
	});
});

it('counts the kinds, the best first', () => {
	const hit = (kind: 'place' | 'card') => ({
		entry: { kind, title: '', text: '', path: '/' },
		keys: new Set<string>()
	});
	expect([...kindsOf([hit('place'), hit('card'), hit('place')])]).toEqual([
		['place', 2],
		['card', 1]
	]);
});

it('tells the number of results, and whether that is all', () => {
	expect(resultText(1, false, true)).toBe('1 result');
	expect(resultText(0, false, true)).toBe('0 results');
	expect(resultText(2, true, true)).toContain('so far');
	expect(resultText(2, false, false)).toContain('none has all');
});
