/** Where the mark of a figure stands on an axis. */
import type { Figure } from '../content/records.ts';

/**
 * *exact*: that number; *floor*: that or more; *ceiling*: a little less; *about*: open both ways;
 * *range*: between two ends; *hour*: a point in a day; *none*: no number is given.
 */
export type MarkKind = 'exact' | 'floor' | 'ceiling' | 'about' | 'range' | 'hour' | 'none';

export interface FigureSize {
	kind: MarkKind;
	/** Where the bar begins and ends, in the group's units; hours since midnight for an hour. */
	start: number;
	end: number;
}

export interface Tick {
	/** In hundredths of the axis. */
	at: number;
	label: string;
	/** Left out where there is little room. */
	minor: boolean;
}

export interface Axis {
	/** Where the axis ends; it begins at zero and is linear. */
	top: number;
	ticks: Tick[];
}

/** Hours since midnight of `09:30`. */
function hoursSince(at: string): number {
	const [hours = 0, minutes = 0] = at.split(':').map(Number);
	return hours + minutes / 60;
}

/** What a figure says of its size, in the group's units. */
export function sizeOf({ is, about, from, to, at, times }: Figure): FigureSize {
	const bar = (kind: MarkKind, end: number, start = 0) => ({
		kind,
		start: start * times,
		end: end * times
	});
	if (at !== undefined) return bar('hour', hoursSince(at), hoursSince(at));
	if (from !== undefined && to !== undefined) return bar('range', to, from);
	if (from !== undefined) return bar('floor', from);
	if (to !== undefined) return bar('ceiling', to);
	if (about !== undefined) return bar('about', about);
	return is === undefined ? bar('none', 0) : bar('exact', is);
}

const ENOUGH = 4;

/** Steps that people count in: 1, 2, 5, 10, 20, 25, 50 and so on. */
const steps = (max: number) =>
	Array.from({ length: Math.ceil(Math.log10(Math.max(max, 1))) + 1 }, (_, power) => 10 ** power)
		.flatMap((ten) => [ten, 2 * ten, ...(ten > 1 ? [2.5 * ten] : []), 5 * ten])
		.sort((a, b) => a - b);

/** "65,000", for whole numbers; the browser's own way reads its tables of languages first, which is slow. */
const inThousands = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

function ticksOf(count: number, step: number, label: (value: number) => string): Tick[] {
	return Array.from({ length: count + 1 }, (_, index) => ({
		at: (index / count) * 100,
		label: label(index * step),
		minor: index > 0 && index < count && index * 2 !== count
	}));
}

/**
 * A linear axis from zero that holds amounts up to `max`, with two to four even steps (one, where
 * nothing is more than one): the shortest such axis, and of two alike the one with more steps.
 */
export function amountAxis(max: number): Axis {
	const most = Math.max(max, 1);
	const [best = { step: most, count: 1 }] = steps(most)
		.map((step) => ({ step, count: Math.ceil(most / step) }))
		.filter(({ count }) => count <= ENOUGH && (count > 1 || most === 1))
		.sort((a, b) => a.step * a.count - b.step * b.count || b.count - a.count);
	return { top: best.step * best.count, ticks: ticksOf(best.count, best.step, inThousands) };
}

/** The first half of a day, or the whole of it where an hour is later than noon. */
export function clockAxis(max: number): Axis {
	const top = max <= 12 ? 12 : 24;
	const label = (hours: number) => `${String(hours).padStart(2, '0')}:00`;
	return { top, ticks: ticksOf(ENOUGH, top / ENOUGH, label) };
}

/**
 * The axis of some figures; none where no figure has a number.
 *
 * @param clock whether they are hours of a day
 */
export function axisOf(sizes: readonly FigureSize[], clock: boolean): Axis | undefined {
	const ends = sizes.filter(({ kind }) => kind !== 'none').map(({ end }) => end);
	if (ends.length === 0) return undefined;
	return (clock ? clockAxis : amountAxis)(Math.max(...ends));
}

/** Start and end of a mark in hundredths of the axis. */
export const placeOf = ({ start, end }: FigureSize, { top }: Axis) => ({
	start: (start / top) * 100,
	end: (end / top) * 100
});

/** How many times the next lower figure makes a figure an outlier. */
const OUTLIER = 5;

/** The size above which figures are outliers, because they crush the others; none mostly. */
export function outlierAbove(sizes: readonly FigureSize[]): number | undefined {
	const ends = sizes
		.filter(({ kind, end }) => kind !== 'none' && kind !== 'hour' && end > 0)
		.map(({ end }) => end)
		.sort((a, b) => a - b);
	return ends.find((end, index) => (ends[index + 1] ?? 0) >= end * OUTLIER);
}
