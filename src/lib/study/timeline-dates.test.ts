import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../content/edtf.ts';
import {
	dateWords,
	daysBetween,
	grainOf,
	grainWords,
	lengthWords,
	pauseBetween,
	placeOf
} from './timeline-dates.ts';

describe('how exact a date is', () => {
	it.each([
		['2022-09-13', 'day', 'exact day'],
		['2022-09-12/2022-09-13', 'days', 'a span of 2 days'],
		['2022-09-05/2022-09-11', 'days', 'a span of 7 days'],
		['2022-09-05/2022-09-12', 'span', 'a span of 8 days'],
		['2022-08', 'month', 'month only'],
		['2022', 'span', 'year only'],
		['2020-09/2020-11', 'span', 'a span of 3 months'],
		['2020-11/2022-09-13', 'span', 'a span of 22 months'],
		['198X', 'decade', 'decade only'],
		['unknown', 'unknown', 'not dated'],
		['no date at all', 'unknown', 'not dated']
	])('of %s is told as %s', (when, grain, words) => {
		expect([grainOf(when), grainWords(when)]).toEqual([grain, words]);
	});
});

describe('a date in words', () => {
	it.each([
		['2022-09-13', '13 September 2022'],
		['2022-09-05/2022-09-11', '5 to 11 September 2022'],
		['2022-02-24/2022-09-14', '24 February to 14 September 2022'],
		['2022-04/2022-05', 'April to May 2022'],
		['2020-11/2022-09-13', 'November 2020 to 13 September 2022'],
		['2023-09-24/2023-10', '24 September to October 2023'],
		['2020/2022', '2020 to 2022'],
		['198X', 'the 1980s'],
		['unknown', 'not dated']
	])('of %s is %s', (when, words) => {
		expect(dateWords(when)).toBe(words);
	});
});

describe('the place of a date on the line', () => {
	it.each([
		['2022-09-13', '2022-09-13'],
		['2022-09-05/2022-09-11', '2022-09-11'],
		['2022-08', '2022-08-01'],
		['2020-11/2022-09-13', '2020-11-30'],
		['2022-02-24/2022-09-14', '2022-02-24'],
		['198X', '1980-01-01'],
		['unknown', '']
	])('of %s is %s', (when, place) => {
		expect(placeOf(when)).toBe(place);
	});

	it('is one of the days that the date may mean', () => {
		const day = fc
			.date({ min: new Date('1980-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		const part = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([one, end]) => one.slice(0, end));
		const some = fc
			.tuple(part, part)
			.map((both) => both.toSorted().join('/'))
			.filter((when) => parseEdtf(when) !== undefined);
		fc.assert(
			fc.property(fc.oneof(part, some), (when) => {
				const date = parseEdtf(when);
				const place = placeOf(when);
				expect([place >= (date?.first ?? ''), place <= (date?.last ?? '')]).toEqual([true, true]);
			})
		);
	});
});

describe('a pause', () => {
	it.each([
		['198X', '2020-09/2020-11', 'about 31 years later'],
		['2021-01-11', '2022-01-10', 'about 12 months later'],
		['2022-08', '2022-09-11', ''],
		['2022-02-24/2022-09-14', '2022-04/2022-05', 'about 2 months later'],
		['unknown', '2022-01-10', ''],
		['2022-01-10', 'unknown', '']
	])('from %s to %s is "%s"', (before, after, words) => {
		expect(pauseBetween(before, after)).toBe(words);
	});

	it('is named in the largest unit that fits', () => {
		expect([60, 61, 700, 800].map(lengthWords)).toEqual([
			'60 days',
			'2 months',
			'23 months',
			'2 years'
		]);
	});

	it('counts leap days', () => {
		expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
	});
});
