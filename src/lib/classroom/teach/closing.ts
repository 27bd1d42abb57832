/** When an assignment closes, as teachers say it. The device's own calendar, through summer time and back. */

/** In days from today; the assignment closes when that day ends. */
const DAYS = { today: 0, tomorrow: 1, week: 7 } as const;

export type Closing = keyof typeof DAYS | 'never' | 'own';

export const CLOSINGS: { value: Closing; text: string }[] = [
	{ value: 'never', text: 'No end' },
	{ value: 'today', text: 'Today' },
	{ value: 'tomorrow', text: 'Tomorrow' },
	{ value: 'week', text: 'In a week' },
	{ value: 'own', text: 'Another time' }
];

/** The last minute of a day. @param now in milliseconds since 1970, UTC @param days from today */
function endOfDay(now: number, days: number): number {
	const date = new Date(now);
	return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 23, 59).getTime();
}

/** The time that a choice stands for; with `own`, the whole hour after the next, to begin with. */
export function closesAt(closing: Closing, now: number): number | undefined {
	if (closing === 'never') return undefined;
	if (closing !== 'own') return endOfDay(now, DAYS[closing]);
	const date = new Date(now);
	return new Date(
		date.getFullYear(),
		date.getMonth(),
		date.getDate(),
		date.getHours() + 2
	).getTime();
}

/** The choice that a time stands for. */
export function closingOf(closes: number | undefined, now: number): Closing {
	if (closes === undefined) return 'never';
	const days = Object.keys(DAYS) as (keyof typeof DAYS)[];
	return days.find((each) => endOfDay(now, DAYS[each]) === closes) ?? 'own';
}

const two = (number: number) => String(number).padStart(2, '0');

/** A time as a field for date and time writes it, in the device's own zone. */
export function fieldOf(time: number | undefined): string {
	if (time === undefined) return '';
	const date = new Date(time);
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Reads such a field; `undefined` when it is empty or only half filled in. */
export function timeOf(field: string): number | undefined {
	const time = new Date(field).getTime();
	return Number.isNaN(time) ? undefined : time;
}

const DAY = new Intl.DateTimeFormat('en-GB', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	year: 'numeric'
});

/** As a sentence has it: "Monday 23 November 2026". */
export const dayInWords = (time: number): string => DAY.format(time).replace(',', '');

/** As a sentence has it: "Monday 23 November 2026 at 14:00". */
export const inWords = (time: number): string =>
	`${dayInWords(time)} at ${fieldOf(time).slice(-5)}`;
