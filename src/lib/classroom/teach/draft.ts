/** An assignment while the teacher builds it. Times are in milliseconds since 1970, UTC. */
import * as v from 'valibot';
import { LIMITS } from '../../class/documents/fields.ts';
import { foldedName } from '../../class/documents/name.ts';
import type { ItemEntry } from '../../content/item.ts';
import type { ModuleEntry } from '../../content/packs.ts';
import { SKILLS } from '../../content/skill.ts';

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

/** Gives a name more time, other minutes, or none. */
export function withExtra(draft: Draft, name: string, minutes: number | undefined): Draft {
	const others = draft.extra.filter((each) => foldedName(each.name) !== foldedName(name));
	return { ...draft, extra: minutes === undefined ? others : [...others, { name, minutes }] };
}
