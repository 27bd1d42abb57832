import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, weekdayOf } from '../review/days.ts';
import { calendarFile, type Reminder } from './calendar-file.ts';

const sunday = dayOf(Date.UTC(2026, 10, 22), 0);
const reminder: Reminder = {
	uid: '0mx3-who-says-what',
	sequence: 2,
	madeAt: Date.UTC(2026, 10, 22, 9, 5, 7, 123),
	from: sunday,
	weekdays: [],
	time: '18:05',
	url: 'https://example.org/review'
};
const reminders = fc.record<Reminder>({
	uid: fc.uuid(),
	sequence: fc.nat(),
	madeAt: fc.integer({ min: 0, max: 4e12 }),
	from: fc.integer({ min: 0, max: 40_000 }),
	weekdays: fc.array(fc.integer({ min: 0, max: 6 })),
	time: fc
		.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
		.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
	url: fc.webUrl({ size: 'large' }).map((url) => `${url}/Արցախ/Qarabağ,;`)
});

/** Lines as a calendar reads them (RFC 5545, section 3.1). */
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const value = (file: string, name: string) =>
	unfolded(file)
		.find((line) => line.startsWith(`${name}:`))
		?.slice(name.length + 1);

describe('a calendar file', () => {
	it('reminds daily at a floating time, with an alarm', () => {
		const lines = unfolded(calendarFile(reminder));
		expect(lines).toEqual(
			expect.arrayContaining([
				'UID:0mx3-who-says-what',
				'SEQUENCE:2',
				'DTSTAMP:20261122T090507Z',
				'DTSTART:20261122T180500',
				'RRULE:FREQ=DAILY',
				'BEGIN:VALARM',
				'ACTION:DISPLAY',
				'TRIGGER:PT0S'
			])
		);
		expect(lines[0]).toBe('BEGIN:VCALENDAR');
		expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
	});

	it('begins on the first of the chosen weekdays', () => {
		const file = calendarFile({ ...reminder, weekdays: [4, 1] });
		expect(value(file, 'DTSTART')).toBe('20261124T180500');
		expect(value(file, 'RRULE')).toBe('FREQ=WEEKLY;BYDAY=TU,FR');
	});

	it('has lines of at most 75 octets that end in CR LF, and loses nothing by folding', () => {
		fc.assert(
			fc.property(reminders, (some) => {
				const file = calendarFile(some);
				expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
				for (const line of file.split('\r\n'))
					expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
				expect(value(file, 'URL')).toBe(some.url);
				expect(value(file, 'UID')).toBe(some.uid);
			})
		);
	});

	it('begins within a week, on a day that it repeats', () => {
		fc.assert(
			fc.property(reminders, (some) => {
				const file = calendarFile(some);
				const start = value(file, 'DTSTART') ?? '';
				const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)T\d{4}00$/.exec(start) ?? [];
				const day = dayOf(Date.parse(`${year ?? ''}-${month ?? ''}-${date ?? ''}`), 0);
				expect(day - some.from).toBeGreaterThanOrEqual(0);
				expect(day - some.from).toBeLessThan(7);
				if (some.weekdays.length > 0) expect(some.weekdays).toContain(weekdayOf(day));
				else expect(day).toBe(some.from);
			})
		);
	});

	it('closes what it opens, in order', () => {
		fc.assert(
			fc.property(reminders, (some) => {
				const open: string[] = [];
				for (const line of unfolded(calendarFile(some))) {
					if (line.startsWith('BEGIN:')) open.push(line.slice(6));
					if (line.startsWith('END:')) expect(open.pop()).toBe(line.slice(4));
				}
				expect(open).toEqual([]);
			})
		);
	});
});
