import { describe, expect, it } from 'vitest';
import {
	articles,
	edited,
	passed,
	sample,
	type Edit
} from '../../../tests/support/sample-content.ts';
import { checkFigures, missingIn } from './figures.ts';
import { formatMistake } from './mistakes.ts';
import type { Figure } from './records.ts';

const figure = (own: Partial<Figure>): Figure => ({ words: '', times: 1, claims: ['x'], ...own });

describe('missingIn', () => {
	it.each<[string, Partial<Figure>, string]>([
		['a number in digits', { is: 1960 }, 'Some 1,960 of them'],
		['a number in words', { is: 3 }, 'Three of them'],
		['one, as an article', { is: 1 }, 'It lost a soldier.'],
		['none', { is: 0 }, 'Nobody else was hurt.'],
		['a dozen', { from: 12 }, 'more than a dozen'],
		['both ends', { from: 2, to: 3 }, 'two or three'],
		['an hour', { at: '00:05' }, 'at 00:05am'],
		['a full hour without minutes', { at: '09:00' }, 'at 9am'],
		['midnight', { at: '00:00' }, 'at midnight'],
		['no number', {}, 'some']
	])('finds %s', (_, own, text) => {
		expect(missingIn(figure(own), text)).toEqual([]);
	});

	it.each<[string, Partial<Figure>, string, string[]]>([
		['another number', { is: 50 }, 'at least 49', ['50']],
		['one end of a range', { from: 2, to: 3 }, 'two of them', ['3']],
		['another hour', { at: '09:30' }, 'at 9am', ['9:30']],
		['a number that is part of another', { is: 6500 }, 'over 65,000', ['6500']]
	])('misses %s', (_, own, text, missing) => {
		expect(missingIn(figure(own), text)).toEqual(missing);
	});
});

describe('checkFigures', () => {
	const check = (...edits: Edit[]) =>
		checkFigures(passed(edited(...edits)), articles).map(formatMistake);

	it('has nothing to say where all stands in the articles', () => {
		expect(check()).toEqual([]);
	});

	it('names a figure that the claim has and the paragraph does not', () => {
		expect(
			check(
				['claims/herald.yaml', 'Five carriers', 'Six carriers'],
				['figures.yaml', 'words: five, is: 5', 'words: six, is: 6']
			)
		).toEqual([
			'figures.yaml:9: gives the figure 6, which stands in none of the paragraphs of its claims; give the printed figure'
		]);
	});

	it('names a number that only the words have', () => {
		expect(check(['figures.yaml', 'from 7:30 on', 'from 7:30 (0330 GMT) on'])).toEqual([
			'figures.yaml:22: gives the figure 330, which stands in none of the paragraphs of its claims; give the printed figure'
		]);
	});

	it('leaves out figures of an article that is not at hand', () => {
		const herald = new Map([['herald', articles.get('herald') ?? '']]);
		const wrong = passed({
			...sample,
			'figures.yaml': (sample['figures.yaml'] ?? '').replace(
				'words: three, is: 3',
				'words: 4, is: 4'
			)
		});
		expect(checkFigures(wrong, herald)).toEqual([]);
	});
});
