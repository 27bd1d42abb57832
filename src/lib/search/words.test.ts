import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './words.ts';

const keys = (text: string) => wordsOf(text).flatMap((word) => word.keys);

describe('the words of a text', () => {
	it('stand where they say', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
				for (const word of wordsOf(text))
					expect(text.slice(word.at, word.at + word.text.length)).toBe(word.text);
			})
		);
	});

	it('come in order and do not overlap', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
				let end = 0;
				for (const word of wordsOf(text)) {
					expect(word.at).toBeGreaterThanOrEqual(end);
					end = word.at + word.text.length;
				}
			})
		);
	});

	it.each([
		['1,960 peacekeepers', ['1960', 'peajekeeper']],
		['1\u00A0960', ['1960']],
		['at 00:05', ['at', '00', '05']],
		['44 days', ['44', 'day']],
		['44-day', ['44', 'day']],
		['3.5', ['3.5']],
		['2022.', ['2022']],
		['2022-09-13', ['13', 'september', '2022']],
		['13.9.2022', ['13', 'september', '2022']],
		['13.09.2022', ['13', 'september', '2022']],
		['2022-09', ['september', '2022']],
		['2022-23', ['2022', '23']],
		['the 13th', ['the', '13']],
		['Nagorno-Karabakh', ['nagorno', 'karabak']],
		['Armenia’s', ['armenia']],
		['“Sotk”', ['sotk']],
		['', []],
		['?!', []]
	])('%s', (text, expected) => {
		expect(keys(text)).toEqual(expected);
	});

	it('are the same for a date in figures and in words', () => {
		expect(keys('2022-09-13')).toEqual(keys('13 September 2022'));
	});
});
