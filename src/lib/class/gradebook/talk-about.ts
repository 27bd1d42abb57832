/** Which questions are worth the next lesson's time. */
import type { Drawn, ItemFigures } from './items.ts';

/** Questions to talk about. */
const FIVE = 5;

export interface ToTalkAbout {
	figures: ItemFigures;
	/** Share of the points that were lost. */
	lost: number;
	/** Share of the pupils who were sure and not wholly right. */
	sureAndWrong: number;
	/** The wrong choice that drew most, where one drew anybody. */
	drew: Drawn | undefined;
	/**
	 * Those who know more did worse, and not by chance alone (the whole interval of the discrimination
	 * is under 0): look whether the question misleads, before you teach it.
	 */
	suspect: boolean;
}

/**
 * The five questions that say most about what the class has not understood. A question counts the
 * share of points lost, and once more the share of pupils who were sure and wrong: a mistake that is
 * firmly believed is not cleared up by itself. Of equals, the one with more points lost comes first,
 * then the order of the assignment. Left out are questions that nobody got wrong, that were taken
 * out or that count for nobody.
 */
export const toTalkAbout = (figures: readonly ItemFigures[]): ToTalkAbout[] =>
	figures
		.filter(({ question, difficulty }) => difficulty && !question.dropped)
		.map((each): ToTalkAbout => ({
			figures: each,
			lost: 1 - (each.difficulty?.value ?? 1),
			sureAndWrong: each.sure.wrong.length / each.pupils,
			drew: each.drawn.find(({ right, count }) => !right && count > 0),
			suspect: (each.discrimination?.to ?? 1) < 0
		}))
		.filter(({ lost }) => lost > 1e-9)
		.sort((a, b) => b.lost + b.sureAndWrong - (a.lost + a.sureAndWrong) || b.lost - a.lost)
		.slice(0, FIVE);
