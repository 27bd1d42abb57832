/**
 * What a device keeps of classes, its owner being a teacher, a pupil or both. Each row carries the
 * version of its shape in `v`; a row of a newer version is left alone. Times are in milliseconds
 * since 1970, UTC.
 */
import * as v from 'valibot';
import { JoinCode } from '../class/join-code.ts';
import { assignment, PublicKey } from '../class/documents/assignment.ts';
import { Naming } from '../class/documents/board.ts';
import { desk } from '../class/documents/desk.ts';
import { ClassName, Count, Id, Name, Seed, Time } from '../class/documents/fields.ts';
import { Secret } from '../class/secrets.ts';
import { CONFIDENCES } from '../review/attempt.ts';

const Cursor = v.pipe(v.number(), v.integer(), v.minValue(0));
const Text = v.string();

/** A class that a teacher keeps on this device. */
export const TaughtClass = v.object({
	v: v.literal(1),
	id: Id,
	/** From which all keys of the teacher come. */
	secret: Secret,
	name: ClassName,
	naming: Naming,
	publicKey: PublicKey,
	/** Absent on a device that has not read it yet. */
	joinCode: v.optional(JoinCode),
	made: Time,
	/** The door as the server knows it. */
	locked: v.boolean(),
	expires: Time,
	sequence: Cursor,
	/** Whether the server has it; a class may be used without one. */
	onServer: v.boolean(),
	/** Whether the teacher said that the link is kept elsewhere too. */
	linkKept: v.boolean(),
	/** How far each list of the server was read. */
	cursors: v.object({ members: Cursor, assignments: Cursor, handIns: Cursor, desk: Cursor }),
	/** The newest version of the desk's records that this app knew when it read them; 1 where absent. */
	deskVersion: v.optional(Count)
});

/** An assignment that a teacher made, one row per revision. */
export const SetAssignment = v.object({
	v: v.literal(1),
	/** Empty where it belongs to no class. */
	class: v.union([Id, v.literal('')]),
	id: Id,
	revision: Count,
	document: assignment.schema,
	/** Whether the server has this revision. */
	sent: v.boolean(),
	/** Number of the revision that another device made meanwhile, and in whose stead this one holds. */
	beside: v.optional(Count)
});

/** A decision of the teacher. */
export const DeskRow = v.object({
	v: v.literal(1),
	/** Empty where it belongs to no class. */
	class: v.union([Id, v.literal('')]),
	id: Id,
	document: desk.schema,
	sent: v.boolean()
});

/** A pupil's device as the teacher's server list has it. */
export const MemberRow = v.object({
	v: v.literal(1),
	class: Id,
	id: Id,
	joined: Time,
	removed: v.boolean(),
	/** Whether its hand-ins were deleted too. */
	emptied: v.optional(v.boolean()),
	sealed: Text,
	progress: v.nullable(v.object({ sequence: Cursor, sealed: Text })),
	/** Both opened and checked, where they were: opening the page again is fast. */
	opened: v.optional(v.object({ member: v.unknown(), progress: v.optional(v.unknown()) }))
});

/** A hand-in that a teacher received, by whatever way. */
export const Received = v.object({
	v: v.literal(1),
	id: Id,
	/** Empty where it belongs to no class. */
	class: v.union([Id, v.literal('')]),
	assignment: Id,
	/** As it came, in base64. */
	sealed: Text,
	/** The document, opened and checked, where it was: opening the page again is fast. */
	document: v.optional(v.unknown()),
	/** Whose it is and what it answers, as the server says. */
	said: v.optional(v.object({ member: Id, revision: Count })),
	received: Time,
	by: v.picklist(['server', 'scan', 'paste', 'file'])
});

/** A pupil's place in a class, or, with no server, under an assignment's public key. */
export const Membership = v.object({
	v: v.literal(1),
	/** The member id. */
	id: Id,
	/** Shown to the server by this device. */
	secret: Secret,
	/** Empty where an assignment came without a class. */
	class: v.union([Id, v.literal('')]),
	className: ClassName,
	/** As the pupil is called in it. */
	name: Name,
	/** Hand-ins are sealed to it. Absent where an assignment names none: then nothing can be handed in. */
	publicKey: v.optional(PublicKey),
	/** Opens what the class is told. Absent where there is no server. */
	boardKey: v.optional(Secret),
	joined: Time,
	/** What the server last said: `in`; `out` when the pupil was removed or the class ended. */
	standing: v.picklist(['in', 'out', 'no-server']),
	expires: v.optional(Time),
	/** How far the list of assignments was read. */
	cursor: Cursor,
	/** Of the progress sent last. */
	sequence: Cursor
});

/** An assignment that a pupil received, one row per revision. */
export const Given = v.object({
	v: v.literal(1),
	membership: Id,
	id: Id,
	revision: Count,
	document: assignment.schema,
	received: Time
});

const WorkAnswer = v.object({
	item: Text,
	revision: v.number(),
	response: v.unknown(),
	confidence: v.optional(v.picklist(CONFIDENCES)),
	shownAt: Time,
	at: Time
});

/** One attempt of a pupil at an assignment. */
export const Work = v.object({
	v: v.literal(1),
	/** Also the id of its hand-in, so that two tabs that hand in the same work make one hand-in. */
	id: Id,
	membership: Id,
	assignment: Id,
	/** That is worked on; a later one does not change it. */
	revision: Count,
	/** From 1. */
	attempt: Count,
	seed: Seed,
	begun: Time,
	/** Minutes more that this pupil has. */
	extra: v.number(),
	/** In the order in which they were given. */
	answers: v.array(WorkAnswer),
	/** Absent while it is worked on. */
	handedIn: v.optional(Time),
	/** It was handed in by itself. */
	timeUp: v.optional(v.literal(true))
});

/** What waits to be handed in, or was. */
export const Outgoing = v.object({
	v: v.literal(1),
	/** Of the hand-in, and of the work that it was made from. */
	id: Id,
	membership: Id,
	/** Empty where there is no server to send it to. */
	class: v.union([Id, v.literal('')]),
	assignment: Id,
	revision: Count,
	/** Sealed once, in base64: every way carries the same. */
	sealed: Text,
	/** SHA-256 of `sealed`, in base64url. */
	sha256: Text,
	made: Time,
	/**
	 * `waiting` for the server, or for the teacher's scan; `confirmed` by the server; `scanned`, as the pupil says;
	 * `refused` for good, `problem` says why.
	 */
	state: v.picklist(['waiting', 'confirmed', 'scanned', 'refused']),
	/** How often sending failed in a row. */
	failures: Cursor,
	/** Not sent again before. */
	notBefore: Time,
	/** What went wrong last, as a sentence; empty when nothing did. */
	problem: Text,
	/** When the server had it, by the server's clock. */
	received: v.optional(Time)
});

export type TaughtClass = v.InferOutput<typeof TaughtClass>;
export type SetAssignment = v.InferOutput<typeof SetAssignment>;
export type DeskRow = v.InferOutput<typeof DeskRow>;
export type MemberRow = v.InferOutput<typeof MemberRow>;
export type Received = v.InferOutput<typeof Received>;
export type Membership = v.InferOutput<typeof Membership>;
export type Given = v.InferOutput<typeof Given>;
export type Work = v.InferOutput<typeof Work>;
export type WorkAnswer = Work['answers'][number];
export type Outgoing = v.InferOutput<typeof Outgoing>;

/** The schema of the rows of each store. */
export const SCHEMAS = {
	classes: TaughtClass,
	assignments: SetAssignment,
	desk: DeskRow,
	members: MemberRow,
	received: Received,
	memberships: Membership,
	given: Given,
	work: Work,
	outbox: Outgoing
} as const;

export type StoreName = keyof typeof SCHEMAS;
export type RowOf<Name extends StoreName> = v.InferOutput<(typeof SCHEMAS)[Name]>;
export const STORES = Object.keys(SCHEMAS) as StoreName[];
