import * as v from 'valibot';
import type { Explanation, Kind } from '../../kind.ts';

export interface MatchItem {
	/** What is to be matched, each with the id of its right option. */
	pairs: { id: string; text: string; key: string; why: string }[];
	/** What it is matched with; an option may fit several or none. */
	options: { id: string; text: string }[];
}

export type MatchResponse = Record<string, string>;

const Response = v.record(v.string(), v.string());

/** Match each entry with an option. Credit: share of entries matched right. */
export const match: Kind<MatchItem, MatchResponse> = {
	arrange: ({ pairs, options }, shuffle) => ({ pairs: shuffle(pairs), options: shuffle(options) }),
	empty: () => ({}),
	complete: ({ pairs }, response) => pairs.every(({ id }) => response[id]),
	parse: ({ pairs, options }, raw) => {
		const read = v.safeParse(Response, raw);
		if (!read.success) return;
		const sound = Object.entries(read.output).every(
			([pair, option]) =>
				pairs.some(({ id }) => id === pair) && options.some(({ id }) => id === option)
		);
		return sound ? read.output : undefined;
	},
	score: ({ pairs }, response) =>
		pairs.filter(({ id, key }) => response[id] === key).length / pairs.length,
	explain: ({ pairs, options }, response) => {
		const name = (id: string | undefined) => options.find((each) => each.id === id)?.text ?? '';
		return pairs.map(({ id, text, key, why }): Explanation => {
			const right = response === undefined || response[id] === key;
			const chose = right ? '' : ` (you chose ${name(response[id])})`;
			return { text: `${text}: ${name(key)}${chose}`, why, mark: right ? 'right' : 'wrong' };
		});
	}
};
