import { resolve } from '$app/paths';
import * as v from 'valibot';
import { dayOf } from '../review/days.ts';
import { calendarFile } from './calendar-file.ts';
import { clockNow } from './clock.ts';
import { freshId } from './fresh-id.ts';
import { REMINDERS } from './reminders-key.ts';

const Kept = v.object({
	/** Whether the app's icon carries the number of questions due. */
	badge: v.fallback(v.boolean(), false),
	time: v.fallback(v.pipe(v.string(), v.regex(/^\d\d:\d\d$/)), '18:00'),
	/** From 0 for Monday; every day when empty. */
	weekdays: v.fallback(v.array(v.picklist([0, 1, 2, 3, 4, 5, 6])), []),
	/** Of the calendar's entry. */
	uid: v.fallback(v.string(), ''),
	/** Calendar files made so far. */
	files: v.fallback(v.number(), 0)
});

type Kept = v.InferOutput<typeof Kept>;

const NOT_KEPT = 'Storage is blocked, so this holds until the tab is closed.';

function stored(): Kept {
	try {
		const read: unknown = JSON.parse(localStorage.getItem(REMINDERS) ?? '{}');
		return v.parse(Kept, v.is(v.record(v.string(), v.unknown()), read) ? read : {});
	} catch {
		// Storage is blocked or holds something else: nothing was asked for.
		return v.parse(Kept, {});
	}
}

/** Reminders that the reader asked for. Made in the browser only. */
export class Reminders {
	/** What happened, as a sentence for the reader. */
	message = $state('');
	readonly hasBadge = 'setAppBadge' in navigator;

	#kept = $state.raw(stored());

	get badge() {
		return this.#kept.badge;
	}

	async setBadge(badge: boolean) {
		this.#keep({ badge });
		const { keepBadge } = await import('./badge.ts');
		await keepBadge();
	}

	get time() {
		return this.#kept.time;
	}
	set time(time) {
		this.#keep({ time });
	}

	get weekdays(): readonly number[] {
		return this.#kept.weekdays;
	}

	toggle(weekday: 0 | 1 | 2 | 3 | 4 | 5 | 6) {
		const { weekdays } = this.#kept;
		const others = weekdays.filter((each) => each !== weekday);
		this.#keep({ weekdays: others.length < weekdays.length ? others : [...weekdays, weekday] });
	}

	/** Downloads the reminder as a calendar file. */
	saveCalendar() {
		const { now, offset } = clockNow();
		const uid = this.#kept.uid || `${freshId()}@who-says-what`;
		const { time, weekdays, files } = this.#kept;
		const file = calendarFile({
			uid,
			sequence: files,
			madeAt: now,
			from: dayOf(now, offset),
			weekdays,
			time,
			url: location.origin + resolve('/review')
		});
		const link = document.createElement('a');
		link.href = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
		link.download = 'who-says-what.ics';
		link.click();
		URL.revokeObjectURL(link.href);
		this.#keep({ uid, files: files + 1 });
		this.message ||= 'Saved: who-says-what.ics. Open it to add it to your calendar.';
	}

	#keep(change: Partial<Kept>) {
		this.#kept = { ...this.#kept, ...change };
		this.message = '';
		try {
			localStorage.setItem(REMINDERS, JSON.stringify(this.#kept));
		} catch (cause) {
			console.warn(cause);
			this.message = NOT_KEPT;
		}
	}
}
