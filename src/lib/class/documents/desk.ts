/**
 * The desk: what a teacher decided. Records are only ever added; of several about the same thing
 * the latest holds, and of two at the same time the one with the higher id.
 */
import * as v from 'valibot';
import { JoinCode } from '../join-code.ts';
import { head, type DocumentOf } from './document.ts';
import { ContentId, Id, Reason, Share, Time } from './fields.ts';
import { handIn, type HandIn } from './hand-in.ts';

const Decision = v.variant('kind', [
	/** Another score for one answer; `null` takes it back. */
	v.object({
		kind: v.literal('override'),
		assignment: Id,
		member: Id,
		item: ContentId,
		score: v.nullable(Share),
		reason: Reason
	}),
	/** A question counts for nobody; `false` takes it back. */
	v.object({
		kind: v.literal('void'),
		assignment: Id,
		item: ContentId,
		voided: v.boolean(),
		reason: Reason
	}),
	/** A hand-in is set aside, such as one made under a wrong name; `false` takes it back. */
	v.object({ kind: v.literal('set-aside'), handIn: Id, aside: v.boolean(), reason: Reason }),
	/** Two devices, one pupil: `member` counts as `as`; `null` takes it back. */
	v.object({ kind: v.literal('same-pupil'), member: Id, as: v.nullable(Id) }),
	/** The join code that holds, for the teacher's other devices. */
	v.object({ kind: v.literal('door'), joinCode: JoinCode }),
	/** A hand-in that came by a code, a link or a file, for the teacher's other devices. */
	v.object({ kind: v.literal('collected'), handIn: handIn.schema })
]);

/** Apps that know version 1 alone leave what came after it to a newer one. */
const VERSION = 2;

export const desk = {
	type: 'who-says-what/desk',
	name: 'record of the teacher',
	version: VERSION,
	/** A hand-in, and what stands around it. */
	limit: handIn.limit + 8000,
	schema: v.object({
		...head('who-says-what/desk', VERSION),
		version: v.picklist([1, VERSION]),
		id: Id,
		at: Time,
		decision: Decision
	})
} as const;

export type Desk = DocumentOf<typeof desk>;
export type Decision = Desk['decision'];

/** The record of a decision, in the oldest version that can tell it. @param at in milliseconds since 1970, UTC */
export const deskRecord = (id: string, at: number, decision: Decision): Desk => ({
	type: 'who-says-what/desk',
	version: decision.kind === 'collected' ? VERSION : 1,
	id,
	at,
	decision
});

/** The hand-in that a record carries, where it carries one. */
export const collectedIn = ({ decision }: Desk): HandIn | undefined =>
	decision.kind === 'collected' ? decision.handIn : undefined;

/** What a decision is about: the same text for two of which only the later holds. */
export function about(decision: Decision): string {
	switch (decision.kind) {
		case 'override':
			return `override/${decision.assignment}/${decision.member}/${decision.item}`;
		case 'void':
			return `void/${decision.assignment}/${decision.item}`;
		case 'set-aside':
			return `set-aside/${decision.handIn}`;
		case 'same-pupil':
			return `same-pupil/${decision.member}`;
		case 'door':
			return 'door';
		case 'collected':
			return `collected/${decision.handIn.id}`;
	}
}

const rank = ({ at, id, decision }: Desk) =>
	`${String(at).padStart(16, '0')} ${id} ${JSON.stringify(decision)}`;
const later = (a: Desk, b: Desk) => rank(a) > rank(b);

/** The decisions that hold, whatever the order of the records and however often each is there. */
export function holding(records: readonly Desk[]): Decision[] {
	const latest = new Map<string, Desk>();
	for (const record of records) {
		const key = about(record.decision);
		const known = latest.get(key);
		if (!known || later(record, known)) latest.set(key, record);
	}
	return [...latest.keys()].sort().flatMap((key) => latest.get(key)?.decision ?? []);
}
