import { listIn } from '../../json.ts';
import type { Kind, Option } from '../../kind.ts';

export interface OrderItem {
	/** The events as shown. */
	options: Option[];
	/** Ids from first to last. */
	keys: string[];
}

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
		const list = listIn(raw);
		if (list?.length !== keys.length) return;
		const places = list.map((id) => keys.findIndex((key) => key === id));
		if (new Set(places).size !== keys.length) return;
		return places.every((place) => place >= 0)
			? places.map((place) => keys[place] ?? '')
			: undefined;
	},
	score: ({ keys }, response) => {
		const places = response.map((id) => keys.indexOf(id));
		const pairs = places.flatMap((a, index) =>
			places.slice(index + 1).map((b) => (a < b ? 1 : -1))
		);
		const balance = pairs.reduce((sum: number, pair) => sum + pair, 0);
		return Math.max(0, balance / pairs.length);
	}
};
