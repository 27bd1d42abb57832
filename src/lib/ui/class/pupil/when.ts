/** Times as pupils read them. */
import { counted } from '../counted.ts';

const day = new Intl.DateTimeFormat('en-GB', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	hour: '2-digit',
	minute: '2-digit'
});

/** @param at milliseconds since 1970; in this device's time zone */
export const when = (at: number): string => day.format(at);

const HOUR = 60 * 60 * 1000;

/** How long until then, in the unit that tells most. @param left milliseconds */
export function timeLeft(left: number): string {
	const [size, unit] =
		left >= 48 * HOUR
			? [24 * HOUR, 'day']
			: left >= 2 * HOUR
				? [HOUR, 'hour']
				: left >= 60_000
					? [60_000, 'minute']
					: [1000, 'second'];
	const count = Math.max(0, Math.floor(left / size));
	return counted(count, unit);
}
