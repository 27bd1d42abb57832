import { listIn } from '../../json.ts';
import type { Kind, Option } from '../../kind.ts';

export interface MultiItem {
	options: Option[];
	keys: string[];
}

/**
 * Any number of options is right. Credit: share of the right options chosen - share of the wrong
 * ones chosen, not under 0 (Youden's index; Youden 1950, Cancer 3:32), so that choosing everything
 * earns nothing, and choosing blindly earns nothing on average.
 */
export const multi: Kind<MultiItem, string[]> = {
	arrange: (item, shuffle) => ({ ...item, options: shuffle(item.options) }),
	empty: () => [],
	complete: (_, response) => response.length > 0,
	parse: ({ options }, raw) => {
		const list = listIn(raw);
		if (!list?.every((id) => options.some((option) => option.id === id))) return;
		return [...new Set(list as readonly string[])];
	},
	score: ({ options, keys }, response) => {
		const right = response.filter((id) => keys.includes(id)).length;
		const wrong = response.length - right;
		return Math.max(0, right / keys.length - wrong / (options.length - keys.length || 1));
	}
};
