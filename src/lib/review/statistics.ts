/** What the log tells about learning: by module and skill, by day, by confidence. */
import type { ItemEntry } from '../content/item.ts';
import { SKILLS, type Skill } from '../content/skill.ts';
import { CONFIDENCES, type Attempt, type Confidence } from './attempt.ts';
import { dayOf } from './days.ts';
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

/** Answers given on each local day on which there were any, by the number of the day. */
export function answersByDay(attempts: readonly Attempt[], { offset }: Pick<Clock, 'offset'>) {
	const days = new Map<number, number>();
	for (const { at } of attempts) {
		const day = dayOf(at, offset);
		days.set(day, (days.get(day) ?? 0) + 1);
	}
	return days;
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

export interface Calibration {
	confidence: Confidence;
	answers: number;
	/** Answered wholly right. */
	right: number;
}

/** How often answers were right, by how sure the reader was. */
export function calibration(attempts: readonly Attempt[]): Calibration[] {
	return CONFIDENCES.map((confidence) => {
		const own = attempts.filter((attempt) => attempt.confidence === confidence);
		return {
			confidence,
			answers: own.length,
			right: own.filter(({ score }) => score === 1).length
		};
	});
}
