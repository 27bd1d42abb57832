/** What pupils are told of an assignment before they begin. */
import { attemptsLeft } from '#lib/class/assigned.ts';
import type { Assignment } from '#lib/class/documents/assignment.ts';
import { counted } from '../counted.ts';
import { when } from './when.ts';

/** Said beside Begin. A test goes on with each answer, so there is no way back to one. */
export const STANDS =
	'An answer stands as soon as you give it: you cannot go back to a question that you have answered.';

/**
 * What an assignment asks, in a few words each.
 *
 * @param extra minutes that this pupil has more @param handedIn attempts handed in
 */
export function factsOf(
	assignment: Pick<Assignment, 'items' | 'mode' | 'minutes' | 'closes' | 'attempts'>,
	extra: number,
	handedIn: number
): string[] {
	const { items, mode, minutes, closes, attempts } = assignment;
	const left = attemptsLeft(assignment, handedIn);
	const facts = [
		items.length > 0 && counted(items.length, 'question'),
		mode === 'test' ? 'a test: answers are told when it is over' : 'answers are told at once',
		minutes &&
			`${counted(minutes + extra, 'minute')}${extra > 0 ? `, ${extra} of them extra for you` : ''}`,
		closes && `closes ${when(closes)}`,
		attempts === 1 && left > 0 && 'one attempt',
		attempts && attempts > 1 && left > 0 && `${left} of ${attempts} attempts left`
	];
	return facts.filter((fact) => typeof fact === 'string');
}
