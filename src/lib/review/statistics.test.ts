import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, noon, reviewItem, someItems, someLog } from '../../../tests/support/attempts.ts';
import { ago, dayOf, isoDate, startOf, weekdayOf } from './days.ts';
import { foldOf, schedule } from './fold.ts';
import {
	calendarWeeks,
	daysInARow,
	forecast,
	percentRight,
	standing,
	standingBySkill
} from './statistics.ts';

const clock = { now: noon(100), offset: 0 };

describe('how questions stand', () => {
	it('counts the last answer to each', () => {
		const items = [reviewItem('a'), reviewItem('b', { tests: 'places' }), reviewItem('c')];
		const log = [
			attempt('a', 99, { score: 0 }),
			attempt('a', 100),
			attempt('b', 99, { score: 0.5 })
		];
		const states = schedule(items, log, clock);
		const all = standing(items, states, clock);
		expect(all).toMatchObject({ questions: 3, answered: 2, right: 1 });
		expect(all.known).toBeGreaterThan(1);
		expect(all.known).toBeLessThan(2);
		expect(standingBySkill(items, states, clock)).toMatchObject([
			{ skill: 'dates', standing: { questions: 2, answered: 1, right: 1 } },
			{ skill: 'places', standing: { questions: 1, answered: 1, right: 0 } }
		]);
	});

	it('adds up over the skills', () => {
		fc.assert(
			fc.property(someItems, someLog, (items, log) => {
				const states = schedule(items, log, clock);
				const all = standing(items, states, clock);
				const parts = standingBySkill(items, states, clock).map((part) => part.standing);
				const sum = (key: 'questions' | 'answered' | 'right') =>
					parts.reduce((total, part) => total + part[key], 0);
				expect([sum('questions'), sum('answered'), sum('right')]).toEqual([
					all.questions,
					all.answered,
					all.right
				]);
				expect(all.right).toBeLessThanOrEqual(all.answered);
				expect(all.known).toBeLessThanOrEqual(all.answered);
			})
		);
	});
});

describe('days', () => {
	it('are local, and begin where they should', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 4e12 }),
				fc.integer({ min: -720, max: 840 }),
				(time, offset) => {
					const day = dayOf(time, offset);
					expect(startOf(day, offset)).toBeLessThanOrEqual(time);
					expect(startOf(day + 1, offset)).toBeGreaterThan(time);
				}
			)
		);
		expect(isoDate(dayOf(Date.UTC(2026, 10, 22, 23), 240))).toBe('2026-11-23');
		expect([0, 1, 5].map(ago)).toEqual(['today', 'yesterday', '5 days ago']);
	});

	it('studied in a row need not include today yet', () => {
		const { days } = foldOf([attempt('a', 96), attempt('a', 98), attempt('a', 99)], clock);
		expect(daysInARow(days, 100)).toBe(2);
		expect(daysInARow(days, 99)).toBe(2);
		expect(daysInARow(days, 97)).toBe(1);
		expect(daysInARow(days, 90)).toBe(0);
	});
});

describe('the calendar', () => {
	it('has whole weeks from Monday, every answer of theirs, and today in the last', () => {
		fc.assert(
			fc.property(
				someLog,
				fc.integer({ min: 100, max: 130 }),
				fc.integer({ min: 1, max: 20 }),
				(log, today, count) => {
					const { days } = foldOf(log, { now: noon(today), offset: 0 });
					const weeks = calendarWeeks(days, today, count);
					const all = weeks.flat();
					expect(weeks.map((week) => week.length)).toEqual(weeks.map(() => 7));
					expect(all.map(({ day }) => weekdayOf(day))).toEqual(all.map((_, at) => at % 7));
					expect(weeks.at(-1)?.map(({ day }) => day)).toContain(today);
					expect(all.every(({ day, coming }) => coming === day > today)).toBe(true);
					const first = all[0]?.day ?? 0;
					expect(all.reduce((sum, { answers }) => sum + answers, 0)).toBe(
						log.filter(({ at }) => dayOf(at, 0) >= first).length
					);
				}
			)
		);
	});

	it('begins its weeks on Mondays', () => {
		const weekday = (date: string) => weekdayOf(dayOf(Date.parse(date), 0));
		expect(['2026-11-23', '2026-11-22', '1969-12-31'].map(weekday)).toEqual([0, 6, 2]);
	});
});

describe('what is to come', () => {
	it('counts every question that falls due, what is late today', () => {
		fc.assert(
			fc.property(someItems, someLog, (items, log) => {
				const states = [...schedule(items, log, clock).values()];
				const counts = forecast(states, 100, 366);
				expect(counts.reduce((a, b) => a + b, 0)).toBe(states.length);
				expect(counts[0]).toBe(states.filter(({ due }) => due <= 100).length);
			})
		);
	});
});

describe('calibration', () => {
	it('sets how sure against how right', () => {
		const log = [
			attempt('a', 1, { confidence: 'sure' }),
			attempt('b', 1, { confidence: 'sure', score: 0.5 }),
			attempt('c', 1, { confidence: 'guess', score: 0 }),
			attempt('d', 1)
		];
		const { calibration } = foldOf(log, clock);
		expect(calibration).toEqual([
			{ confidence: 'guess', answers: 1, right: 0 },
			{ confidence: 'think', answers: 0, right: 0 },
			{ confidence: 'sure', answers: 2, right: 1 }
		]);
		expect(calibration.map(percentRight)).toEqual([0, undefined, 50]);
		expect(percentRight({ answers: 7, right: 5 })).toBe(71);
	});
});
