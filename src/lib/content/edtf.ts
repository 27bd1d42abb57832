/**
 * Dates as the articles allow them: a subset of the Extended Date/Time Format
 * (ISO 8601-2:2019, EDTF level 1): `2022-09-13`, `2022-09`, `2022`, `198X` (a decade),
 * an interval of two of these `2022-09-05/2022-09-11`, or the word `unknown`.
 */
export type Precision = 'day' | 'month' | 'year' | 'decade' | 'range' | 'unknown';

export interface EdtfDate {
	precision: Precision;
	/** First and last day that the date can mean, as `YYYY-MM-DD`; both empty when unknown. */
	first: string;
	last: string;
}

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

const pad = (n: number) => String(n).padStart(2, '0');
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function parseOne(text: string): EdtfDate | undefined {
	const decade = /^(\d{3})X$/.exec(text);
	if (decade)
		return { precision: 'decade', first: `${decade[1]}0-01-01`, last: `${decade[1]}9-12-31` };
	const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
	if (!parts) return undefined;
	const [year, month, day] = parts.slice(1).map((part) => (part ? Number(part) : undefined));
	if (year === undefined) return undefined;
	if (month === undefined)
		return { precision: 'year', first: `${text}-01-01`, last: `${text}-12-31` };
	if (month < 1 || month > 12) return undefined;
	if (day === undefined)
		return {
			precision: 'month',
			first: `${text}-01`,
			last: `${text}-${pad(daysIn(year, month))}`
		};
	if (day < 1 || day > daysIn(year, month)) return undefined;
	return { precision: 'day', first: text, last: text };
}

/** Reads a date; `undefined` when the text is no date of the subset above. */
export function parseEdtf(text: string): EdtfDate | undefined {
	if (text === 'unknown') return { precision: 'unknown', first: '', last: '' };
	const [from = '', to, ...more] = text.split('/');
	if (more.length > 0) return undefined;
	const start = parseOne(from);
	if (!start || to === undefined) return start;
	const end = parseOne(to);
	if (!end || end.last < start.first) return undefined;
	return { precision: 'range', first: start.first, last: end.last };
}

function formatOne(text: string): string {
	if (text.endsWith('X')) return `the ${text.slice(0, 3)}0s`;
	const [year, month, day] = text.split('-');
	const name = month ? MONTHS[Number(month) - 1] : undefined;
	return [day ? String(Number(day)) : undefined, name, year].filter(Boolean).join(' ');
}

/** The date in English words: "13 September 2022", "August 2022", "the 1980s", "not dated". */
export function formatEdtf(text: string): string {
	if (text === 'unknown') return 'not dated';
	const [from = '', to] = text.split('/');
	return to === undefined ? formatOne(from) : `between ${formatOne(from)} and ${formatOne(to)}`;
}
