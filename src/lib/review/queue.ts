/** What to ask today, in which order, and why. */
import { shuffleFrom } from '../quiz/random.ts';
import { ago, dayOf } from './days.ts';
import type { ItemEntry } from '../content/item.ts';
import { statesOf, type Fold } from './fold.ts';
import { missed } from './rating.ts';
import { chanceOn, type Clock, type ItemState } from './schedule.ts';

/** In the order in which they come. */
export const REASONS = ['sure-and-wrong', 'missed', 'due', 'changed', 'new'] as const;
export type Reason = (typeof REASONS)[number];

export interface Due {
	item: ItemEntry;
	reason: Reason;
	/** One line for the reader. */
	why: string;
}

export interface QueueOptions {
	/** New questions begun on one day. Each brings several reviews in the weeks that follow. */
	newPerDay: number;
	/** The longest queue. What is due comes before what is new. */
	limit: number;
	/** Decides among equals; the same seed gives the same queue. */
	seed: string;
}

export const QUEUE: Omit<QueueOptions, 'seed'> = { newPerDay: 10, limit: 40 };

/** Puts questions of different modules next to each other, as far as there are any, keeping the order else. */
export function mixed(all: readonly Due[]): Due[] {
	const rest = [...all];
	const result: Due[] = [];
	while (rest.length > 0) {
		const before = result[result.length - 1]?.item.module;
		const other = rest.findIndex(({ item }) => item.module !== before);
		result.push(...rest.splice(Math.max(0, other), 1));
	}
	return result;
}

function dueToday(item: ItemEntry, state: ItemState, today: number): Due | undefined {
	if (state.due > today) return undefined;
	const when = ago(today - state.lastDay);
	if (state.sureAndWrong && missed(state.last))
		return { item, reason: 'sure-and-wrong', why: `You were sure of a wrong answer ${when}.` };
	if (state.sureAndWrong)
		return {
			item,
			reason: 'sure-and-wrong',
			why: `Once wrong though you were sure; right ${when}.`
		};
	if (missed(state.last)) return { item, reason: 'missed', why: `Missed ${when}.` };
	const chance = Math.round(100 * chanceOn(state, today));
	return {
		item,
		reason: 'due',
		why: `Answered ${when}; by now known with a chance of ${chance} %.`
	};
}

/**
 * Today's queue: wrong with conviction first, then missed, then what fades most, then questions
 * revised since they were answered, then new ones; within each, modules alternate. Questions taken
 * out of the course are not asked.
 *
 * @param answered every item that was ever answered, to tell what was revised since from what is new
 */
export function queueFor(
	items: readonly ItemEntry[],
	states: ReadonlyMap<string, ItemState>,
	answered: Pick<ReadonlySet<string>, 'has'>,
	clock: Clock,
	{ newPerDay, limit, seed }: QueueOptions
): Due[] {
	const today = dayOf(clock.now, clock.offset);
	const due: Due[] = [];
	const fresh: Due[] = [];
	for (const item of items) {
		const state = states.get(item.id);
		const known = state && dueToday(item, state, today);
		if (known) due.push(known);
		else if (!state && answered.has(item.id))
			due.push({
				item,
				reason: 'changed',
				why: 'This question was changed since you answered it.'
			});
		else if (!state) fresh.push({ item, reason: 'new', why: 'New: not asked before.' });
	}
	const begun = [...states.values()].filter(({ firstDay }) => firstDay === today).length;
	const room = Math.min(newPerDay - begun, limit - due.length);
	const chance = ({ item }: Due) => {
		const state = states.get(item.id);
		return state ? chanceOn(state, today) : 1;
	};
	const sorted = shuffleFrom(seed)(due).sort((a, b) => chance(a) - chance(b));
	const begin = mixed(shuffleFrom(seed)(fresh)).slice(0, Math.max(0, room));
	return [
		...REASONS.flatMap((reason) => mixed(sorted.filter((each) => each.reason === reason))),
		...begin
	].slice(0, limit);
}

/** The queue of a day. The day is its seed: asked for again, it is the same. */
export function queueToday(items: readonly ItemEntry[], fold: Fold, clock: Clock): Due[] {
	const options = { ...QUEUE, seed: `${dayOf(clock.now, clock.offset)}` };
	return queueFor(items, statesOf(items, fold), fold.items, clock, options);
}

/** How many of a queue were answered before: only those are due. */
export const dueOf = (queue: readonly Due[]) =>
	queue.filter(({ reason }) => reason !== 'new').length;
