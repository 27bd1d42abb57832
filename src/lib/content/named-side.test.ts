import { describe, expect, it } from 'vitest';
import type { CourseItem } from './item.ts';
import { optionsOf, sideNamed } from './named-side.ts';
import type { Voice } from './records.ts';

const person = (name: string, side: Voice['side']): Voice => ({
	id: name,
	revision: 1,
	name,
	kind: 'person',
	office: '',
	side,
	references: []
});
const voices = [
	person('Nikol Pashinyan', 'armenia'),
	person('Ilham Aliyev', 'azerbaijan'),
	person('Charles Michel', 'outside')
];

describe('sideNamed', () => {
	it.each([
		["Armenia's Defence Ministry", 'armenia'],
		['Yerevan', 'armenia'],
		['Nikol Pashinyan', 'armenia'],
		['Azerbaijani media', 'azerbaijan'],
		['one Azeri soldier', 'azerbaijan'],
		['As Aliyev said', 'azerbaijan'],
		['The Karabakh army', 'karabakh'],
		['De facto authorities of Nagorno-Karabakh', 'karabakh'],
		['officials in Nagorno-Karabakh', 'karabakh'],
		['Nagorno-Karabakh', undefined],
		['Armenia and Azerbaijan', undefined],
		['Pashinyan and Aliyev', undefined],
		['Charles Michel', undefined]
	])('finds in "%s" %s', (text, side) => {
		expect(sideNamed(text, voices)).toBe(side);
	});
});

describe('optionsOf', () => {
	const options = [
		{ id: 'a', text: 'The first' },
		{ id: 'b', text: 'The second' }
	];
	const item = (own: Record<string, unknown>) => own as unknown as CourseItem;

	it('tells right from wrong by the key', () => {
		expect(optionsOf(item({ kind: 'choice', options, keys: ['b'] }))).toEqual([
			{ text: 'The first', right: false },
			{ text: 'The second', right: true }
		]);
	});

	it('takes what an entry of a match is matched with as right', () => {
		const pairs = [{ id: 'x', text: 'One', key: 'a' }];
		expect(optionsOf(item({ kind: 'match', options, pairs }))).toEqual([
			{ text: 'The first', right: true },
			{ text: 'The second', right: false }
		]);
	});

	it('finds none in an order or in a question for figures', () => {
		expect(optionsOf(item({ kind: 'order', options, keys: ['a', 'b'] }))).toEqual([]);
		expect(optionsOf(item({ kind: 'number', figures: [] }))).toEqual([]);
	});
});
