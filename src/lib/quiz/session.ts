/** A quiz: which questions in which order, and what an answer is worth. The seed decides the order. */
import type { PlayedItem } from '../content/item.ts';
import type { QuizPack } from '../content/packs.ts';
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

/** The kind of an item that passed the gate. */
export const kindOf = ({ kind }: Pick<PlayedItem, 'kind'>): Kind => kinds[kind as KindName];

/** Each item draws from a seed of its own, so that its options stand the same whatever else is asked. */
const arranged = (item: PlayedItem, seed: string) =>
	kindOf(item).arrange(item, shuffleFrom(`${seed}/${item.id}`)) as PlayedItem;

/** Puts a question that takes one choice first: it is quick to answer, and quick to arrive. */
function beginQuick(items: readonly PlayedItem[]): PlayedItem[] {
	const quick = items.find((item) => kindOf(item).quick);
	return quick ? [quick, ...items.filter((item) => item !== quick)] : [...items];
}

/** Which questions are asked, and how they are put in order. */
export interface QuizOrder {
	/** Ids of the items to ask; all when left out. */
	only?: readonly string[] | undefined;
	/** Whether they come in the order of the pack; else in the seed's, beginning with one that is quick. */
	ordered?: boolean;
}

/** The questions of a new quiz. */
export function newQuiz(
	pack: Pick<QuizPack, 'items'>,
	seed: string,
	{ only, ordered }: QuizOrder = {}
): PlayedItem[] {
	const items = pack.items.filter(({ id }) => !only || only.includes(id));
	const order = ordered ? items : beginQuick(shuffleFrom(seed)(items));
	return order.map((item) => arranged(item, seed));
}

/** The questions of a quiz begun earlier, in its order. Those revised or taken away since are left out. */
export function resumedQuiz(
	pack: QuizPack,
	seed: string,
	begun: readonly { id: string; revision: number }[]
): PlayedItem[] {
	const items = begun.flatMap(
		({ id, revision }) =>
			pack.items.find((item) => item.id === id && item.revision === revision) ?? []
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
