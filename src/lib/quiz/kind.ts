/** What every question kind can do in play. Its writing side is an `ItemKind` of the content gate. */
import type { Whys } from '../content/item.ts';
import type { Shuffle } from './random.ts';

/**
 * A question kind. `Item` is the kind's own part of an item, as `play` of its schema makes it;
 * `Response` is plain JSON.
 */
export interface Kind<Item = unknown, Response = unknown> {
	/** Answered with one choice: a quiz begins with such a question. */
	quick?: true;
	/** The sentence that stands above the options, before and after its gap. */
	stem?(item: Item): readonly [before: string, after: string];
	/** The item with its options shuffled. */
	arrange(item: Item, shuffle: Shuffle): Item;
	/** The response a reader begins with. */
	empty(item: Item): Response;
	/** Whether a response may be handed in: nothing left out. */
	complete(item: Item, response: Response): boolean;
	/** Reads a response, whole or not, from a store or a document; `undefined` when it is none for this item. */
	parse(item: Item, raw: unknown): Response | undefined;
	/** Score from 0 to 1 by the kind's rule for partial credit; 1 is right. */
	score(item: Item, response: Response): number;
}

export interface Option {
	id: string;
	text: string;
}

/**
 * How one option, event, pair or figure stands after an answer: chosen and right, chosen and
 * wrong, right but not chosen, or neither chosen nor right.
 */
export type Mark = 'right' | 'wrong' | 'missed' | 'left';

export interface Explanation {
	/** The option; for an event, pair or figure how it is, whatever was answered. */
	text: string;
	/** Absent while it is not there, which hides nothing of what was right. */
	why: string | undefined;
	mark: Mark;
	/** What was answered instead, as a sentence, where `text` does not tell. */
	given?: string;
}

/**
 * Each part of an item with its mark and why; without a response, the right answer and what is
 * wrong. Kept apart from play, because it is needed only after an answer.
 *
 * @param whys those of this item, where they are there
 */
export type Explain<Item = unknown, Response = unknown> = (
	item: Item,
	whys: Whys | undefined,
	response?: Response
) => Explanation[];
