import type { Explain, Explanation } from '../../kind.ts';
import { isRight, type NumberItem, type NumberResponse } from './play.ts';

/** The part of an item that says why a figure often given is not the one. */
export const slipId = (value: number) => `slip-${value}`;

const print = (value: number) => value.toLocaleString('en-GB');

export const explainNumber: Explain<NumberItem, NumberResponse> = (
	{ unit, figures },
	whys,
	response
) =>
	figures.map((figure): Explanation => {
		const text = `${figure.label} (${unit}): ${print(figure.value)}`;
		const why = whys?.[figure.id];
		const given = response?.[figure.id];
		if (!response || isRight(figure, given)) return { text, why, mark: 'right' };
		if (given === undefined) return { text, why, mark: 'wrong', given: 'You wrote nothing.' };
		const both = [whys?.[slipId(given)], why].filter(Boolean).join(' ');
		return { text, why: both, mark: 'wrong', given: `You wrote ${print(given)}.` };
	});
