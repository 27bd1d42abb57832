/** What a pupil's device says of itself, to the teacher alone. */
import * as v from 'valibot';
import { head, type DocumentOf } from './document.ts';
import { Amount, App, Count, Id, Name, Time } from './fields.ts';

/** A pupil's device that joined a class. */
export const member = {
	type: 'who-says-what/member',
	name: 'pupil',
	version: 1,
	limit: 4000,
	schema: v.object({
		...head('who-says-what/member', 1),
		id: Id,
		class: Id,
		name: Name,
		joined: Time,
		app: App
	})
} as const;

/** How far a pupil is, in every assignment that was begun. */
export const progress = {
	type: 'who-says-what/progress',
	name: 'progress',
	version: 1,
	limit: 50_000,
	schema: v.object({
		...head('who-says-what/progress', 1),
		member: Id,
		at: Time,
		work: v.pipe(
			v.array(
				v.object({
					assignment: Id,
					revision: Count,
					attempt: Count,
					/** Questions answered, of how many. */
					answered: Amount,
					of: Amount,
					begun: Time,
					/** Absent while it is not handed in. */
					handIn: v.optional(Id)
				})
			),
			v.maxLength(200)
		)
	})
} as const;

export type Member = DocumentOf<typeof member>;
export type Progress = DocumentOf<typeof progress>;
