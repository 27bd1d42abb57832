/**
 * When a question comes again: FSRS-6 (<https://github.com/open-spaced-repetition>), replayed over
 * the log of attempts. Nothing of it is stored, so that a better rule works on old answers too.
 *
 * Parameters: the 21 default weights of `ts-fsrs` 5.4; a question is due when the chance that it
 * is still known has fallen to 90 %; at most a year ahead; no random spread, so that the same log
 * gives the same day everywhere; answers of one day count by the formula for short terms.
 */
import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import type { Attempt } from './attempt.ts';
import { dayOf, isAhead } from './days.ts';
import { missed, ratingOf, sureAndWrong } from './rating.ts';

/** The chance of still knowing at which a question is due. */
export const RETENTION = 0.9;
const LONGEST = 365;
/** A point that was wrong with conviction comes again within a week, twice. */
const SOON = 7;

const parameters = generatorParameters({
	request_retention: RETENTION,
	maximum_interval: LONGEST
});
const fsrs = new FSRSAlgorithm(parameters);

/**
 * What states follow from, beside the log: a state worked out by other rules is of no use. The
 * number is raised with every change here or in `rating.ts` that changes a state.
 */
export const RULES = `2 ${JSON.stringify(parameters)}`;

export interface ItemState {
	item: string;
	/** Local day from which it is due, see `days.ts`. */
	due: number;
	/** Days in which the chance of still knowing falls to 90 %. */
	stability: number;
	/** From 1 to 10. */
	difficulty: number;
	answers: number;
	/** The answer given last to this revision. */
	last: Attempt;
	/** Local day of the last answer. */
	lastDay: number;
	/** Local day of the first answer. */
	firstDay: number;
	/** Whether the last answer, or the one before, was sure and wrong. */
	sureAndWrong: boolean;
}

export interface Clock {
	/** In milliseconds since 1970, UTC. */
	now: number;
	/** Of local time from UTC in minutes, east positive. */
	offset: number;
}

/**
 * What is known about the memory of an item after one more answer to the same revision of it.
 *
 * @param before what was known until then; answers come in the order of `byTime`
 * @param clock times after now count as now, so that a clock that was wrong for a while delays nothing
 */
export function next(
	before: ItemState | undefined,
	attempt: Attempt,
	{ now, offset }: Clock
): ItemState {
	const day = dayOf(Math.min(attempt.at, now), offset);
	// After one from a clock that was ahead the days say nothing of the time between.
	const passed = before ? Math.max(0, day - before.lastDay) : 0;
	const { stability, difficulty } = fsrs.next_state(before ?? null, passed, ratingOf(attempt));
	const soon = sureAndWrong(attempt) || (before !== undefined && sureAndWrong(before.last));
	const interval = fsrs.next_interval(stability, 0);
	// The day of an answer from a clock that was ahead is always today: its question would be due tomorrow for ever.
	const atOnce = isAhead(attempt.at, now) && missed(attempt);
	return {
		item: attempt.item,
		due: atOnce ? day : day + (soon ? Math.min(SOON, interval) : interval),
		stability,
		difficulty,
		answers: (before?.answers ?? 0) + 1,
		last: attempt,
		lastDay: day,
		firstDay: Math.min(before?.firstDay ?? day, day),
		sureAndWrong: soon
	};
}

/** The chance, from 0 to 1, that an item is still known on a local day. */
export function chanceOn(state: ItemState, day: number): number {
	return fsrs.forgetting_curve(Math.max(0, day - state.lastDay), state.stability);
}
