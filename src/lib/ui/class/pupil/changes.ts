/** What became of an assignment since a pupil began with it, in sentences. */
import type { Rule } from '#lib/class/assigned.ts';
import type { Assignment } from '#lib/class/documents/assignment.ts';
import type { Task } from '#lib/classroom/pupil/work.ts';
import { counted } from '../counted.ts';
import { when } from './when.ts';

const count = (number: number, verb: readonly [one: string, more: string]) =>
	number === 0
		? []
		: [number === 1 ? `One question ${verb[0]}.` : `${number} questions ${verb[1]}.`];

const RULES: Record<Rule, (assignment: Assignment, extra: number) => string> = {
	opens: ({ opens }) => (opens === undefined ? 'It is open at once.' : `It opens ${when(opens)}.`),
	closes: ({ closes }) =>
		closes === undefined ? 'It no longer closes by itself.' : `It closes ${when(closes)}.`,
	minutes: ({ minutes }, extra) =>
		minutes === undefined
			? 'Your time has no limit any more.'
			: `You have ${counted(minutes + extra, 'minute')} in all.`,
	attempts: ({ attempts }) =>
		attempts === undefined
			? 'You may hand it in as often as you like.'
			: `You may hand it in ${attempts === 1 ? 'once' : `${attempts} times`}.`
};

/**
 * Each change that concerns this pupil, as the newest revision has it; extra time too, which is
 * theirs alone. Once all is closed, times and attempts concern nobody.
 */
export function changesOf({
	assignment,
	standing,
	edit,
	extra,
	extraBefore
}: Pick<Task, 'assignment' | 'standing' | 'edit' | 'extra' | 'extraBefore'>): string[] {
	const rules = new Set(edit?.rules);
	if (assignment.minutes !== undefined && extra !== extraBefore) rules.add('minutes');
	if (standing === 'closed') rules.clear();
	return [
		...count(edit?.added ?? 0, ['came in', 'came in']),
		...count(edit?.dropped ?? 0, ['was taken out', 'were taken out']),
		...[...rules].map((rule) => RULES[rule](assignment, extra))
	];
}
