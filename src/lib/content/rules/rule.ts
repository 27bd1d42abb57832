import type { Gathered } from '../gather.ts';
import type { ItemKinds, Known } from '../item.ts';
import { nearest, type Mistake } from '../mistakes.ts';
import type { Located, Path } from '../read.ts';

export interface RuleInput {
	records: Gathered;
	known: Known;
	kinds: ItemKinds;
	ids: Record<IdKind, ReadonlySet<string>>;
}

export type IdKind =
	| 'source'
	| 'voice'
	| 'place'
	| 'event'
	| 'term'
	| 'note'
	| 'dispute'
	| 'group of figures'
	| 'contact'
	| 'later event'
	| 'claim'
	| 'module'
	| 'card'
	| 'item';

/** One rule of the gate: looks at everything that was read and names each mistake. */
export type Rule = (input: RuleInput) => Mistake[];

export const mistakeAt = (located: Located<unknown>, path: Path, message: string): Mistake => ({
	file: located.file,
	line: located.line(path),
	message
});

/** A mistake for an id that no record has, with the nearest one as a hint. */
export function unknownId(
	{ ids }: RuleInput,
	located: Located<unknown>,
	path: Path,
	kind: IdKind,
	id: string
): Mistake[] {
	if (ids[kind].has(id)) return [];
	const hint = nearest(id, ids[kind]);
	return [
		mistakeAt(
			located,
			path,
			`names no ${kind} "${id}"; ${hint ? `did you mean ${hint}?` : `add that ${kind} or mend the id`}`
		)
	];
}
