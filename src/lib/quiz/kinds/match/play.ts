import { entriesIn } from '../../json.ts';
import type { Kind } from '../../kind.ts';

export interface MatchItem {
	/** What is to be matched, each with the id of its right option. */
	pairs: { id: string; text: string; key: string }[];
	/** What it is matched with; an option may fit several or none. */
	options: { id: string; text: string }[];
}

export type MatchResponse = Record<string, string>;

/** Match each entry with an option. Credit: share of entries matched right. */
export const match: Kind<MatchItem, MatchResponse> = {
	arrange: (item, shuffle) => ({
		...item,
		pairs: shuffle(item.pairs),
		options: shuffle(item.options)
	}),
	empty: () => ({}),
	complete: ({ pairs }, response) => pairs.every(({ id }) => response[id]),
	parse: ({ pairs, options }, raw) => {
		const matched = entriesIn(raw)?.map(([pair, option]) => [
			pairs.find(({ id }) => id === pair)?.id,
			options.find(({ id }) => id === option)?.id
		]);
		return matched?.flat().every((id) => id !== undefined)
			? (Object.fromEntries(matched) as MatchResponse)
			: undefined;
	},
	score: ({ pairs }, response) =>
		pairs.filter(({ id, key }) => response[id] === key).length / pairs.length
};
