import { describe, expect, it } from 'vitest';
import { edited, passed, type Edit } from '../../../tests/support/sample-content.ts';
import { LedgerIndex } from '../content/evidence.ts';
import { packFigures, packLedger } from '../content/packs.ts';
import { figureGroupView } from './figures.ts';

function viewsAfter(...edits: Edit[]) {
	const { ledger } = passed(edited(...edits));
	const index = new LedgerIndex(packLedger(ledger));
	return packFigures(ledger).groups.map((group) => figureGroupView(group, index));
}

const [carriers, hours] = viewsAfter();
const rowsOf = (view = carriers) => view?.parts.flatMap(({ rows }) => rows) ?? [];

describe('a row', () => {
	it('tells whose count it is, and when it was said or printed', () => {
		expect(rowsOf().map(({ words, counter, when }) => [words, counter, when])).toEqual([
			['three', "The Gazette's report; no counter named", 'printed on 5 May 2001'],
			['five', "The Herald's report; no counter named", 'printed on 5 May 2001']
		]);
		expect(rowsOf(hours).map(({ counter, when }) => [counter, when])).toEqual([
			['North council', 'said on 4 May 2001']
		]);
	});

	it('names the article where it gives the figure to a speaker', () => {
		expect(rowsOf().map(({ article }) => article)).toEqual([undefined, undefined]);
		expect(rowsOf(hours).map(({ article }) => article)).toEqual(['River Gazette']);
	});

	it.each([
		['when: 2001-05', 'said in May 2001'],
		['when: 2001-05-01/2001-05-04', 'said between 1 May 2001 and 4 May 2001'],
		['when: unknown', 'day not given, printed on 5 May 2001']
	])('knows a day given as "%s"', (when, text) => {
		const [, view] = viewsAfter([
			'claims/gazette.yaml',
			'when: 2001-05-04, time: 7:30',
			`${when}, time: 7:30`
		]);
		expect(rowsOf(view)[0]?.when).toBe(text);
	});

	it('asks for no counter where no number is given', () => {
		const [view] = viewsAfter(['figures.yaml', 'words: three, is: 3', 'words: some']);
		expect(rowsOf(view)[0]).toMatchObject({
			counter: "The Gazette's report",
			size: { kind: 'none' }
		});
	});

	it('leads to its evidence', () => {
		expect(rowsOf().map(({ evidence }) => evidence.map(({ claim }) => claim.id))).toEqual([
			['ga03-three-lost'],
			['he01-five-lost']
		]);
	});
});

describe('silence', () => {
	it('is told of each article without a figure', () => {
		expect(carriers?.parts.map(({ silent }) => silent)).toEqual([[]]);
		expect(hours?.parts.map(({ silent }) => silent)).toEqual([
			['Herald'],
			['River Gazette', 'Herald']
		]);
	});

	it('is told once where it is the same for every part', () => {
		const [, view] = viewsAfter([
			'figures.yaml',
			'      figures: []',
			"      figures: [{ words: '12', is: 12, claims: [ga02-carts] }]"
		]);
		expect(view?.parts.map(({ silent }) => silent)).toEqual([[], []]);
		expect(view?.silent).toEqual(['Herald']);
	});

	it('is not told of an article printed before the event', () => {
		const [, view] = viewsAfter(
			['figures.yaml', '  scale: clock', '  scale: clock\n  event: bridge-shut'],
			['sources/herald.yaml', 'when: 2001-05-05', 'when: 2001-05-03']
		);
		expect(view?.parts[0]?.silent).toEqual([]);
	});
});

describe('a closer look', () => {
	it('is not needed where the figures lie close', () => {
		expect(carriers?.closer).toBeUndefined();
	});

	it('leaves an outlier out, and says so', () => {
		const [view] = viewsAfter(
			['claims/herald.yaml', 'Five carriers', '30 carriers'],
			['figures.yaml', 'words: five, is: 5', 'words: over 30, from: 30']
		);
		expect(view?.axis?.top).toBe(30);
		expect(view?.closer?.left).toEqual(['over 30 (Herald)']);
		expect(view?.closer?.axis?.top).toBe(3);
		expect(view?.closer?.parts.map(({ rows }) => rows.map(({ words }) => words))).toEqual([
			['three']
		]);
	});
});

it('brings the notes and the disputed points of its group', () => {
	expect(carriers?.notes.map(({ id }) => id)).toEqual(['three-or-five']);
	expect(carriers?.disputes.map(({ id }) => id)).toEqual(['who-shut-it']);
});
