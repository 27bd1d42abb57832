import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEdtf, parseEdtf } from './edtf.ts';

const pad = (n: number, width = 2) => String(n).padStart(width, '0');
const year = fc.integer({ min: 1000, max: 2999 });
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 }));
const day = fc.tuple(month, fc.integer({ min: 1, max: 28 }));
const single = fc.oneof(
	year.map(String),
	fc.integer({ min: 100, max: 299 }).map((n) => `${n}X`),
	month.map(([y, m]) => `${y}-${pad(m)}`),
	day.map(([[y, m], d]) => `${y}-${pad(m)}-${pad(d)}`)
);
const date = fc.oneof(
	fc.constant('unknown'),
	single,
	fc.tuple(single, single).map((pair) => pair.sort().join('/'))
);

describe('parseEdtf', () => {
	it.each([
		['2022-09-13', 'day', '2022-09-13', '2022-09-13'],
		['2022-09', 'month', '2022-09-01', '2022-09-30'],
		['2020-02', 'month', '2020-02-01', '2020-02-29'],
		['1900-02', 'month', '1900-02-01', '1900-02-28'],
		['2022', 'year', '2022-01-01', '2022-12-31'],
		['198X', 'decade', '1980-01-01', '1989-12-31'],
		['2022-09-05/2022-09-11', 'range', '2022-09-05', '2022-09-11'],
		['198X/1994-05', 'range', '1980-01-01', '1994-05-31'],
		['unknown', 'unknown', '', '']
	])('reads %s as a %s', (text, precision, first, last) => {
		expect(parseEdtf(text)).toEqual({ precision, first, last });
	});

	it.each([
		'',
		'2022-13',
		'2022-00',
		'2022-02-29',
		'2022-09-31',
		'2022-9-1',
		'13.09.2022',
		'19XX',
		'2022-09-11/2022-09-05',
		'2022/2023/2024',
		'2022/',
		'/2022',
		'2022/unknown',
		' 2022',
		'2022-09-13T00:05'
	])('does not take "%s" for a date', (text) => {
		expect(parseEdtf(text)).toBeUndefined();
	});

	it('finds a first day that is not after the last', () => {
		fc.assert(
			fc.property(date, (text) => {
				const read = parseEdtf(text);
				if (read) expect(read.first <= read.last).toBe(true);
			})
		);
	});

	it('reads the days that it hands out as themselves', () => {
		fc.assert(
			fc.property(single, (text) => {
				const { first = '', last = '' } = parseEdtf(text) ?? {};
				expect(parseEdtf(first)).toEqual({ precision: 'day', first, last: first });
				expect(parseEdtf(`${first}/${last}`)).toEqual({ precision: 'range', first, last });
			})
		);
	});
});

describe('formatEdtf', () => {
	it.each([
		['2022-09-03', '3 September 2022'],
		['2022-08', 'August 2022'],
		['2022', '2022'],
		['198X', 'the 1980s'],
		['2022-09-05/2022-09-11', 'between 5 September 2022 and 11 September 2022'],
		['198X/1994', 'between the 1980s and 1994'],
		['unknown', 'not dated']
	])('says %s as "%s"', (text, words) => {
		expect(formatEdtf(text)).toBe(words);
	});

	it('has words for whatever it is given', () => {
		const any = fc.oneof(fc.string(), fc.stringMatching(/^[\dX/-]*$/));
		fc.assert(
			fc.property(any, (text) => {
				expect(formatEdtf(text)).toBeTypeOf('string');
			})
		);
	});

	it('says two dates in two ways', () => {
		fc.assert(
			fc.property(single, single, (a, b) => {
				expect(formatEdtf(a) === formatEdtf(b)).toBe(a === b);
			})
		);
	});
});
