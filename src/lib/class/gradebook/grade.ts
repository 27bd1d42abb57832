/** Grades one hand-in again, by the pure functions of the quiz. */
import type { PlayedItem } from '../../content/item.ts';
import { kindOf } from '../../quiz/session.ts';
import type { HandIn, HandInAnswer } from '../documents/hand-in.ts';

export type CellState =
	/** A whole response to the question as this app has it. */
	| 'answered'
	/** Time ran out within the question; what there was is graded. */
	| 'incomplete'
	/** Left out: earns nothing. */
	| 'blank'
	/** No response that this question could have: earns nothing. */
	| 'unreadable'
	/** Answered in another revision than this app has: not graded, counts for nothing. */
	| 'revised'
	/** This app's content no longer has the question: not graded, counts for nothing. */
	| 'gone'
	/** Was not among the questions of the revision that was answered. */
	| 'not-asked';

export interface Cell {
	state: CellState;
	/** From 0 to 1; absent where nothing could be graded. An override stands here too. */
	score?: number;
	/** Whether it counts into marks. */
	counts: boolean;
	answer?: HandInAnswer;
	/** What the teacher put in place of `graded`. */
	override?: { reason: string; graded: number | undefined };
}

/** @param item the question as this app has it */
function gradedCell(item: PlayedItem | undefined, answer: HandInAnswer | undefined): Cell {
	if (!item) return { state: 'gone', counts: false, ...(answer && { answer }) };
	if (!answer) return { state: 'blank', counts: true, score: 0 };
	if (answer.revision !== item.revision) return { state: 'revised', counts: false, answer };
	const kind = kindOf(item);
	const response = kind.parse(item, answer.response);
	if (response === undefined) return { state: 'unreadable', counts: true, score: 0, answer };
	const state = kind.complete(item, response) ? 'answered' : 'incomplete';
	const score = kind.score(item, response);
	return { state, counts: true, score: Number.isFinite(score) ? score : 0, answer };
}

/** What the teacher decided about a pupil's answers. */
export interface Rulings {
	/** By the id of the item. */
	overrides: ReadonlyMap<string, { score: number; reason: string }>;
	/** Ids of the items that count for nobody. */
	voided: ReadonlySet<string>;
}

/** A cell as the teacher ruled. */
export function ruled(cell: Cell, id: string, { overrides, voided }: Rulings): Cell {
	const override = overrides.get(id);
	const { reason, score } = override ?? {};
	const over: Cell =
		score === undefined
			? cell
			: { ...cell, counts: true, score, override: { reason: reason ?? '', graded: cell.score } };
	return voided.has(id) ? { ...over, counts: false } : over;
}

/**
 * Grades a hand-in: a cell for each question. Kinds must be loaded.
 *
 * @param ids of the questions, the columns of the gradebook
 * @param asked ids of those in the revision that was answered
 * @param itemOf the question as this app has it
 */
export function graded(
	{ answers }: Pick<HandIn, 'answers'>,
	ids: readonly string[],
	asked: ReadonlySet<string>,
	itemOf: (id: string) => PlayedItem | undefined,
	rulings: Rulings
): Cell[] {
	const given = new Map<string, HandInAnswer>();
	for (const answer of answers) if (!given.has(answer.item)) given.set(answer.item, answer);
	return ids.map((id) =>
		asked.has(id)
			? ruled(gradedCell(itemOf(id), given.get(id)), id, rulings)
			: { state: 'not-asked', counts: false }
	);
}

export interface Tally {
	/** Points, with parts of a point. */
	score: number;
	/** Points that there were to get. */
	of: number;
}

/** Points of some cells. @param wanted which of them, by their place; all where left out */
export function tally(cells: readonly Cell[], wanted?: readonly number[]): Tally {
	const sum = { score: 0, of: 0 };
	const add = (cell: Cell | undefined) => {
		if (!cell?.counts) return;
		sum.score += cell.score ?? 0;
		sum.of += 1;
	};
	if (wanted) for (const place of wanted) add(cells[place]);
	else cells.forEach(add);
	return sum;
}

/** Share of the points; `undefined` where there were none to get. */
export const share = ({ score, of }: Tally): number | undefined =>
	of > 0 ? score / of : undefined;
