/**
 * The desk: what a teacher decided. Records are only ever added; of several about the same thing
 * the latest holds, and of two at the same time the one with the higher id.
 */
import * as v from 'valibot';
import { JoinCode } from '../join-code.ts';
import { head, type DocumentOf } from './document.ts';
import { ContentId, Id, Reason, Share, Time } from './fields.ts';

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
	v.object({ kind: v.literal('door'), joinCode: JoinCode })
]);

export const desk = {
	type: 'who-says-what/desk',
	name: 'record of the teacher',
	version: 1,
	limit: 8000,
	schema: v.object({
		...head('who-says-what/desk', 1),
		id: Id,
		at: Time,
		decision: Decision
	})
} as const;

export type Desk = DocumentOf<typeof desk>;
export type Decision = Desk['decision'];

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
