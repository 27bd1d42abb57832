import { describe, expect, it } from 'vitest';
import {
	edited,
	mistakesAfter,
	mistakesIn,
	type Edit
} from '../../../../tests/support/sample-content.ts';

const FIGURES = 'figures.yaml';
const THREE = '{ words: three, is: 3, claims: [ga03-three-lost] }';
const HOUR = "{ words: from 7:30 on, at: '07:30', claims: [ga02-carts] }";

const at = (line: number, message: string) => `${FIGURES}:${line}: ${message}`;
const put = (old: string, text: string): Edit => [FIGURES, old, text];

describe('a figure', () => {
	it.each([
		[
			'that its claim does not have',
			put(THREE, '{ words: four, is: 4, claims: [ga03-three-lost] }'),
			'gives the figure 4, which claim "ga03-three-lost" does not have; mend the figure, or name another claim'
		],
		[
			'that its own words do not have',
			put(THREE, '{ words: some, is: 3, claims: [ga03-three-lost] }'),
			'gives the figure 3, which its words do not have; mend the figure, or name another claim'
		],
		[
			'that is exact, with words that set a floor',
			put(THREE, '{ words: at least three, is: 3, claims: [ga03-three-lost] }'),
			'says "at least three" of an exact number; write "from: number"'
		],
		[
			'that is exact, with words that set a ceiling',
			put(THREE, '{ words: nearly three, is: 3, claims: [ga03-three-lost] }'),
			'says "nearly three" of an exact number; write "to: number"'
		],
		[
			'of two articles',
			put(THREE, '{ words: lost, claims: [ga03-three-lost, he01-five-lost] }'),
			'takes one figure from 2 articles; write one for each article'
		]
	])('%s is named', (_, edit, message) => {
		expect(mistakesAfter(edit)).toContain(at(8, message));
	});

	it.each([
		['at least three', 'from: 3'],
		['nearly three', 'to: 3'],
		['about three', 'about: 3'],
		['a number of them', '']
	])('may be "%s"', (words, size) => {
		const figure = `{ words: ${words}, ${size ? `${size}, ` : ''}claims: [ga03-three-lost] }`;
		expect(mistakesAfter(put(THREE, figure))).toEqual([]);
	});

	it('may have both ends of a range', () => {
		const claim: Edit = ['claims/gazette.yaml', 'Three carriers', 'Two or three carriers'];
		const range = (ends: string) =>
			put(THREE, `{ words: two or three, ${ends}, claims: [ga03-three-lost] }`);
		expect(mistakesAfter(claim, range('from: 2, to: 3'))).toEqual([]);
		expect(mistakesAfter(claim, range('from: 3, to: 2'))).toContainEqual(
			expect.stringContaining('the lower one first')
		);
	});

	it('has one size', () => {
		expect(mistakesAfter(put('is: 3', 'is: 3, about: 3'))).toContainEqual(
			expect.stringContaining('must have one of is, about and at, or from, to or both')
		);
	});

	it('is an hour only on a clock', () => {
		expect(mistakesAfter(put('  scale: clock\n', ''))).toEqual([
			at(21, 'has an hour, and the group counts; write "scale: clock" there')
		]);
	});

	it('is no amount on a clock', () => {
		const amount = put(HOUR, '{ words: 12 carts, is: 12, claims: [ga02-carts] }');
		expect(mistakesAfter(amount)).toEqual([
			at(22, 'has an amount, and the group shows hours; write "at" for an hour')
		]);
	});

	it('is no hour that no clock shows', () => {
		expect(mistakesAfter(put("'07:30'", "'24:30'"))).toContainEqual(
			expect.stringContaining('must be an hour such as 00:05')
		);
	});
});

it.each([
	['claim', put('[he01-five-lost]', '[he01-five-last]'), 9, 'did you mean he01-five-lost?'],
	['note', put('[three-or-five]', '[three-or-six]'), 11, 'did you mean three-or-five?'],
	['dispute', put('[who-shut-it]', '[who-shot-it]'), 12, 'did you mean who-shut-it?'],
	[
		'event',
		put('  scale: clock', '  scale: clock\n  event: bridge-shot'),
		17,
		'did you mean bridge-shut?'
	]
])('a %s that is not there is named', (kind, edit, line, hint) => {
	expect(mistakesAfter(edit)).toContainEqual(
		expect.stringMatching(
			new RegExp(`^${FIGURES}:${line}: names no ${kind} ".*${hint.replace('?', '\\?')}$`)
		)
	);
});

it('a note on other claims is named', () => {
	const note: Edit = ['notes.yaml', 'on: [ga03-three-lost]', 'on: [ga02-locked]'];
	expect(mistakesAfter(note)).toEqual([
		at(
			11,
			'names note "three-or-five", which is on none of the claims here; take it out, or add a claim to its "on"'
		)
	]);
});

describe('both sides', () => {
	const UNEVEN =
		'shows one side without the other beside it; give both a part, Armenia first, and leave "figures" empty where no article has one';

	it('have a part each', () => {
		const alone = put(
			'    - of: Carts of the south\n      sides: [azerbaijan]\n      figures: []\n',
			''
		);
		expect(mistakesAfter(alone)).toEqual([at(19, UNEVEN)]);
	});

	it('stand in their order', () => {
		expect(mistakesAfter(put('sides: [armenia]', 'sides: [azerbaijan]'))).toEqual([at(19, UNEVEN)]);
		expect(mistakesAfter(put('sides: [azerbaijan]', 'sides: [karabakh]'))).toEqual([
			at(23, UNEVEN)
		]);
	});

	it('may be counted together', () => {
		const together = edited(
			put('sides: [armenia]', 'sides: [armenia, azerbaijan]'),
			put('sides: [azerbaijan]', 'sides: []')
		);
		expect(mistakesIn(together)).toEqual([]);
	});
});

describe('a claim that counts dead or wounded', () => {
	const left = put('        - { words: five, is: 5, claims: [he01-five-lost] }\n', '');

	it('stands in a group', () => {
		expect(mistakesAfter(left)).toEqual([
			'claims/herald.yaml:4: claim "he01-five-lost" counts dead or wounded and stands in no group of figures.yaml; add a figure that names it'
		]);
	});

	it('is not asked for while its group cannot be read', () => {
		expect(mistakesAfter(put('unit: carriers', 'units: carriers'))).toHaveLength(2);
	});
});
