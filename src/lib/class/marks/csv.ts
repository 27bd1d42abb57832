/** Marks as CSV (RFC 4180). */
import type { Table, Value } from './table.ts';

/** With it, spreadsheets take the file for UTF-8. */
const BOM = '\ufeff';

/**
 * Spreadsheets take text that begins so for a formula, the wide forms of East Asian scripts too
 * (OWASP, CSV Injection). Blanks before it do not hinder all of them.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * Text that no spreadsheet runs: where it could be a formula, an apostrophe stands before it, which
 * says "this is text". A pupil who is called =Ani stands as '=Ani.
 */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Numbers stay numbers, with a point. */
function field(value: Value): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	const text = harmless(value);
	return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text of the file: UTF-8 with its mark, a comma between fields, CR LF after each row. */
export const toCsv = ({ columns, rows }: Table): string =>
	BOM + [columns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
