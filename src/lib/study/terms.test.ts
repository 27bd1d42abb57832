import { describe, expect, it } from 'vitest';
import { passed } from '../../../tests/support/sample-content.ts';
import { LedgerIndex } from '../content/evidence.ts';
import { packLedger, packTerms } from '../content/packs.ts';
import { filterTerms, spokenText, termEntries, whoPrints } from './terms.ts';

const { ledger } = passed();
const entries = termEntries(packTerms(ledger).terms, new LedgerIndex(packLedger(ledger)));
const [locked] = entries;
if (!locked) throw new Error('The sample has no term.');
const [first, , barred] = locked.rows;
if (!first || !barred) throw new Error('The term of the sample has too few forms.');

describe('termEntries', () => {
	it('gives each form a count for each article, and how many are spoken', () => {
		expect(first.uses.map(({ source, all, spoken }) => [source.id, all, spoken])).toEqual([
			['gazette', 2, 1],
			['herald', 0, 0]
		]);
	});

	it('names the speakers and the article', () => {
		expect(first.said).toEqual([
			{ source: 'River Gazette', by: ['North council'], times: 1, retold: false }
		]);
	});
});

describe('filterTerms', () => {
	const shown = (kind: string, article: string) =>
		filterTerms(entries, { kind, article }).map(({ term }) => term.id);

	it('lets everything pass without a filter', () => {
		expect(shown('', '')).toEqual(['locked']);
	});

	it('keeps a kind', () => {
		expect(shown('loaded', '')).toEqual(['locked']);
		expect(shown('names', '')).toEqual([]);
	});

	it('keeps what an article prints in some form', () => {
		expect(shown('', 'gazette')).toEqual(['locked']);
		expect(shown('', 'herald')).toEqual([]);
	});
});

describe('whoPrints', () => {
	const inAll = { ...first, uses: first.uses.map((use) => ({ ...use, all: 1 })) };

	it.each([
		['one', first, 'River Gazette'],
		['none', barred, 'none of the five'],
		['all', inAll, 'all five']
	])('names %s', (_, row, expected) => {
		expect(whoPrints(row)).toBe(expected);
	});
});

describe('spokenText', () => {
	const said = { source: 'River Gazette', by: ['North council'], times: 1, retold: false };

	it.each([
		['quoted', said, 'North council, quoted in River Gazette'],
		['retold', { ...said, retold: true }, 'North council, retold in River Gazette'],
		['of two', { ...said, by: ['A', 'B'] }, 'A and B, quoted in River Gazette'],
		['said twice', { ...said, times: 2 }, 'North council, quoted in River Gazette, 2 times']
	])('puts a use into words that is %s', (_, use, expected) => {
		expect(spokenText(use)).toBe(expected);
	});
});
