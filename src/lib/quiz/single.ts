/** Grading for the kinds in which one option is chosen: 1 for a right option, else 0. */
import type { Kind, Option } from './kind.ts';

export interface SingleItem {
	options: Option[];
	/** Ids of the right options; choosing any one of them is right. */
	keys: string[];
}

/** @param fixed keeps the options in their written order */
export const singleKind = <Item extends SingleItem>(fixed = false): Kind<Item, string> => ({
	...(!fixed && { quick: true }),
	arrange: (item, shuffle) => (fixed ? item : { ...item, options: shuffle(item.options) }),
	empty: () => '',
	complete: (_, response) => response !== '',
	parse: ({ options }, raw) => options.find(({ id }) => id === raw)?.id,
	score: ({ keys }, response) => (keys.includes(response) ? 1 : 0)
});
