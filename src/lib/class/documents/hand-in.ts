/** A hand-in: what a pupil answered. It holds responses and no scores; those are worked out by whoever reads it. */
import * as v from 'valibot';
import { CONFIDENCES } from '../../review/attempt.ts';
import { head, type DocumentOf } from './document.ts';
import { Amount, App, ContentId, Count, Id, LIMITS, Name, Seed, Time } from './fields.ts';

const DEEPEST = 4;
const LONGEST = 4000;

/** Characters of a JSON value; endless when it is deeper than any response. */
function weight(raw: unknown, depth = 0): number {
	if (typeof raw === 'string') return raw.length + 2;
	if (typeof raw !== 'object' || raw === null) return 8;
	if (depth >= DEEPEST) return Infinity;
	return Object.entries(raw).reduce(
		(sum, [key, value]) => sum + key.length + weight(value, depth + 1),
		2
	);
}

/** What was answered: plain JSON that only the question's kind understands. */
const Response = v.pipe(
	v.unknown(),
	v.check((raw) => weight(raw) <= LONGEST)
);

const Answer = v.object({
	/** Id and revision of the item. */
	item: ContentId,
	revision: Count,
	response: Response,
	/** Absent where it was not asked. */
	confidence: v.optional(v.picklist(CONFIDENCES)),
	/** When it was shown and answered, in whole seconds after `begun`. */
	shown: Amount,
	answered: Amount
});

export const handIn = {
	type: 'who-says-what/hand-in',
	name: 'hand-in',
	version: 1,
	limit: 200_000,
	schema: v.object({
		...head('who-says-what/hand-in', 1),
		id: Id,
		/** Absent where the assignment names none. */
		class: v.optional(Id),
		assignment: Id,
		/** Of the assignment that was answered. */
		revision: Count,
		member: v.object({ id: Id, name: Name }),
		/** From 1. */
		attempt: Count,
		begun: Time,
		handedIn: Time,
		/** In the order in which they were given; a question that is not here was left out. */
		answers: v.pipe(v.array(Answer), v.maxLength(LIMITS.items)),
		/** Decided in which order questions and options stood. */
		seed: Seed,
		app: App
	})
} as const;

export type HandIn = DocumentOf<typeof handIn>;
export type HandInAnswer = HandIn['answers'][number];
