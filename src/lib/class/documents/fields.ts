/** Fields of the documents, with their limits. Times are in milliseconds since 1970, UTC. */
import * as v from 'valibot';

export { Id } from '../ids.ts';

/** The most characters of each kind of text that people write. */
export const LIMITS = {
	name: 40,
	className: 80,
	title: 120,
	note: 2000,
	reason: 500,
	/** Names on a class's list, seats in its room. */
	pupils: 2000,
	/** Questions of an assignment. */
	items: 400,
	cards: 200,
	attempts: 20,
	/** A whole day. */
	minutes: 1440
} as const;

/** An id of the content. */
export const ContentId = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(100));

export const Time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
/** Seconds or a number of things. */
export const Amount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
/** From 1. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9));
export const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
export const Name = v.pipe(text(LIMITS.name), v.minLength(1));
export const ClassName = text(LIMITS.className);
export const Title = text(LIMITS.title);
export const Note = text(LIMITS.note);
export const Reason = text(LIMITS.reason);
/** Which build of the app wrote it. */
export const App = text(40);
/** What a shuffle draws from. */
export const Seed = text(200);

/** A question in one wording. */
export const Entry = v.object({ id: ContentId, revision: Count });
export type Entry = v.InferOutput<typeof Entry>;
