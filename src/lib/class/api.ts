/**
 * What the class server is asked and what it answers, for the server and the browser alike.
 *
 * Every request but the making of a class carries `Authorization: Bearer TOKEN`. A hash (`joinHash`,
 * `secretHash`, the teacher's own) is SHA-256 over the token's text as it is sent (UTF-8), written
 * as base64url without padding. Times are milliseconds since 1970. `sealed`, and `board`, is what
 * the browser has encrypted: the server cannot read it.
 */
import * as v from 'valibot';

/** Where the API is, below the app's own base path. */
export const API = '/api/v1';

/** The most characters of a sealed text. */
export const SEALED_LIMITS = {
	board: 128 * 1024,
	assignment: 64 * 1024,
	member: 8 * 1024,
	progress: 16 * 1024,
	handIn: 128 * 1024,
	desk: 64 * 1024
} as const;

/** The most bytes of a request's body. */
export const BODY_LIMIT = 256 * 1024;

/** The most members that one request can purge. */
export const PURGE_LIMIT = 1000;

export const DAY = 24 * 60 * 60 * 1000;
/** A class ends by itself after so many days, unless it says another day. */
export const DEFAULT_DAYS = 180;
export const LONGEST_DAYS = 400;

const base64url = (least: number, most: number) =>
	v.pipe(
		v.string(),
		v.regex(
			new RegExp(`^[A-Za-z0-9_-]{${least},${most}}$`),
			`write ${least === most ? least : `${least} to ${most}`} characters of base64url`
		)
	);

/** Made by the client: 16 to 32 random or time-ordered bytes. */
export const Id = base64url(22, 43);
const Hash = base64url(43, 43);
/** A bearer token: 128 bits or more. */
export const Token = base64url(22, 128);

const sealed = (limit: number) =>
	v.pipe(
		v.string(),
		v.maxLength(limit, `write at most ${limit} characters`),
		v.regex(/^[A-Za-z0-9+/_-]+={0,2}$/, 'write base64')
	);

const Time = v.pipe(v.number(), v.safeInteger('write whole milliseconds'), v.minValue(0));
/** Counts up; what carries a higher one is newer. */
const Sequence = v.pipe(v.number(), v.safeInteger('write a whole number'), v.minValue(0));
const PublicKey = v.pipe(v.string(), v.regex(/^age1[a-z0-9]{20,200}$/, 'write an age recipient'));

/** PUT /classes/{class}. The bearer token becomes the teacher's. */
export const ClassBody = v.strictObject({
	publicKey: PublicKey,
	joinHash: Hash,
	board: sealed(SEALED_LIMITS.board),
	expires: v.optional(Time)
});

/** PUT /classes/{class}/door: what the teacher changes; the last sequence wins. */
export const DoorBody = v.strictObject({
	locked: v.boolean(),
	joinHash: Hash,
	board: sealed(SEALED_LIMITS.board),
	expires: Time,
	sequence: v.pipe(Sequence, v.minValue(1))
});

/** PUT /classes/{class}/members/{member}, with the join token. */
export const MemberBody = v.strictObject({
	secretHash: Hash,
	sealed: sealed(SEALED_LIMITS.member)
});

/** PUT .../progress; an older sequence changes nothing. */
export const ProgressBody = v.strictObject({
	sequence: v.pipe(Sequence, v.minValue(1)),
	sealed: sealed(SEALED_LIMITS.progress)
});

/** PUT /classes/{class}/assignments/{assignment}; each revision stays. */
export const AssignmentBody = v.strictObject({
	revision: Sequence,
	sealed: sealed(SEALED_LIMITS.assignment)
});

/** PUT /classes/{class}/hand-ins/{handIn} */
export const HandInBody = v.strictObject({
	member: Id,
	assignment: Id,
	revision: Sequence,
	sealed: sealed(SEALED_LIMITS.handIn)
});

/**
 * PUT /classes/{class}/desk/{record}. With the member of whom it carries a hand-in: it is deleted
 * with that member's other hand-ins.
 */
export const DeskBody = v.strictObject({
	sealed: sealed(SEALED_LIMITS.desk),
	member: v.optional(Id)
});

/** What becomes of the hand-ins of a member that is removed. */
export const HandIns = v.picklist(['keep', 'delete']);

/** POST /classes/{class}/members/purge */
export const PurgeBody = v.strictObject({
	ids: v.pipe(v.array(Id), v.minLength(1), v.maxLength(PURGE_LIMIT)),
	handIns: HandIns
});

/** Answers that a client reads leave room for fields of a later server. */
export const ClassAnswer = v.object({
	publicKey: PublicKey,
	board: v.string(),
	locked: v.boolean(),
	expires: Time,
	/** The door's. */
	sequence: Sequence
});

export const JoinAnswer = v.object({ class: Id, ...ClassAnswer.entries });

/** What is stored now: for the client to hold against what it has sent. */
export const StoredAnswer = v.object({
	id: Id,
	/** SHA-256 over the text of `sealed`, base64url. */
	sha256: Hash,
	received: Time
});

/** A part of a list: ask again with `after=next` while there is `more`, and later for what is new. */
const page = <T extends v.ObjectEntries>(entries: T) =>
	v.object({ entries: v.array(v.object(entries)), next: Sequence, more: v.boolean() });

/** In the order of their last change; who is removed comes once more with empty fields. */
export const MembersAnswer = page({
	id: Id,
	joined: Time,
	removed: v.boolean(),
	/** Whether the hand-ins were deleted with it, as every device of the teacher then does. */
	emptied: v.optional(v.boolean()),
	sealed: v.string(),
	progress: v.nullable(v.object({ sequence: Sequence, sealed: v.string() }))
});

export const AssignmentsAnswer = page({
	id: Id,
	revision: Sequence,
	sealed: v.string(),
	received: Time
});

export const HandInsAnswer = page({
	id: Id,
	member: Id,
	assignment: Id,
	revision: Sequence,
	sealed: v.string(),
	received: Time
});

export const DeskAnswer = page({ id: Id, sealed: v.string(), received: Time });

/** Every code that an error can have; they stay the same for good. */
export const PROBLEM_CODES = [
	'bad-request',
	'not-found',
	'method-not-allowed',
	'too-large',
	'not-json',
	'cross-site',
	'conflict',
	'outdated',
	'join-code-taken',
	'joining-locked',
	'removed',
	'class-full',
	'too-many-requests',
	'storage-unavailable'
] as const;

/** An error, as `application/problem+json`: `detail` is a sentence for people, `code` for programs. */
export const ProblemAnswer = v.object({
	type: v.string(),
	title: v.string(),
	status: v.number(),
	code: v.picklist(PROBLEM_CODES),
	detail: v.string()
});

export type ProblemCode = (typeof PROBLEM_CODES)[number];
export type ClassBody = v.InferOutput<typeof ClassBody>;
export type DoorBody = v.InferOutput<typeof DoorBody>;
export type MemberBody = v.InferOutput<typeof MemberBody>;
export type ProgressBody = v.InferOutput<typeof ProgressBody>;
export type AssignmentBody = v.InferOutput<typeof AssignmentBody>;
export type HandInBody = v.InferOutput<typeof HandInBody>;
export type DeskBody = v.InferOutput<typeof DeskBody>;
export type PurgeBody = v.InferOutput<typeof PurgeBody>;
export type ClassAnswer = v.InferOutput<typeof ClassAnswer>;
export type JoinAnswer = v.InferOutput<typeof JoinAnswer>;
export type StoredAnswer = v.InferOutput<typeof StoredAnswer>;
export type MembersAnswer = v.InferOutput<typeof MembersAnswer>;
export type AssignmentsAnswer = v.InferOutput<typeof AssignmentsAnswer>;
export type HandInsAnswer = v.InferOutput<typeof HandInsAnswer>;
export type DeskAnswer = v.InferOutput<typeof DeskAnswer>;
export type ProblemAnswer = v.InferOutput<typeof ProblemAnswer>;
