import * as v from 'valibot';
import type { Explanation, Kind, Option } from '../../kind.ts';

export interface OrderItem {
	/** The events as shown. */
	options: Option[];
	/** Ids from first to last. */
	keys: string[];
}

const Response = v.array(v.string());

/**
 * Put events in order. Credit: Kendall's tau (Kendall 1938, Biometrika 30:81), not under 0:
 * (pairs in order - pairs out of order) / all pairs.
 */
export const order: Kind<OrderItem, string[]> = {
	arrange: (item, shuffle) => {
		const options = shuffle(item.options);
		const solved = options.every(({ id }, index) => id === item.keys[index]);
		return { ...item, options: solved ? options.reverse() : options };
	},
	empty: ({ options }) => options.map(({ id }) => id),
	complete: () => true,
	parse: ({ keys }, raw) => {
		const read = v.safeParse(Response, raw);
		if (!read.success || read.output.length !== keys.length) return;
		return keys.every((id) => read.output.includes(id)) ? read.output : undefined;
	},
	score: ({ keys }, response) => {
		const places = response.map((id) => keys.indexOf(id));
		let balance = 0;
		for (let i = 0; i < places.length; i++)
			for (let j = i + 1; j < places.length; j++)
				balance += (places[i] as number) < (places[j] as number) ? 1 : -1;
		return Math.max(0, balance / ((places.length * (places.length - 1)) / 2));
	},
	explain: ({ options, keys }, response = keys) =>
		keys.flatMap((id, index) => {
			const option = options.find((each) => each.id === id);
			if (!option) return [];
			const given = response.indexOf(id);
			const mark: Explanation['mark'] = given === index ? 'right' : 'wrong';
			const moved = given === index ? '' : ` (you put it at ${given + 1})`;
			return [{ text: `${index + 1}. ${option.text}${moved}`, why: option.why, mark }];
		})
};
