/** Days as people count them: by the calendar of the place where they are. */

export const DAY = 86_400_000;

/**
 * The number of the day since 1 January 1970 in local time.
 *
 * @param time in milliseconds since 1970, UTC
 * @param offset of local time from UTC in minutes, east positive, as `-new Date().getTimezoneOffset()`
 */
export const dayOf = (time: number, offset: number) => Math.floor((time + offset * 60_000) / DAY);

/**
 * Whether a time cannot be right because it lies ahead: it comes from a clock that was wrong. Two
 * devices may differ by a day.
 */
export const isAhead = (time: number, now: number) => time > now + DAY;

/**
 * Orders by time, the earliest first. What a clock wrote that was ahead stands before all else, so
 * that what is done after it was put right counts as later.
 */
export const byTime = (now: number) => (a: { at: number }, b: { at: number }) =>
	Number(isAhead(b.at, now)) - Number(isAhead(a.at, now)) || a.at - b.at;

/** The moment in milliseconds, UTC, at which a local day begins. */
export const startOf = (day: number, offset: number) => day * DAY - offset * 60_000;

/** The date of a day as ISO 8601 writes it: `2026-11-22`. */
export const isoDate = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/** From 0 for Monday to 6 for Sunday; 1 January 1970 was a Thursday. */
export const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7;

/** How long ago a day was, for a sentence: `today`, `yesterday`, `4 days ago`. */
export function ago(days: number): string {
	if (days <= 0) return 'today';
	return days === 1 ? 'yesterday' : `${days} days ago`;
}
