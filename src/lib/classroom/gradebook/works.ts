/** Assignments and hand-ins, looked at before a gradebook is made of them. */
import { newest, type Assignment } from '../../class/documents/assignment.ts';
import type { Board } from '../../class/documents/board.ts';
import { foldedName } from '../../class/documents/name.ts';
import type { Pupil } from '../../class/gradebook/gradebook.ts';
import type { Received } from '../../class/gradebook/merge.ts';

/** The newest revision of each assignment, the one made last first; those withdrawn too, as work was done. */
export function latestOf(revisions: readonly Assignment[]): Assignment[] {
	const ids = new Set(revisions.map(({ id }) => id));
	return [...ids]
		.flatMap((id) => newest(revisions.filter((each) => each.id === id)) ?? [])
		.sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Ids of all questions that were ever set in an assignment, with blanks between. */
export const everAsked = (revisions: readonly Assignment[]): string =>
	[...new Set(revisions.flatMap(({ items }) => items.map(({ id }) => id)))].join(' ');

/** How many hand-ins belong to assignments that are not here. */
export function orphansOf(handIns: readonly Received[], here: readonly Assignment[]): number {
	const known = new Set(here.map(({ id }) => id));
	return handIns.filter(({ document }) => !known.has(document.assignment)).length;
}

/** Names of the class's list under which nobody joined or handed in; none where there is no list. */
export function absentFrom(
	naming: Board['naming'] | undefined,
	pupils: readonly Pick<Pupil, 'name' | 'attempts'>[],
	members: readonly { name: string }[]
): string[] {
	if (naming?.by !== 'list') return [];
	// Devices of one pupil may have come under two names.
	const handedIn = pupils.flatMap(({ attempts }) => attempts.map(({ handIn }) => handIn.member));
	const here = new Set([...pupils, ...members, ...handedIn].map(({ name }) => foldedName(name)));
	return naming.names.filter((name) => !here.has(foldedName(name)));
}

export const NO_EXTRA: ReadonlyMap<string, number> = new Map();
