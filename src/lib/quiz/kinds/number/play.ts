import { entriesIn } from '../../json.ts';
import type { Explanation, Kind } from '../../kind.ts';

interface Figure {
	id: string;
	label: string;
	value: number;
	tolerance: number;
	why: string;
}

export interface NumberItem {
	unit: string;
	/** One figure to give per named source or voice. */
	figures: Figure[];
	/** Figures that are often given and why they are not the one. */
	slips: { value: number; why: string }[];
}

export type NumberResponse = Record<string, number>;

const print = (value: number) => value.toLocaleString('en-GB');

const isRight = ({ value, tolerance }: Figure, given: number | undefined) =>
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
		figures.filter((figure) => isRight(figure, response[figure.id])).length / figures.length,
	explain: ({ unit, figures, slips }, response) =>
		figures.map((figure): Explanation => {
			const text = `${figure.label} (${unit}): ${print(figure.value)}`;
			const given = response?.[figure.id];
			if (!response || isRight(figure, given)) return { text, why: figure.why, mark: 'right' };
			const slip = slips.find(({ value }) => value === given);
			return {
				text,
				why: slip ? `${slip.why} ${figure.why}` : figure.why,
				mark: 'wrong',
				given: `You wrote ${given === undefined ? 'nothing' : print(given)}.`
			};
		})
};
