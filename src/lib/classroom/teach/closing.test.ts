import { expect, it } from 'vitest';
import { CLOSINGS, closesAt, closingOf, fieldOf, inWords, timeOf } from './closing.ts';

const NOW = new Date(2026, 10, 22, 9, 30).getTime();

it('closes at the end of the day that was chosen, by the device’s own calendar', () => {
	expect(closesAt('today', NOW)).toBe(new Date(2026, 10, 22, 23, 59).getTime());
	expect(closesAt('tomorrow', NOW)).toBe(new Date(2026, 10, 23, 23, 59).getTime());
	expect(closesAt('week', NOW)).toBe(new Date(2026, 10, 29, 23, 59).getTime());
	expect(closesAt('own', NOW)).toBe(new Date(2026, 10, 22, 11).getTime());
	expect(closesAt('never', NOW)).toBeUndefined();
});

it('knows a choice again by its time', () => {
	for (const { value } of CLOSINGS) expect(closingOf(closesAt(value, NOW), NOW)).toBe(value);
});

it('reads a field for date and time as it wrote it', () => {
	expect(fieldOf(NOW)).toBe('2026-11-22T09:30');
	expect(timeOf(fieldOf(NOW))).toBe(NOW);
	expect(timeOf('')).toBeUndefined();
	expect(fieldOf(undefined)).toBe('');
});

it('says a time in words', () => {
	expect(inWords(NOW)).toBe('Sunday 22 November 2026 at 09:30');
});
