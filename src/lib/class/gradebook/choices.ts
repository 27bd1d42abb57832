/** What was chosen in an answer, so that wrong choices can be counted. */
import type { PlayedItem } from '../../content/item.ts';
import type { Option } from '../../quiz/kind.ts';
import type { KindName } from '../../quiz/kinds/index.ts';
import type { MatchItem, MatchResponse } from '../../quiz/kinds/match/play.ts';
import { isRight, type NumberItem, type NumberResponse } from '../../quiz/kinds/number/play.ts';
import type { OrderItem } from '../../quiz/kinds/order/play.ts';

export interface Choice {
	/** Of which part, such as the entry that was matched; empty where there are no parts. */
	part: string;
	/** What was chosen. */
	option: string;
	right: boolean;
}

interface Choices<Item = never, Response = never> {
	/** What could be chosen, where that is a short list: shown with none too. */
	all(item: Item): Choice[];
	/** What was chosen. @param response as the kind's `parse` gives it */
	of(item: Item, response: Response): Choice[];
}

interface WithOptions {
	options: Option[];
	keys: string[];
}

const options: Choices<WithOptions, string | string[]> = {
	all: ({ options, keys }) =>
		options.map(({ id, text }) => ({ part: '', option: text, right: keys.includes(id) })),
	of: (item, response) => {
		const chosen = [response].flat();
		return options.all(item).filter((_, index) => chosen.includes(item.options[index]?.id ?? ''));
	}
};

const pairs: Choices<MatchItem, MatchResponse> = {
	all: ({ pairs, options }) =>
		pairs.flatMap(({ text, key }) =>
			options
				.filter(({ id }) => id === key)
				.map((option) => ({ part: text, option: option.text, right: true }))
		),
	of: ({ pairs, options }, response) =>
		pairs.flatMap(({ id, text, key }) =>
			options
				.filter((option) => option.id === response[id])
				.map((option) => ({ part: text, option: option.text, right: option.id === key }))
		)
};

const figures: Choices<NumberItem, NumberResponse> = {
	all: ({ figures }) =>
		figures.map(({ label, value }) => ({ part: label, option: String(value), right: true })),
	of: ({ figures }, response) =>
		figures.flatMap((figure) => {
			const given = response[figure.id];
			if (given === undefined) return [];
			return { part: figure.label, option: String(given), right: isRight(figure, given) };
		})
};

/** Each event with the place at which it was put, from 1. */
const places: Choices<OrderItem, string[]> = {
	all: ({ options, keys }) =>
		keys.flatMap((key, place) =>
			options
				.filter(({ id }) => id === key)
				.map(({ text }) => ({ part: text, option: String(place + 1), right: true }))
		),
	of: ({ options, keys }, response) =>
		keys.flatMap((key, place) =>
			options
				.filter(({ id }) => id === key)
				.map(({ text }) => {
					const put = response.indexOf(key);
					return { part: text, option: String(put + 1), right: put === place };
				})
		)
};

/** A new kind of question needs its line here, or the types do not fit. */
const BY_KIND = {
	choice: options,
	multi: options,
	order: places,
	match: pairs,
	number: figures,
	verdict: options,
	'who-says': options,
	cloze: options,
	place: options,
	matrix: pairs
} satisfies Record<KindName, unknown>;

/** What an answer to an item that passed the gate may choose, and did. */
export const choicesFor = ({ kind }: PlayedItem): Choices<PlayedItem, unknown> =>
	BY_KIND[kind as KindName] as unknown as Choices<PlayedItem, unknown>;
