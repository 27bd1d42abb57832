import { entriesIn } from '../../json.ts';
import type { Kind } from '../../kind.ts';

interface Figure {
	id: string;
	label: string;
	value: number;
	tolerance: number;
}

export interface NumberItem {
	unit: string;
	/** One figure to give per named source or voice. */
	figures: Figure[];
}

export type NumberResponse = Record<string, number>;

export const isRight = ({ value, tolerance }: Figure, given: number | undefined) =>
	given !== undefined && Math.abs(given - value) <= tolerance;

/** Give a figure for each named source. Credit: share of figures within their tolerance. */
export const number: Kind<NumberItem, NumberResponse> = {
	arrange: (item) => item,
	empty: () => ({}),
	complete: ({ figures }, response) => figures.every(({ id }) => Number.isFinite(response[id])),
	parse: ({ figures }, raw) => {
		const given = entriesIn(raw);
		const sound = given?.every(
			([id, value]) => figures.some((figure) => figure.id === id) && Number.isFinite(value)
		);
		return sound ? (Object.fromEntries(given ?? []) as NumberResponse) : undefined;
	},
	score: ({ figures }, response) =>
		figures.filter((figure) => isRight(figure, response[figure.id])).length / figures.length
};
