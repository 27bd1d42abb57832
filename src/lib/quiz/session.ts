/** A quiz: which questions in which order, and what an answer is worth. The seed decides the order. */
import type { PlayedItem } from '../content/item.ts';
import type { Confidence } from '../review/attempt.ts';
import type { Kind } from './kind.ts';
import { kinds, type KindName } from './kinds/index.ts';
import { shuffleFrom } from './random.ts';

export interface Answer {
	/** Id of the item. */
	item: string;
	response: unknown;
	/** From 0 to 1. */
	score: number;
	/** How sure the reader was, where it was said. */
	confidence?: Confidence;
}

/**
 * The kind of an item that passed the gate.
 *
 * @throws Error while it is not loaded, see `loadKinds`
 */
export function kindOf({ kind }: Pick<PlayedItem, 'kind'>): Kind {
	const known = kinds[kind as KindName];
	if (!known) throw new Error(`The kind ${kind} is not loaded.`);
	return known;
}

/** Each item draws from a seed of its own, so that its options stand the same whatever else is asked. */
const arranged = (item: PlayedItem, seed: string) =>
	kindOf(item).arrange(item, shuffleFrom(`${seed}/${item.id}`)) as PlayedItem;

/** The sentence above the options, in two parts, of a kind that has one. */
export const stemOf = (item: PlayedItem) => kinds[item.kind as KindName]?.stem?.(item);

/** A question as the log knows it. */
export type Entry = Pick<PlayedItem, 'id' | 'revision'>;

/** So many questions come with the page of a quiz, to begin with one of them; the others follow. */
const OPENERS = 4;

/** Questions that a quiz may begin with: they take one choice, so they are quick to answer. */
export const openers = (items: readonly PlayedItem[]) =>
	items.filter(({ kind }) => kinds[kind as KindName]?.quick).slice(0, OPENERS);

/** Which questions are asked, and how they are put in order. */
export interface QuizOrder {
	/** Ids of the items to ask; all when left out. */
	only?: readonly string[] | undefined;
	/** Whether they come in the order given; else in the seed's, beginning with an opener. */
	ordered?: boolean;
}

/**
 * The order of a new quiz.
 *
 * @param items those of the quiz that are at hand, its openers at least
 * @param entries all of its questions
 */
export function newOrder(
	items: readonly PlayedItem[],
	entries: readonly Entry[],
	seed: string,
	{ only, ordered }: QuizOrder = {}
): Entry[] {
	const wanted = entries
		.filter(({ id }) => !only || only.includes(id))
		.map(({ id, revision }) => ({ id, revision }));
	if (ordered) return wanted;
	const order = shuffleFrom(seed)(wanted);
	const opening = openers(items);
	const first = order.find(({ id }) => opening.some((item) => item.id === id));
	return first ? [first, ...order.filter((each) => each !== first)] : order;
}

/** The questions of a quiz in its order. Those revised or taken away since it was begun are left out. */
export function arrangedQuiz(
	all: readonly PlayedItem[],
	seed: string,
	order: readonly Entry[]
): PlayedItem[] {
	const items = order.flatMap(
		({ id, revision }) => all.find((item) => item.id === id && item.revision === revision) ?? []
	);
	return [...new Set(items)].map((item) => arranged(item, seed));
}

/** Grades a response of any origin; `undefined` when it is no whole response to this item. */
export function grade(item: PlayedItem, raw: unknown): Answer | undefined {
	const kind = kindOf(item);
	const response = kind.parse(item, raw);
	if (response === undefined || !kind.complete(item, response)) return undefined;
	return { item: item.id, response, score: kind.score(item, response) };
}
