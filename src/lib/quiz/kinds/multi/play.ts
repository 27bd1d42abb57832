import * as v from 'valibot';
import type { Explanation, Kind, Option } from '../../kind.ts';

export interface MultiItem {
	options: Option[];
	keys: string[];
}

const Response = v.array(v.string());

/**
 * Any number of options is right. Credit: (right ones chosen - wrong ones chosen) / right ones,
 * not under 0, so that choosing everything earns nothing by itself.
 */
export const multi: Kind<MultiItem, string[]> = {
	arrange: (item, shuffle) => ({ ...item, options: shuffle(item.options) }),
	empty: () => [],
	complete: (_, response) => response.length > 0,
	parse: ({ options }, raw) => {
		const read = v.safeParse(Response, raw);
		if (!read.success || !read.output.every((id) => options.some((o) => o.id === id))) return;
		return [...new Set(read.output)];
	},
	score: ({ keys }, response) => {
		const right = response.filter((id) => keys.includes(id)).length;
		return Math.max(0, (right - (response.length - right)) / keys.length);
	},
	explain: ({ options, keys }, response = keys) =>
		options.map(({ id, text, why }): Explanation => {
			const right = keys.includes(id);
			const chosen = response.includes(id);
			return { text, why, mark: chosen ? (right ? 'right' : 'wrong') : right ? 'missed' : 'left' };
		})
};
