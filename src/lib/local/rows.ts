/**
 * The rows kept on this device. Each carries the version of its shape in `v`. A row of an older
 * version stays as it was written and is readable for ever; a row of a newer one is left alone.
 * Times are in milliseconds since 1970, UTC.
 */
import * as v from 'valibot';
import { CONFIDENCES } from '../review/attempt.ts';

const Id = v.pipe(v.string(), v.maxLength(200));
const Time = v.pipe(v.number(), v.finite());

/** A card that was opened, and in which revision. */
export const Visit = v.object({
	v: v.literal(1),
	card: Id,
	module: Id,
	revision: v.number(),
	at: Time
});

/** What questions were asked for: a module with feedback or without, what is due, or a choice of one's own. */
export const MODES = ['quiz', 'test', 'review', 'practice'] as const;

const SessionV1 = v.object({
	v: v.literal(1),
	id: Id,
	module: Id,
	seed: Id,
	items: v.array(v.object({ id: Id, revision: v.number() })),
	startedAt: Time,
	/** Whether another session was begun after it or its result was closed. */
	ended: v.boolean()
});

const SessionV2 = v.object({
	...SessionV1.entries,
	v: v.literal(2),
	mode: v.picklist(MODES)
	// `module` is empty where questions of several modules are asked.
});

/** Questions that were asked together, in a seeded order. */
export const Session = v.union([
	SessionV2,
	v.pipe(
		SessionV1,
		v.transform((row): v.InferOutput<typeof SessionV2> => ({ ...row, v: 2, mode: 'quiz' }))
	)
]);

const AttemptV1 = v.object({
	v: v.literal(1),
	id: Id,
	session: Id,
	item: Id,
	revision: v.number(),
	response: v.unknown(),
	score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	shownAt: Time,
	at: Time
});

const AttemptV2 = v.object({
	...AttemptV1.entries,
	v: v.literal(2),
	/** Of the session: it decides in which order the options stood. */
	seed: Id,
	/** Absent where it was not asked. */
	confidence: v.optional(v.picklist(CONFIDENCES))
});

/** One answer. The log of attempts only ever grows. */
export const Attempt = v.union([
	AttemptV2,
	v.pipe(
		AttemptV1,
		v.transform((row): v.InferOutput<typeof AttemptV2> => ({ ...row, v: 2, seed: '' }))
	)
]);

const MarkV1 = v.object({
	v: v.literal(1),
	card: Id,
	module: Id,
	bookmarked: v.boolean(),
	bookmarkedAt: Time,
	/** Plain text; empty when there is none, or none any more. */
	note: v.pipe(v.string(), v.maxLength(20_000)),
	noteAt: Time
});

const MarkV2 = v.object({
	v: v.literal(2),
	card: Id,
	module: Id,
	bookmarked: v.boolean(),
	bookmarkedAt: Time,
	/** The note in plain text. More than one text where devices wrote it apart; see `marks.ts`. */
	texts: v.array(v.object({ id: Id, text: v.pipe(v.string(), v.maxLength(200_000)), at: Time })),
	/** Texts that were written on, by their ids: until when they had been seen. */
	replaced: v.record(Id, Time)
});

/** What a reader put on a card: a bookmark, a note. */
export const Mark = v.union([
	MarkV2,
	v.pipe(
		MarkV1,
		v.transform(({ note, noteAt, ...row }): v.InferOutput<typeof MarkV2> => ({
			...row,
			v: 2,
			texts: note ? [{ id: `first-${noteAt}`, text: note, at: noteAt }] : [],
			replaced: {}
		}))
	)
]);

export type Visit = v.InferOutput<typeof Visit>;
export type Session = v.InferOutput<typeof Session>;
export type Attempt = v.InferOutput<typeof Attempt>;
export type Mark = v.InferOutput<typeof Mark>;
export type Mode = (typeof MODES)[number];

const SCHEMAS = { visits: Visit, sessions: Session, attempts: Attempt, marks: Mark } as const;

/** Names of what is kept. */
export type Kept = keyof typeof SCHEMAS;
export const STORES: Kept[] = ['visits', 'sessions', 'attempts', 'marks'];

/** The newest version of each kind of row that this app knows. */
const NEWEST: Record<Kept, number> = { visits: 1, sessions: 2, attempts: 2, marks: 2 };

/** Whether a row was written by a newer version of this app. It is then left as it is. */
export function isNewer(name: Kept, row: unknown): boolean {
	const { v: version } = Object(row) as { v?: unknown };
	return typeof version === 'number' && version > NEWEST[name];
}

/** Whether this version can read a row. */
export const isReadable = (name: Kept, row: unknown): boolean => v.is(SCHEMAS[name], row);

/** A row that this version cannot read, and that stays as it is. */
export interface Unreadable {
	name: Kept;
	key: string;
	why: 'newer' | 'damaged';
}

/** Those of some rows that this version cannot read. */
export const unreadable = (name: Kept, rows: readonly unknown[]): Unreadable[] =>
	rows
		.filter((row) => !isReadable(name, row))
		.map((row) => {
			const { id, card } = Object(row) as { id?: unknown; card?: unknown };
			const why = isNewer(name, row) ? 'newer' : 'damaged';
			return { name, key: String(id ?? card), why };
		});

/** The rows that this version can read, in its own shape; others stay where they are. */
export const readable = <S extends v.GenericSchema>(
	schema: S,
	rows: readonly unknown[]
): v.InferOutput<S>[] =>
	rows.flatMap((row) => {
		const read = v.safeParse(schema, row);
		return read.success ? [read.output] : [];
	});
