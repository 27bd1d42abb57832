/** An assignment while the teacher builds it. Times are in milliseconds since 1970, UTC. */
import * as v from 'valibot';
import { nameMark, type Assignment } from '../../class/documents/assignment.ts';
import type { Board } from '../../class/documents/board.ts';
import { LIMITS } from '../../class/documents/fields.ts';
import { foldedName } from '../../class/documents/name.ts';
import type { ItemEntry } from '../../content/item.ts';
import type { ModuleEntry } from '../../content/packs.ts';
import { SKILLS, type Skill } from '../../content/skill.ts';
import { shuffleFrom } from '../../quiz/random.ts';

/** What there is to choose from. */
export interface Course {
	modules: readonly ModuleEntry[];
	items: readonly ItemEntry[];
}

const Ids = v.array(v.string());

/** As it is kept on the device, so that a reload loses nothing. */
export const Draft = v.object({
	v: v.literal(1),
	id: v.string(),
	/** The revision that was given out last; 0 before the first. */
	given: v.number(),
	/** Id of the class that it was given out to or is meant for; empty for none. */
	class: v.string(),
	/** Empty: named by what is in it. */
	title: v.string(),
	note: v.string(),
	modules: Ids,
	/** All where none is named. */
	skills: v.array(v.picklist(SKILLS)),
	/** How many questions of those; all where absent. */
	amount: v.optional(v.number()),
	cards: Ids,
	items: Ids,
	order: v.picklist(['same', 'shuffled']),
	seed: v.string(),
	mode: v.picklist(['practice', 'test']),
	attempts: v.optional(v.number()),
	counts: v.picklist(['best', 'last']),
	opens: v.optional(v.number()),
	closes: v.optional(v.number()),
	minutes: v.optional(v.number()),
	/** Minutes more by name. */
	extra: v.array(v.object({ name: v.string(), minutes: v.number() })),
	/** Those of an earlier revision whose name this device does not know. */
	unnamed: v.array(v.object({ who: v.string(), minutes: v.number() })),
	confidence: v.boolean()
});
export type Draft = v.InferOutput<typeof Draft>;

/** @param id of the assignment @param seed decides what is drawn, and the order of questions */
export const newDraft = (id: string, seed: string): Draft => ({
	v: 1,
	id,
	given: 0,
	class: '',
	title: '',
	note: '',
	modules: [],
	skills: [],
	cards: [],
	items: [],
	order: 'shuffled',
	seed,
	mode: 'practice',
	counts: 'best',
	extra: [],
	unnamed: [],
	confidence: true
});

/** The items of the course in its order. */
const inOrder = ({ modules }: Course, ids: Iterable<string>) => {
	const wanted = new Set(ids);
	return modules.flatMap(({ items }) => items.filter((id) => wanted.has(id)));
};

const fits = ({ skills }: Draft, { tests }: ItemEntry) =>
	skills.length === 0 || skills.includes(tests);

const questionsOf = (draft: Draft, course: Course, modules: readonly string[]) =>
	course.items
		.filter((item) => modules.includes(item.module) && fits(draft, item))
		.map(({ id }) => id);

/** Ids of the questions from which some are drawn: those of its modules and skills. */
export const drawnFrom = (draft: Draft, course: Course): string[] =>
	questionsOf(draft, course, draft.modules).slice(0, LIMITS.items);

const cardsOf = (course: Course, modules: readonly string[]) =>
	course.modules
		.filter(({ id }) => modules.includes(id))
		.flatMap(({ cards }) => cards.map(({ id }) => id));

/** Chooses the questions anew: by module, skill and amount. What was dropped or swapped by hand comes back. */
export function chosenAnew(draft: Draft, course: Course): Draft {
	const all = questionsOf(draft, course, draft.modules);
	const some = draft.amount ? shuffleFrom(draft.seed)(all).slice(0, draft.amount) : all;
	return { ...draft, items: inOrder(course, some.slice(0, LIMITS.items)) };
}

/** Takes a module in, with its cards and questions, or out. Other modules stay as they were changed by hand. */
export function toggledModule(draft: Draft, course: Course, module: string): Draft {
	const isIn = draft.modules.includes(module);
	const modules = course.modules
		.map(({ id }) => id)
		.filter((id) => (id === module ? !isIn : draft.modules.includes(id)));
	const own = new Set(cardsOf(course, [module]));
	const cards = isIn
		? draft.cards.filter((id) => !own.has(id))
		: cardsOf(course, modules).filter((id) => own.has(id) || draft.cards.includes(id));
	const next = { ...draft, modules, cards: cards.slice(0, LIMITS.cards) };
	if (draft.amount) return chosenAnew(next, course);
	const questions = new Set(
		course.items.filter((item) => item.module === module).map(({ id }) => id)
	);
	const items = isIn
		? draft.items.filter((id) => !questions.has(id))
		: [...draft.items, ...questionsOf(next, course, [module])];
	return { ...next, items: inOrder(course, items).slice(0, LIMITS.items) };
}

/** Takes a question in, or out. */
export const toggledItem = (draft: Draft, course: Course, id: string): Draft => ({
	...draft,
	items: draft.items.includes(id)
		? draft.items.filter((other) => other !== id)
		: inOrder(course, [...draft.items, id])
});

/** Takes a card in, or out. */
export const toggledCard = (draft: Draft, course: Course, id: string): Draft => ({
	...draft,
	cards: draft.cards.includes(id)
		? draft.cards.filter((other) => other !== id)
		: cardsOf(course, draft.modules).filter((card) => card === id || draft.cards.includes(card))
});

/**
 * The question that takes the place of another: of the same module, of the same skill where one is
 * left, and the one that follows, so that swapping again leads on to the next.
 */
export function swapFor({ items }: Draft, course: Course, id: string): string | undefined {
	const from = course.items.findIndex((item) => item.id === id);
	const item = course.items[from];
	if (!item) return undefined;
	const left = [...course.items.slice(from + 1), ...course.items.slice(0, from)].filter(
		(other) => other.module === item.module && !items.includes(other.id)
	);
	return (left.find(({ tests }) => tests === item.tests) ?? left[0])?.id;
}

/** Puts another question in the place of one. */
export function swappedItem(draft: Draft, course: Course, id: string): Draft {
	const other = swapFor(draft, course, id);
	if (!other) return draft;
	return { ...draft, items: draft.items.map((each) => (each === id ? other : each)) };
}

/** Practice may be handed in again, a test once; what was chosen besides stays. */
export function inMode(draft: Draft, mode: Draft['mode']): Draft {
	const { attempts: _, ...rest } = draft;
	return { ...rest, mode, ...(mode === 'test' && { attempts: 1 }) };
}

/** What an assignment is called that the teacher gave no name. */
export function titleOf({ title, mode, modules }: Draft, course: Course): string {
	if (title.trim()) return title.trim();
	const names = course.modules.filter(({ id }) => modules.includes(id)).map((each) => each.title);
	const [first = 'The questions'] = names;
	const what = names.length > 1 ? `${first} and ${names.length - 1} more` : first;
	return (mode === 'test' ? `Test: ${what}` : what).slice(0, LIMITS.title);
}

/** What has to be mended before it can go out, each as a sentence. */
export function flaws(draft: Draft, now: number): string[] {
	const { items, cards, opens, closes, title, note, attempts, minutes, extra } = draft;
	const whole = (value: number, most: number) =>
		Number.isInteger(value) && value >= 1 && value <= most;
	const found: [boolean, string][] = [
		[items.length + cards.length === 0, 'Choose a module, or some cards or questions.'],
		[closes !== undefined && closes <= now, 'It closes in the past; choose a later time.'],
		[
			closes !== undefined && opens !== undefined && closes <= opens,
			'It closes before it opens; change one of the two.'
		],
		[title.length > LIMITS.title, `The title has at most ${LIMITS.title} characters.`],
		[note.length > LIMITS.note, `The note has at most ${LIMITS.note} characters.`],
		[
			attempts !== undefined && !whole(attempts, LIMITS.attempts),
			`Attempts are a whole number from 1 to ${LIMITS.attempts}.`
		],
		[
			minutes !== undefined && !whole(minutes, LIMITS.minutes),
			`The minutes are a whole number from 1 to ${LIMITS.minutes}.`
		],
		[
			extra.some((each) => !whole(each.minutes, LIMITS.minutes)),
			'Extra time is a whole number of minutes for each name.'
		]
	];
	return found.filter(([wrong]) => wrong).map(([, sentence]) => sentence);
}

/** What is worth a second look before it goes out, as a sentence; empty when nothing is. */
export function caution({ mode, closes, attempts }: Draft): string {
	if (mode !== 'test' || closes !== undefined) return '';
	return attempts === undefined
		? 'A test without an end that can be handed in any number of times never tells what was right. Choose an end, or how often it may be handed in.'
		: 'A test without an end tells each pupil what was right as soon as it is handed in for the last time, while others may still be at it. Choose an end to tell all of them at the same time.';
}

/** How the questions came to be chosen: all of the modules and skills, by lot, or one by one. */
export function choiceOf(draft: Draft, course: Course): 'all' | 'lot' | 'own' {
	const { amount: _, ...whole } = draft;
	const isAs = ({ items }: Draft) => items.join(' ') === draft.items.join(' ');
	if (isAs(chosenAnew(whole, course))) return 'all';
	const drawn = { ...draft, amount: draft.items.length };
	return draft.items.length > 0 && isAs(chosenAnew(drawn, course)) ? 'lot' : 'own';
}

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

/** Gives a name more time, other minutes, or none. */
export function withExtra(draft: Draft, name: string, minutes: number | undefined): Draft {
	const others = draft.extra.filter((each) => foldedName(each.name) !== foldedName(name));
	return { ...draft, extra: minutes === undefined ? others : [...others, { name, minutes }] };
}

/** How many questions of each skill there are, for those that have any. */
export function skillCounts(ids: readonly string[], course: Course): [Skill, number][] {
	const wanted = new Set(ids);
	return SKILLS.flatMap((skill): [Skill, number][] => {
		const count = course.items.filter(({ id, tests }) => tests === skill && wanted.has(id)).length;
		return count > 0 ? [[skill, count]] : [];
	});
}
