/** What the log tells about learning: by module and skill, by day, by confidence. */
import type { ItemEntry } from '../content/item.ts';
import { SKILLS, type Skill } from '../content/skill.ts';
import type { Confidence } from './attempt.ts';
import { dayOf, weekdayOf } from './days.ts';
import { chanceOn, type Clock, type ItemState } from './schedule.ts';

export interface Standing {
	questions: number;
	/** Answered at least once in their present revision. */
	answered: number;
	/** Answered rightly the last time. */
	right: number;
	/** Questions that would be answered rightly today, as the schedule expects it. */
	known: number;
}

/** How some questions stand. */
export function standing(
	items: readonly ItemEntry[],
	states: ReadonlyMap<string, ItemState>,
	{ now, offset }: Clock
): Standing {
	const today = dayOf(now, offset);
	const own = items.flatMap(({ id }) => states.get(id) ?? []);
	return {
		questions: items.length,
		answered: own.length,
		right: own.filter(({ last }) => last.score === 1).length,
		known: own.reduce((sum, state) => sum + chanceOn(state, today), 0)
	};
}

/** How each skill stands, in the order of the skills; those that no item tests are left out. */
export function standingBySkill(
	items: readonly ItemEntry[],
	states: ReadonlyMap<string, ItemState>,
	clock: Clock
): { skill: Skill; standing: Standing }[] {
	return SKILLS.map((skill) => ({ skill, own: items.filter(({ tests }) => tests === skill) }))
		.filter(({ own }) => own.length > 0)
		.map(({ skill, own }) => ({ skill, standing: standing(own, states, clock) }));
}

/** Days studied without a gap up to today; up to yesterday where today is still to come. */
export function daysInARow(days: ReadonlyMap<number, number>, today: number): number {
	let day = days.has(today) ? today : today - 1;
	let count = 0;
	for (; days.has(day); day--) count++;
	return count;
}

/** Questions that become due on each of the coming days, today first; what is overdue counts today. */
export function forecast(states: Iterable<ItemState>, today: number, days: number): number[] {
	const counts = Array.from({ length: days }, () => 0);
	for (const { due } of states) {
		const at = Math.max(0, due - today);
		if (at < days) counts[at] = (counts[at] ?? 0) + 1;
	}
	return counts;
}

/** Answers said with one confidence. */
export interface Calibration {
	confidence: Confidence;
	answers: number;
	/** Answered wholly right. */
	right: number;
}

/** The share of right answers in whole percent; nothing where there was no answer. */
export const percentRight = ({ answers, right }: Pick<Calibration, 'answers' | 'right'>) =>
	answers === 0 ? undefined : Math.round((100 * right) / answers);

export interface CalendarDay {
	day: number;
	answers: number;
	/** After today: shown to fill the week. */
	coming: boolean;
}

/**
 * Whole weeks from Monday to Sunday, the one with today last.
 *
 * @param days answers by the number of the day
 */
export function calendarWeeks(
	days: ReadonlyMap<number, number>,
	today: number,
	weeks: number
): CalendarDay[][] {
	const monday = today - weekdayOf(today);
	return Array.from({ length: weeks }, (_, week) =>
		Array.from({ length: 7 }, (__, weekday) => {
			const day = monday - 7 * (weeks - 1 - week) + weekday;
			return { day, answers: days.get(day) ?? 0, coming: day > today };
		})
	);
}
