import * as v from 'valibot';
import type { Explanation, Kind } from '../../kind.ts';

export interface NumberItem {
	unit: string;
	/** One figure to give per named source or voice. */
	figures: { id: string; label: string; value: number; tolerance: number; why: string }[];
	/** Figures that are often given and why they are not the one. */
	slips: { value: number; why: string }[];
}

export type NumberResponse = Record<string, number>;

const Response = v.record(v.string(), v.pipe(v.number(), v.finite()));
const print = (value: number) => value.toLocaleString('en-GB');

/** Give a figure for each named source. Credit: share of figures within their tolerance. */
export const number: Kind<NumberItem, NumberResponse> = {
	arrange: (item) => item,
	empty: () => ({}),
	complete: ({ figures }, response) => figures.every(({ id }) => Number.isFinite(response[id])),
	parse: ({ figures }, raw) => {
		const read = v.safeParse(Response, raw);
		if (!read.success) return;
		const known = Object.keys(read.output).every((id) => figures.some((each) => each.id === id));
		return known ? read.output : undefined;
	},
	score: ({ figures }, response) =>
		figures.filter((figure) => isRight(figure, response[figure.id])).length / figures.length,
	explain: ({ unit, figures, slips }, response) =>
		figures.map((figure): Explanation => {
			const given = response?.[figure.id];
			const right = response === undefined || isRight(figure, given);
			const slip = slips.find(({ value }) => value === given);
			return {
				text: `${figure.label}: ${print(figure.value)} ${unit}${right ? '' : ` (you wrote ${print(given ?? 0)})`}`,
				why: right || !slip ? figure.why : `${slip.why} ${figure.why}`,
				mark: right ? 'right' : 'wrong'
			};
		})
};

const isRight = ({ value, tolerance }: NumberItem['figures'][number], given: number | undefined) =>
	given !== undefined && Math.abs(given - value) <= tolerance;
