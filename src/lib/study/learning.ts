/** What the page on progress shows, from the log folded. */
import type { ItemEntry } from '../content/item.ts';
import type { Skill } from '../content/skill.ts';
import { dayOf } from '../review/days.ts';
import { statesOf, type Fold } from '../review/fold.ts';
import type { Clock } from '../review/schedule.ts';
import {
	calendarWeeks,
	daysInARow,
	forecast,
	standing,
	standingBySkill,
	type Calibration,
	type CalendarDay,
	type Standing
} from '../review/statistics.ts';

/** A quarter of a year. */
const WEEKS = 13;
const AHEAD = 14;

export interface Learning {
	all: Standing;
	modules: { id: string; title: string; standing: Standing }[];
	skills: { skill: Skill; standing: Standing }[];
	answers: number;
	/** Local day of today, see `days.ts`. */
	today: number;
	/** Days on which anything was answered, of all time. */
	daysStudied: number;
	daysInARow: number;
	weeks: CalendarDay[][];
	/** Questions that become due on each of the coming days, today first. */
	coming: number[];
	calibration: Calibration[];
}

/** @param modules in the order of the course */
export function learningOf(
	modules: readonly { id: string; title: string }[],
	items: readonly ItemEntry[],
	fold: Fold,
	clock: Clock
): Learning {
	const states = statesOf(items, fold);
	const today = dayOf(clock.now, clock.offset);
	return {
		all: standing(items, states, clock),
		modules: modules.map(({ id, title }) => ({
			id,
			title,
			standing: standing(
				items.filter(({ module }) => module === id),
				states,
				clock
			)
		})),
		skills: standingBySkill(items, states, clock),
		answers: [...fold.days.values()].reduce((sum, count) => sum + count, 0),
		today,
		daysStudied: fold.days.size,
		daysInARow: daysInARow(fold.days, today),
		weeks: calendarWeeks(fold.days, today, WEEKS),
		coming: forecast(states.values(), today, AHEAD),
		calibration: fold.calibration
	};
}

/** Days in a row, said plainly; nothing where there are none. */
export function rowSentence({ daysInARow: days, weeks }: Learning): string {
	const studied = weeks.flat().filter(({ answers }) => answers > 0);
	const coming = weeks.flat().filter(({ coming: later }) => !later);
	if (days < 2) return '';
	const today = studied.at(-1)?.day === coming.at(-1)?.day;
	return `${days} days in a row, ${today ? 'today included' : 'up to yesterday'}.`;
}
