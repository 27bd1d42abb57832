/** The timeline to scale: each entry as wide as the days that its date may mean. */
import { parseEdtf } from '../content/edtf.ts';
import { daysBetween, grainOf, type Grain } from './timeline-dates.ts';

export interface ScaleBar {
	id: string;
	grain: Grain;
	/** Left end and width, in per cent of the drawing. */
	x: number;
	width: number;
	/** Row from the bottom, so that bars of the same days stand above one another. */
	row: number;
}

export interface Scale {
	bars: ScaleBar[];
	rows: number;
	ticks: { x: number; label: string }[];
}

interface Dated {
	id: string;
	when: string;
}

/** Narrower bars could not be seen. */
const NARROWEST = 1;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const addDays = (day: string, days: number) =>
	new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

interface Tick {
	day: string;
	label: string;
}

const decades = (year: number): Tick[] =>
	year % 10 === 0 ? [{ day: `${year}-01-01`, label: String(year) }] : [];

const months = (year: number): Tick[] =>
	MONTHS.map((name, month) => ({
		day: `${year}-${String(month + 1).padStart(2, '0')}-01`,
		label: month === 0 ? `${name} ${year}` : name
	}));

const tensOfDays = (year: number): Tick[] =>
	months(year).flatMap(({ day }, month) =>
		[1, 10, 20].map((date) => ({
			day: `${day.slice(0, 8)}${String(date).padStart(2, '0')}`,
			label: `${date} ${MONTHS[month] ?? ''}`
		}))
	);

/** First days of the decades, months or tens of days within a span, and how each is named. */
function ticksIn(first: string, last: string): Tick[] {
	const days = daysBetween(first, last);
	const wanted = days > 5000 ? decades : days > 45 ? months : tensOfDays;
	const begin = Number(first.slice(0, 4));
	const years = Array.from({ length: Number(last.slice(0, 4)) - begin + 1 }, (_, i) => begin + i);
	return years.flatMap(wanted).filter(({ day }) => day >= first && day <= last);
}

/**
 * Lays entries out on one axis that reaches from the first to the last of their days. Undated ones
 * are left out, and each bar takes the lowest row in which it touches no other.
 */
export function scaleOf(entries: readonly Dated[]): Scale {
	const dated = entries.flatMap(({ id, when }) => {
		const date = parseEdtf(when);
		return date?.first ? [{ id, grain: grainOf(when), ...date }] : [];
	});
	const first = dated.map((each) => each.first).sort()[0];
	const last = dated
		.map((each) => each.last)
		.sort()
		.at(-1);
	if (!first || !last) return { bars: [], rows: 0, ticks: [] };
	const days = daysBetween(first, last) + 1;
	const share = (from: string, to: string) => (daysBetween(from, to) / days) * 100;
	const rowEnds: number[] = [];
	const bars = dated
		.map(({ id, grain, first: from, last: to }) => {
			const width = Math.max(share(from, addDays(to, 1)), NARROWEST);
			return { id, grain, x: Math.min(share(first, from), 100 - width), width };
		})
		.sort((a, b) => a.x - b.x || b.width - a.width)
		.map((bar) => {
			const free = rowEnds.findIndex((end) => end <= bar.x);
			const row = free < 0 ? rowEnds.length : free;
			rowEnds[row] = bar.x + bar.width;
			return { ...bar, row };
		});
	const ticks = ticksIn(first, last).map(({ day, label }) => ({ x: share(first, day), label }));
	return { bars, rows: rowEnds.length, ticks };
}
