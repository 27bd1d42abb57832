/** An assignment: what a teacher sets. */
import * as v from 'valibot';
import { sha256, toBase64Url, utf8 } from '../bytes.ts';
import { Naming } from './board.ts';
import { head, type DocumentOf } from './document.ts';
import {
	Amount,
	App,
	ClassName,
	ContentId,
	Count,
	Entry,
	Id,
	LIMITS,
	Note,
	Seed,
	Time,
	Title
} from './fields.ts';
import { foldedName } from './name.ts';

/** The public key of a class, as age writes it. */
export const PublicKey = v.pipe(v.string(), v.regex(/^age1[02-9ac-hj-np-z]{58}$/));

const Minutes = v.pipe(Amount, v.maxValue(LIMITS.minutes));

export const assignment = {
	type: 'who-says-what/assignment',
	name: 'assignment',
	version: 1,
	limit: 100_000,
	schema: v.object({
		...head('who-says-what/assignment', 1),
		id: Id,
		/** From 1; the highest holds. */
		revision: Count,
		/** Absent where a link or a file is all there is. */
		class: v.optional(Id),
		className: v.optional(ClassName),
		/** Hand-ins are sealed to it. It travels with the assignment, so that no server is needed. */
		publicKey: v.optional(PublicKey),
		/** What pupils call themselves, where no board says so. */
		naming: v.optional(Naming),
		title: Title,
		/** To the pupils, in plain text. */
		note: Note,
		/** Ids of the cards to read, in their order. */
		cards: v.pipe(v.array(ContentId), v.maxLength(LIMITS.cards)),
		/** The questions, in the teacher's order. */
		items: v.pipe(v.array(Entry), v.maxLength(LIMITS.items)),
		/** One order for everybody, or each pupil an order of their own. */
		order: v.picklist(['same', 'shuffled']),
		seed: Seed,
		/** Practice tells after each answer; a test tells nothing until it closes. */
		mode: v.picklist(['practice', 'test']),
		/** How often it may be handed in; any number of times where absent. */
		attempts: v.optional(v.pipe(Count, v.maxValue(LIMITS.attempts))),
		/** Which of several attempts counts. */
		counts: v.picklist(['best', 'last']),
		opens: v.optional(Time),
		closes: v.optional(Time),
		/** Time for one attempt, from its first question. */
		minutes: v.optional(v.pipe(Minutes, v.minValue(1))),
		/** Minutes more for some pupils, see `nameMark`. */
		extra: v.pipe(
			v.array(v.object({ who: v.pipe(v.string(), v.maxLength(22)), minutes: Minutes })),
			v.maxLength(LIMITS.pupils)
		),
		/** Whether pupils say how sure they are. */
		confidence: v.boolean(),
		withdrawn: v.boolean(),
		/** When this revision was made. */
		at: Time,
		app: App
	})
} as const;

export type Assignment = DocumentOf<typeof assignment>;

/**
 * Stands for a pupil's name in an assignment, so that a link which goes round does not tell who has
 * more time. It hides the name from a glance, not from somebody who tries the names of the class.
 */
export const nameMark = async (assignmentId: string, name: string): Promise<string> =>
	toBase64Url((await sha256(utf8(`${assignmentId}/${foldedName(name)}`))).subarray(0, 12));

/** Minutes more that a pupil has. */
export async function extraMinutes({ id, extra }: Assignment, name: string): Promise<number> {
	if (extra.length === 0) return 0;
	const mark = await nameMark(id, name);
	return extra.find(({ who }) => who === mark)?.minutes ?? 0;
}

/** Minutes more of all who have any, by the id of the member, as the gradebook takes them. */
export async function extrasOf(
	document: Assignment,
	members: readonly { id: string; name: string }[]
): Promise<Map<string, number>> {
	const found = await Promise.all(
		members.map(async ({ id, name }) => [id, await extraMinutes(document, name)] as const)
	);
	return new Map(found.filter(([, minutes]) => minutes > 0));
}

/** Of several revisions the one that holds; of two with the same number the one made later. */
export const newest = (revisions: readonly Assignment[]): Assignment | undefined =>
	[...revisions].sort(
		(a, b) =>
			b.revision - a.revision || b.at - a.at || (JSON.stringify(a) > JSON.stringify(b) ? -1 : 1)
	)[0];
