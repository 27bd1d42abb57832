/**
 * The log folded: all that review and progress ask of it, answer by answer, so that a long log need
 * not be read again for each new answer.
 */
import type { ItemEntry } from '../content/item.ts';
import { CONFIDENCES, type Attempt } from './attempt.ts';
import { byTime, dayOf } from './days.ts';
import { next, type Clock, type ItemState } from './schedule.ts';
import type { Calibration } from './statistics.ts';

export interface Fold {
	/** By item, for each revision that was answered; the revision answered last stands last. */
	items: Map<string, ItemState[]>;
	/** Answers on each local day on which there were any, by the number of the day. */
	days: Map<number, number>;
	/** How often answers were right, by how sure the reader was. */
	calibration: Calibration[];
	/** The latest time of an answer; 0 where there is none. */
	lastAt: number;
}

export const emptyFold = (): Fold => ({
	items: new Map(),
	days: new Map(),
	calibration: CONFIDENCES.map((confidence) => ({ confidence, answers: 0, right: 0 })),
	lastAt: 0
});

/** Adds an answer that was given no earlier than all before. */
export function addTo(fold: Fold, attempt: Attempt, clock: Clock): void {
	const { item, revision, score, confidence, at } = attempt;
	const states = fold.items.get(item) ?? [];
	const before = states.find(({ last }) => last.revision === revision);
	const others = states.filter((state) => state !== before);
	fold.items.set(item, [...others, next(before, attempt, clock)]);
	const day = dayOf(Math.min(at, clock.now), clock.offset);
	fold.days.set(day, (fold.days.get(day) ?? 0) + 1);
	const said = fold.calibration.find((each) => each.confidence === confidence);
	if (said) {
		said.answers++;
		if (score === 1) said.right++;
	}
	fold.lastAt = Math.max(fold.lastAt, at);
}

/** Answers in the order in which they were given, see `byTime`. */
export const inOrder = <T extends Pick<Attempt, 'at'>>(attempts: readonly T[], now: number): T[] =>
	[...attempts].sort(byTime(now));

/** The whole log, folded at once. */
export function foldOf(attempts: readonly Attempt[], clock: Clock): Fold {
	const fold = emptyFold();
	for (const attempt of inOrder(attempts, clock.now)) addTo(fold, attempt, clock);
	return fold;
}

/** The state of every item that was answered in its present revision; answers to an older one stay with that one. */
export function statesOf(items: readonly ItemEntry[], fold: Fold): Map<string, ItemState> {
	const states = new Map<string, ItemState>();
	for (const { id, revision } of items) {
		const state = fold.items.get(id)?.find(({ last }) => last.revision === revision);
		if (state) states.set(id, state);
	}
	return states;
}

/** The state of every item, from the whole log. */
export const schedule = (items: readonly ItemEntry[], attempts: readonly Attempt[], clock: Clock) =>
	statesOf(items, foldOf(attempts, clock));

/** The score of the last answer to an item in a revision; an answer stays with the revision that it answered. */
export const lastScore = (fold: Fold, item: string, revision: number): number | undefined =>
	fold.items.get(item)?.find(({ last }) => last.revision === revision)?.last.score;

/** A fold as JSON can hold it: lists of entries instead of maps. */
export type PackedFold = Omit<Fold, 'items' | 'days'> & {
	items: [string, ItemState[]][];
	days: [number, number][];
};

export const packed = (fold: Fold): PackedFold => ({
	...fold,
	items: [...fold.items],
	days: [...fold.days]
});

export const unpacked = (fold: PackedFold): Fold => ({
	...fold,
	items: new Map(fold.items),
	days: new Map(fold.days)
});
