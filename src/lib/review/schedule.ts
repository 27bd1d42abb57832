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
import { dayOf } from './days.ts';
import type { ItemEntry } from '../content/item.ts';
import { ratingOf, sureAndWrong } from './rating.ts';

/** The chance of still knowing at which a question is due. */
export const RETENTION = 0.9;
const LONGEST = 365;
/** A point that was wrong with conviction comes again within a week, twice. */
const SOON = 7;

const fsrs = new FSRSAlgorithm(
	generatorParameters({ request_retention: RETENTION, maximum_interval: LONGEST })
);

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

/** Answers by item, in the order in which they were given. */
export function byItem(attempts: readonly Attempt[]): Map<string, Attempt[]> {
	const groups = new Map<string, Attempt[]>();
	for (const attempt of attempts) {
		const group = groups.get(attempt.item);
		if (group) group.push(attempt);
		else groups.set(attempt.item, [attempt]);
	}
	for (const group of groups.values()) group.sort((a, b) => a.at - b.at);
	return groups;
}

/**
 * What is known about the memory of one item.
 *
 * @param own answers to one revision of it, in order, at least one; times after now count as now,
 *   so that a clock that was wrong for a while delays nothing
 */
export function stateOf(own: readonly [Attempt, ...Attempt[]], { now, offset }: Clock): ItemState {
	const days = own.map(({ at }) => dayOf(Math.min(at, now), offset));
	let memory: { stability: number; difficulty: number } | null = null;
	let before = days[0] ?? 0;
	for (const [index, attempt] of own.entries()) {
		const day = days[index] ?? before;
		memory = fsrs.next_state(memory, day - before, ratingOf(attempt));
		before = day;
	}
	const { stability, difficulty } = memory ?? { stability: 0, difficulty: 0 };
	const soon = own.slice(-2).some(sureAndWrong);
	const interval = fsrs.next_interval(stability, 0);
	return {
		item: own[0].item,
		due: before + (soon ? Math.min(SOON, interval) : interval),
		stability,
		difficulty,
		answers: own.length,
		last: own[own.length - 1] ?? own[0],
		lastDay: before,
		firstDay: days[0] ?? before,
		sureAndWrong: soon
	};
}

/** Answers to the revision that an item has now; those to an older one stay with that one. */
export function answersTo(
	{ id, revision }: Pick<ItemEntry, 'id' | 'revision'>,
	groups: ReadonlyMap<string, readonly Attempt[]>
): readonly Attempt[] {
	return (groups.get(id) ?? []).filter((attempt) => attempt.revision === revision);
}

/** The state of every item that was answered in its present revision. */
export function schedule(
	items: readonly ItemEntry[],
	attempts: readonly Attempt[],
	clock: Clock
): Map<string, ItemState> {
	const groups = byItem(attempts);
	const states = new Map<string, ItemState>();
	for (const item of items) {
		const [first, ...rest] = answersTo(item, groups);
		if (first) states.set(item.id, stateOf([first, ...rest], clock));
	}
	return states;
}

/** The chance, from 0 to 1, that an item is still known on a local day. */
export function chanceOn(state: ItemState, day: number): number {
	return fsrs.forgetting_curve(Math.max(0, day - state.lastDay), state.stability);
}
