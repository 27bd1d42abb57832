/** What a pupil gets from an assignment: questions in their order, time, feedback, attempts left. */
import type { PlayedItem } from '../content/item.ts';
import { arrangedQuiz, newOrder } from '../quiz/session.ts';
import type { Assignment } from './documents/assignment.ts';
import type { Entry } from './documents/fields.ts';

/**
 * What decides the order of questions and options: the same for all, or one for each pupil and attempt.
 *
 * @param member id of the pupil's device @param attempt from 1
 */
export const seedOf = ({ order, seed }: Assignment, member: string, attempt: number): string =>
	order === 'same' ? seed : `${seed}/${member}/${attempt}`;

/** A question that is asked in another wording than the teacher chose, or not at all. */
export interface Changed {
	id: string;
	/** `revised`: the app's content has another revision, which is asked. `gone`: it has none. */
	how: 'revised' | 'gone';
}

export interface AssignedQuestions {
	/** In the order in which they are asked, their options arranged. */
	questions: PlayedItem[];
	changed: Changed[];
}

/**
 * The questions of an attempt. Kinds must be loaded.
 *
 * @param items questions of the app's content, those of the assignment at least
 * @param seed as `seedOf` gives it
 */
export function assignedQuestions(
	assignment: Pick<Assignment, 'items' | 'order'>,
	items: readonly PlayedItem[],
	seed: string
): AssignedQuestions {
	const known = new Map(items.map((item) => [item.id, item]));
	const entries: Entry[] = [];
	const changed: Changed[] = [];
	for (const { id, revision } of assignment.items) {
		const item = known.get(id);
		if (!item || item.revision !== revision) changed.push({ id, how: item ? 'revised' : 'gone' });
		if (item) entries.push({ id, revision: item.revision });
	}
	const asked = entries.flatMap(({ id }) => known.get(id) ?? []);
	const order = newOrder(asked, entries, seed, { ordered: assignment.order === 'same' });
	return { questions: arrangedQuiz(asked, seed, order), changed };
}

/** An attempt as the clock looks at it; times in milliseconds since 1970, UTC. */
export interface Begun {
	begun: number;
	/** Minutes that this pupil has more. */
	extra: number;
}

/** When an attempt ends by itself: its time is up, or the assignment closes. `undefined` when never. */
export function endOf(
	{ closes, minutes }: Pick<Assignment, 'closes' | 'minutes'>,
	{ begun, extra }: Begun
): number | undefined {
	const ends = [closes, minutes && begun + (minutes + extra) * 60_000];
	const known = ends.filter((end) => end !== undefined);
	return known.length > 0 ? Math.min(...known) : undefined;
}

export type Standing =
	/** It may be begun, or gone on with. */
	| 'open'
	| 'not-yet'
	| 'closed'
	| 'withdrawn'
	/** As often handed in as it may be. */
	| 'used-up';

/** How often it may still be handed in; endless where there is no limit. @param handedIn attempts handed in */
export const attemptsLeft = (
	{ attempts }: Pick<Assignment, 'attempts'>,
	handedIn: number
): number => Math.max(0, (attempts ?? Infinity) - handedIn);

/** @param now in milliseconds since 1970, UTC @param handedIn attempts handed in */
export function standing(assignment: Assignment, now: number, handedIn: number): Standing {
	const { opens, closes, withdrawn } = assignment;
	if (withdrawn) return 'withdrawn';
	if (now < (opens ?? -Infinity)) return 'not-yet';
	if (now >= (closes ?? Infinity)) return 'closed';
	return attemptsLeft(assignment, handedIn) > 0 ? 'open' : 'used-up';
}

/**
 * Whether answers are told right or wrong. Practice tells at once. A test tells when it has closed;
 * one that never closes, when it can be handed in no more. Withdrawing tells nothing: what was
 * withdrawn may be set again.
 */
export function showsFeedback(
	assignment: Pick<Assignment, 'mode' | 'closes' | 'attempts'>,
	now: number,
	handedIn: number
): boolean {
	const { mode, closes } = assignment;
	if (mode === 'practice') return true;
	return closes === undefined ? attemptsLeft(assignment, handedIn) === 0 : now >= closes;
}

const RULES = ['opens', 'closes', 'minutes', 'attempts'] as const;
export type Rule = (typeof RULES)[number];

/** What a pupil who began an earlier revision is told. */
export interface Edit {
	withdrawn: boolean;
	/** Set again after it was withdrawn. */
	restored: boolean;
	/** Questions that came in, and that were taken out. */
	added: number;
	dropped: number;
	/** What is another than before. */
	rules: Rule[];
	note: boolean;
}

/** What changed from one revision to another; `undefined` when nothing that concerns a pupil. */
export function editOf(before: Assignment, after: Assignment): Edit | undefined {
	const had = new Set(before.items.map(({ id }) => id));
	const has = new Set(after.items.map(({ id }) => id));
	const edit: Edit = {
		withdrawn: after.withdrawn && !before.withdrawn,
		restored: before.withdrawn && !after.withdrawn,
		added: [...has].filter((id) => !had.has(id)).length,
		dropped: [...had].filter((id) => !has.has(id)).length,
		rules: RULES.filter((rule) => before[rule] !== after[rule]),
		note: before.note !== after.note
	};
	const { rules, ...others } = edit;
	return rules.length > 0 || Object.values(others).some(Boolean) ? edit : undefined;
}
