import type { Clock } from '../review/schedule.ts';

/** The time and the place's offset from UTC, as this device has them. */
export const clockNow = (): Clock => ({
	now: Date.now(),
	offset: -new Date().getTimezoneOffset()
});
