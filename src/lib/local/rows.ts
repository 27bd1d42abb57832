/**
 * The rows kept on this device. Each carries the version of its shape in `v`; a row of an older
 * version stays readable for ever, a row of a newer one is left alone.
 */
import * as v from 'valibot';

const Id = v.pipe(v.string(), v.maxLength(200));
const Time = v.pipe(v.number(), v.finite());

/** A card that was opened. `at` is in milliseconds since 1970, UTC. */
export const Visit = v.object({
	v: v.literal(1),
	card: Id,
	module: Id,
	revision: v.number(),
	at: Time
});

/** A quiz that was begun: which items, in which seeded order. */
export const Session = v.object({
	v: v.literal(1),
	id: Id,
	module: Id,
	seed: Id,
	items: v.array(v.object({ id: Id, revision: v.number() })),
	startedAt: Time,
	/** Whether another session was begun after it or its result was closed. */
	ended: v.boolean()
});

/** One answer. The log of attempts only ever grows. */
export const Attempt = v.object({
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

export type Visit = v.InferOutput<typeof Visit>;
export type Session = v.InferOutput<typeof Session>;
export type Attempt = v.InferOutput<typeof Attempt>;

/** The rows that this version can read; others stay where they are. */
export const readable = <S extends v.GenericSchema>(schema: S, rows: readonly unknown[]) =>
	rows.filter((row): row is v.InferOutput<S> => v.is(schema, row));
