/** An assignment as its pupils come to it. */
import { assignedQuestions } from '../../class/assigned.ts';
import type { Assignment } from '../../class/documents/assignment.ts';
import type { PlayedItem } from '../../content/item.ts';
import { WorkSession } from '../pupil/work-session.svelte.ts';
import type { Course } from './draft.ts';

/**
 * An attempt of which nothing is kept. Kinds must be loaded.
 *
 * @param items the questions of the assignment, with their options
 */
export function previewOf(
	document: Assignment,
	{ modules, items: entries }: Course,
	items: readonly PlayedItem[]
): WorkSession {
	const seed = `${document.seed}/preview`;
	const { questions, changed } = assignedQuestions(document, items, seed);
	const work = {
		v: 1 as const,
		id: '',
		membership: '',
		assignment: document.id,
		revision: document.revision,
		attempt: 1,
		seed,
		begun: 0,
		extra: 0,
		answers: []
	};
	const pack = {
		questions,
		modules: new Map(entries.map(({ id, module }) => [id, module])),
		cards: new Map(modules.flatMap(({ cards }) => cards).map(({ id, title }) => [id, title])),
		changed: changed.length
	};
	return new WorkSession(document, work, pack, () => Promise.resolve(undefined));
}
