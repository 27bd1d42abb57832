import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKinds } from '../../quiz/kinds/index.ts';
import { courseItems, someAnswers } from '../answering.ts';
import { deskRecord } from '../documents/desk.ts';
import { gradebook, type ContentItem } from '../gradebook/gradebook.ts';
import { itemAnalysis } from '../gradebook/items.ts';
import { aHandIn, anAssignment, idOf } from '../testing.ts';
import { harmless, toCsv } from './csv.ts';
import { itemsTable, marksTable, moment, points, type Table, type Value } from './table.ts';
import { toXlsx } from './xlsx.ts';

await loadKinds();

/** Reads CSV as RFC 4180 has it. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	const fields = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
	let row: string[] = [];
	for (const [, field = '', end] of text.matchAll(fields)) {
		row.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
		if (end === ',') continue;
		rows.push(row);
		row = [];
	}
	return rows;
}

const table = (rows: Value[][]): Table => ({ title: 'T', columns: ['a', 'b'], rows });
const value = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 8 }),
	fc.string({ unit: fc.constantFrom(...'=+-@,;"'.split(''), '\t', '\r', '\n', ' ', 'a', '＝') }),
	fc.integer(),
	fc.constantFrom(0.25, -0.5, 33.3),
	fc.constant(null)
);

describe('CSV', () => {
	it('comes back field by field, and nothing in it could be run', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(value, value), { maxLength: 5 }), (rows) => {
				const csv = toCsv(table(rows));
				expect(csv.startsWith('\ufeffa,b\r\n')).toBe(true);
				const read = readCsv(csv.slice(1)).slice(1);
				expect(read).toEqual(
					rows.map((row) =>
						row.map((each) => (typeof each === 'string' ? harmless(each) : String(each ?? '')))
					)
				);
				for (const [index, row] of read.entries())
					for (const [place, field] of row.entries())
						if (typeof rows[index]?.[place] === 'string')
							expect(field).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
			})
		);
	});

	it.each([
		['=Ani', "'=Ani"],
		['+1', "'+1"],
		['-Leyla', "'-Leyla"],
		['@home', "'@home"],
		[' =1+1', "' =1+1"],
		['＝1', "'＝1"],
		['\tx', "'\tx"],
		["Zoë O'Brien", "Zoë O'Brien"],
		['a=b', 'a=b'],
		['', '']
	])('writes the text %j as %j', (text, written) => {
		expect(harmless(text)).toBe(written);
	});

	it('writes numbers as numbers, with a point, under nothing too', () => {
		expect(toCsv(table([[0.5, -0.25]]))).toBe('\ufeffa,b\r\n0.5,-0.25\r\n');
	});
});

const items = courseItems.slice(0, 12);
const content = new Map<string, ContentItem>(
	courseItems.map((item, index) => [item.id, { item, module: index < 6 ? 'one' : 'two' }])
);
const handIns = ['=Ani', 'Leyla', 'Nino'].map((name) =>
	aHandIn({ id: idOf(name), member: { id: idOf(name), name }, answers: someAnswers(items, name) })
);
const book = gradebook(
	{
		revisions: [
			anAssignment({
				items: items.map(({ id, revision }) => ({ id, revision })),
				closes: 1_700_000_600_000
			})
		],
		handIns: handIns.map((document) => ({ document })),
		members: [{ id: idOf('absent'), name: 'Zoë' }],
		desk: [
			deskRecord(idOf('mark'), 1, {
				kind: 'override',
				assignment: anAssignment().id,
				member: idOf('Nino'),
				item: items[2]?.id ?? '',
				score: 1,
				reason: 'Said it aloud.'
			})
		]
	},
	content
);
const names = {
	module: (id: string) => `Module ${id}`,
	skill: (skill: string) => skill,
	offset: () => 270,
	absent: ['Əli']
};
const marks = marksTable(book, names);

describe('the table of marks', () => {
	it('has a row for each pupil and a value for each column', () => {
		expect(marks.rows).toHaveLength(5);
		for (const row of marks.rows) expect(row).toHaveLength(marks.columns.length);
		expect(marks.columns.slice(0, 8)).toEqual([
			'Name',
			'Handed in',
			'Remarks',
			'Attempts',
			'Points',
			'Of',
			'Per cent',
			'Module one, per cent'
		]);
		expect(marks.columns.slice(-12)).toEqual(
			items.map(({ prompt }, place) => `${place + 1}. ${prompt}`)
		);
	});

	it('holds the points of the gradebook', () => {
		const row = marks.rows.find(([name]) => name === 'Leyla') ?? [];
		const { tally, cells } = book.pupils.find(({ name }) => name === 'Leyla') ?? {};
		expect(row.slice(1, 7)).toEqual([
			'2023-11-15 02:55 +04:30',
			'late',
			1,
			points(tally?.score ?? -1),
			12,
			Math.round(((tally?.score ?? -1) / 12) * 1000) / 10
		]);
		expect(row.slice(-12)).toEqual(cells?.map(({ score }) => points(score ?? -1)));
	});

	it('leaves empty what somebody who handed in nothing has not', () => {
		const row = marks.rows.find(([name]) => name === 'Zoë') ?? [];
		expect(row.slice(1)).toEqual([null, null, 0, ...Array<null>(row.length - 4).fill(null)]);
	});

	it('says which mark the teacher set and why, and has a row for a name without a pupil', () => {
		const remarkOf = (wanted: string) => marks.rows.find(([name]) => name === wanted)?.[2];
		expect(remarkOf('Nino')).toBe('late; question 3 set by the teacher: Said it aloud.');
		expect(remarkOf('Əli')).toBe('nothing handed in');
	});

	it.each([
		[0, '2023-11-14 22:13 +00:00'],
		[-210, '2023-11-14 18:43 -03:30'],
		[60, '2023-11-14 23:13 +01:00']
	])('writes the time of a reader %i minutes ahead of UTC', (ahead, written) => {
		expect(moment(1_700_000_000_000, { offset: () => ahead })).toBe(written);
	});

	it('says in the analysis how far to trust it', () => {
		const { columns, rows } = itemsTable(itemAnalysis(book));
		expect(rows).toHaveLength(12);
		for (const row of rows) expect(row).toHaveLength(columns.length);
		expect(rows[0]?.slice(-1)).toEqual(['under 10 pupils: too few']);
	});
});

describe('a spreadsheet', () => {
	it('holds the same: numbers as numbers, names as text', async () => {
		const blob = await toXlsx([marks, itemsTable(itemAnalysis(book))]);
		const { unzipSync, strFromU8 } = await import('fflate');
		const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
		const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
		const sheet = text('xl/worksheets/sheet1.xml');
		expect(text('xl/workbook.xml')).toMatch(/name="Marks".*name="Questions"/s);
		expect(text('xl/sharedStrings.xml')).toContain('=Ani');
		expect(sheet).not.toMatch(/<f[ >]/);
		expect(sheet.match(/<row /g)).toHaveLength(6);
		const { tally } = book.pupils.find(({ name }) => name === 'Leyla') ?? {};
		expect(sheet).toContain(`<v>${points(tally?.score ?? -1)}</v>`);
	});

	it('takes any text', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary' }), async (name) => {
				const blob = await toXlsx([table([[name, 1]])]);
				expect(blob.size).toBeGreaterThan(1000);
			}),
			{ numRuns: 20 }
		);
	});
});
