/**
 * A reminder as a calendar file: iCalendar, RFC 5545. The time floats (section 3.3.5, form 1): six in
 * the evening is six in the evening wherever the reader is.
 */
import { isoDate, weekdayOf } from '../review/days.ts';

/** As RFC 5545 writes weekdays, Monday first. */
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export interface Reminder {
	/** The same for every file of one device, so that a new one takes the place of the old. */
	uid: string;
	/** Which file of this uid it is, from 0; a calendar keeps the highest. */
	sequence: number;
	/** When the file is made, in milliseconds since 1970, UTC. */
	madeAt: number;
	/** The first local day that may carry it, see `days.ts`. */
	from: number;
	/** From 0 for Monday to 6 for Sunday; every day when empty. */
	weekdays: readonly number[];
	/** `18:05` */
	time: string;
	/** Address of the review. */
	url: string;
}

/** Octets to a line, its end not counted (section 3.1). */
const LONGEST = 75;

/** Breaks a line that is too long: what follows begins with a space. No character is cut in two. */
function folded(line: string): string {
	const encoder = new TextEncoder();
	const parts: string[] = [];
	let part = '';
	let octets = 0;
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (octets + size > LONGEST) {
			parts.push(part);
			part = ' ';
			octets = 1;
		}
		part += character;
		octets += size;
	}
	return [...parts, part].join('\r\n');
}

/** Text as a value (section 3.3.11). */
const text = (words: string) =>
	words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');

const digits = (iso: string) => iso.replace(/[-:]|\.\d+/g, '');

/** The text of the file; its lines end as RFC 5545 asks, in CR LF. */
export function calendarFile(reminder: Reminder): string {
	const { uid, sequence, madeAt, from, time, url } = reminder;
	const weekdays = [...new Set(reminder.weekdays)].sort((a, b) => a - b);
	const everyDay = weekdays.length === 0 || weekdays.length === 7;
	// The first occurrence is that of DTSTART, so it must be one of the chosen days.
	const ahead = Array.from({ length: 7 }, (_, days) => from + days);
	const start = ahead.find((day) => everyDay || weekdays.includes(weekdayOf(day))) ?? from;
	const byDay = weekdays.map((weekday) => WEEKDAYS[weekday]).join(',');
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Who Says What//Reminder 1//EN',
		'BEGIN:VEVENT',
		`UID:${uid}`,
		`SEQUENCE:${sequence}`,
		`DTSTAMP:${digits(new Date(madeAt).toISOString())}`,
		`DTSTART:${digits(isoDate(start))}T${digits(time)}00`,
		'DURATION:PT10M',
		`RRULE:${everyDay ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${byDay}`}`,
		`SUMMARY:${text('Review: Who Says What')}`,
		`DESCRIPTION:${text(`Five minutes with what is due today, also without a network.\n${url}`)}`,
		`URL:${url}`,
		'TRANSP:TRANSPARENT',
		'BEGIN:VALARM',
		'ACTION:DISPLAY',
		'TRIGGER:PT0S',
		`DESCRIPTION:${text('Review: Who Says What')}`,
		'END:VALARM',
		'END:VEVENT',
		'END:VCALENDAR',
		''
	]
		.map(folded)
		.join('\r\n');
}
