/** Marks as a spreadsheet (Office Open XML). */
import type { Table, Value } from './table.ts';

/** Text is marked as text and is never run, so names stand as they are. */
const cell = (value: Value) =>
	value === null
		? null
		: typeof value === 'number'
			? { type: Number, value }
			: { type: String, value: plain(value) };

/** Without characters that XML cannot hold, which are the control characters but three. */
const plain = (text: string) =>
	text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (char) => (/[\t\n\r]/.test(char) ? char : ''));

const heading = (value: string) => ({
	type: String,
	value: plain(value),
	fontWeight: 'bold' as const,
	wrap: true
});

/** The file, a sheet for each table; its library is loaded only now. */
export async function toXlsx(tables: readonly Table[]): Promise<Blob> {
	const { default: write } = await import('write-excel-file/universal');
	return write(
		tables.map(({ title, columns, rows }) => ({
			sheet: title,
			data: [columns.map(heading), ...rows.map((row) => row.map(cell))],
			columns: columns.map((_, index) => ({ width: index === 0 ? 28 : 14 })),
			stickyRowsCount: 1,
			stickyColumnsCount: 1
		}))
	).toBlob();
}
