/** The board: what everybody in a class may read of it. */
import * as v from 'valibot';
import { head, type DocumentOf } from './document.ts';
import { ClassName, Id, LIMITS, Name } from './fields.ts';

/** What pupils call themselves: a name of the list, a seat from 1, or any name. */
export const Naming = v.variant('by', [
	v.object({ by: v.literal('list'), names: v.pipe(v.array(Name), v.maxLength(LIMITS.pupils)) }),
	v.object({
		by: v.literal('seat'),
		seats: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.pupils))
	}),
	v.object({ by: v.literal('nickname') })
]);

export const board = {
	type: 'who-says-what/board',
	name: 'class',
	version: 1,
	limit: 200_000,
	schema: v.object({
		...head('who-says-what/board', 1),
		class: Id,
		name: ClassName,
		naming: Naming
	})
} as const;

export type Board = DocumentOf<typeof board>;
