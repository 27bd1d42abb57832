/** The dates of the timeline: how exact each is, in words, and where on the line it stands. */
import { formatEdtf, parseEdtf } from '../content/edtf.ts';

/** How exact a date is, each drawn with a mark of its own. */
export type Grain = 'day' | 'days' | 'month' | 'span' | 'decade' | 'unknown';

export const GRAIN_NAMES: Record<Grain, string> = {
	day: 'An exact day',
	days: 'A week or less',
	month: 'A month',
	span: 'A longer span',
	decade: 'A decade',
	unknown: 'Not dated'
};

const DAY = 86_400_000;
const DAYS_IN_MONTH = 30.44;

/** Whole days from one day to another, both as `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string) =>
	Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** Days that a date may mean, first and last included; 0 when it is not known. */
function width(when: string): number {
	const date = parseEdtf(when);
	return date?.first ? daysBetween(date.first, date.last) + 1 : 0;
}

/** How exact an EDTF date is; a text that is no date counts as unknown. */
export function grainOf(when: string): Grain {
	const precision = parseEdtf(when)?.precision ?? 'unknown';
	if (precision === 'range') return width(when) <= 7 ? 'days' : 'span';
	return precision === 'year' ? 'span' : precision;
}

/** The length of a span in the largest unit that fits: "7 days", "22 months", "31 years". */
export function lengthWords(days: number): string {
	const months = Math.round(days / DAYS_IN_MONTH);
	if (days < 2 * DAYS_IN_MONTH) return `${days} days`;
	return months < 24 ? `${months} months` : `${Math.round(months / 12)} years`;
}

/** How exact a date is, as a reader is told beside it. */
export function grainWords(when: string): string {
	if (parseEdtf(when)?.precision === 'year') return 'year only';
	const words: Record<Grain, string> = {
		day: 'exact day',
		days: `a span of ${width(when)} days`,
		month: 'month only',
		span: `a span of ${lengthWords(width(when))}`,
		decade: 'decade only',
		unknown: 'not dated'
	};
	return words[grainOf(when)];
}

/** A date in words; of a span, what both ends share is said once: "5 to 11 September 2022". */
export function dateWords(when: string): string {
	const [from = '', to] = when.split('/');
	if (to === undefined) return formatEdtf(when);
	const start = formatEdtf(from).split(' ');
	const end = formatEdtf(to).split(' ');
	while (start.length > 1 && end.length > 1 && start.at(-1) === end.at(-1)) {
		start.pop();
		end.pop();
	}
	return `${start.join(' ')} to ${formatEdtf(to)}`;
}

/**
 * The day at which a date stands on the line: a week or less at its last day, a longer span at the
 * end of what it begins with, anything else at its first day. Empty when it is not known.
 */
export function placeOf(when: string): string {
	const date = parseEdtf(when);
	if (!date) return '';
	if (date.precision !== 'range') return date.first;
	if (grainOf(when) === 'days') return date.last;
	const begun = parseEdtf(when.split('/')[0] ?? '')?.last ?? '';
	return begun < date.last ? begun : date.last;
}

/** Two months without an entry are worth a word. */
const PAUSE = 60;

/** What lies between two entries that follow each other: "about 31 years later", or nothing. */
export function pauseBetween(before: string, after: string): string {
	const [from, to] = [parseEdtf(before), placeOf(after)];
	if (!from?.first || !to) return '';
	const days = daysBetween(from.precision === 'range' ? placeOf(before) : from.last, to);
	return days < PAUSE ? '' : `about ${lengthWords(days)} later`;
}
