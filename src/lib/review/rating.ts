/**
 * What an answer says about memory, in the four ratings that FSRS takes.
 *
 * FSRS asks learners to press Again (forgotten), Hard (recalled with effort), Good or Easy
 * (<https://github.com/open-spaced-repetition/fsrs4anki/wiki>). Here the rating is derived, so that
 * one tap does for both:
 *
 * | score        | said with the answer, time taken     | rating |
 * | ------------ | ------------------------------------ | ------ |
 * | under 0.6    | any                                  | Again  |
 * | 0.6 to 0.99  | any                                  | Hard   |
 * | 1            | guess                                | Hard   |
 * | 1            | not sure, and more than 90 s         | Hard   |
 * | 1            | sure, within 15 s                    | Easy   |
 * | 1            | all else, confidence not asked too   | Good   |
 *
 * A right guess is no recall, so it counts as Hard. A question left open for more than ten minutes
 * was put aside, and its time says nothing.
 */
import type { Attempt } from './attempt.ts';

/** As FSRS numbers them. */
export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;
export const EASY = 4;
export type Rating = typeof AGAIN | typeof HARD | typeof GOOD | typeof EASY;

/** Below this score an answer shows that the point is not known; one of several parts may be missed. */
const KNOWN = 0.6;
const QUICK = 15_000;
const SLOW = 90_000;
const PUT_ASIDE = 600_000;

export const missed = ({ score }: Pick<Attempt, 'score'>) => score < KNOWN;

/** Wrong with conviction: what corrects best when it is corrected soon (Butterfield and Metcalfe 2001). */
export const sureAndWrong = ({ score, confidence }: Pick<Attempt, 'score' | 'confidence'>) =>
	confidence === 'sure' && score < KNOWN;

/** The rating of an answer by the table above. */
export function ratingOf(
	attempt: Pick<Attempt, 'score' | 'confidence' | 'shownAt' | 'at'>
): Rating {
	const { score, confidence, shownAt, at } = attempt;
	if (missed(attempt)) return AGAIN;
	if (score < 1 || confidence === 'guess') return HARD;
	const time = at - shownAt;
	if (confidence === 'sure') return time >= 0 && time <= QUICK ? EASY : GOOD;
	return time > SLOW && time < PUT_ASIDE ? HARD : GOOD;
}
