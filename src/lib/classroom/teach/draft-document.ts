/** The assignment that a draft becomes, and the draft of an assignment that was given out. */
import { nameMark, type Assignment } from '../../class/documents/assignment.ts';
import type { Board } from '../../class/documents/board.ts';
import { choiceOf } from './draft-choice.ts';
import { newDraft, titleOf, type Course, type Draft } from './draft.ts';

/** The class that an assignment is for. */
export interface ForClass {
	id: string;
	publicKey: string;
	board: Pick<Board, 'name' | 'naming'>;
}

interface Making {
	course: Course;
	/** In milliseconds since 1970, UTC. */
	now: number;
	app: string;
	/** Where hand-ins are to come home. */
	forClass?: ForClass | undefined;
	withdrawn?: boolean;
}

/** The document of the next revision. It passes the schema where `flaws` finds none. */
export async function documentOf(draft: Draft, making: Making): Promise<Assignment> {
	const { course, now, app, forClass, withdrawn = false } = making;
	const revisions = new Map(course.items.map(({ id, revision }) => [id, revision]));
	const { id, note, cards, order, seed, mode, counts, opens, closes, minutes, confidence } = draft;
	const extra = await Promise.all(
		draft.extra.map(async (each) => ({
			who: await nameMark(id, each.name),
			minutes: each.minutes
		}))
	);
	return {
		type: 'who-says-what/assignment',
		version: 1,
		id,
		revision: draft.given + 1,
		...(forClass && {
			class: forClass.id,
			className: forClass.board.name,
			publicKey: forClass.publicKey,
			naming: forClass.board.naming
		}),
		title: titleOf(draft, course),
		note: note.trim(),
		cards,
		items: draft.items.flatMap((item) => {
			const revision = revisions.get(item);
			return revision ? [{ id: item, revision }] : [];
		}),
		order,
		seed,
		mode,
		...(draft.attempts && { attempts: draft.attempts }),
		counts,
		...(opens && { opens }),
		...(closes && { closes }),
		...(minutes && { minutes }),
		extra: [...extra, ...draft.unnamed],
		confidence,
		withdrawn,
		at: now,
		app
	};
}

/**
 * A draft of what was given out before, for its next revision.
 *
 * @param names of the class, as far as they are known: the document itself does not tell who has more time
 */
export async function draftOf(
	document: Assignment,
	course: Course,
	names: readonly string[]
): Promise<Draft> {
	const { id, cards, seed } = document;
	const items = document.items.map((item) => item.id);
	const modules = course.modules
		.filter(
			(module) =>
				module.items.some((item) => items.includes(item)) ||
				module.cards.some((card) => cards.includes(card.id))
		)
		.map((module) => module.id);
	const marks = new Map<string, string>();
	for (const name of new Set(names)) marks.set(await nameMark(id, name), name);
	const extra = document.extra.flatMap(({ who, minutes }) => {
		const name = marks.get(who);
		return name ? [{ name, minutes }] : [];
	});
	const { attempts, opens, closes, minutes } = document;
	const draft: Draft = {
		...newDraft(id, seed),
		given: document.revision,
		class: document.class ?? '',
		title: document.title,
		note: document.note,
		modules,
		cards,
		items,
		order: document.order,
		mode: document.mode,
		counts: document.counts,
		...(attempts && { attempts }),
		...(opens && { opens }),
		...(closes && { closes }),
		...(minutes && { minutes }),
		extra,
		unnamed: document.extra.filter(({ who }) => !marks.has(who)),
		confidence: document.confidence
	};
	// What was drawn by lot stays so: another module then changes what is drawn, not how many.
	return choiceOf(draft, course) === 'lot' ? { ...draft, amount: items.length } : draft;
}
