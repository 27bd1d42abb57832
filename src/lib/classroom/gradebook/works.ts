/** Assignments and hand-ins, looked at before a gradebook is made of them. */
import { newest, type Assignment } from '../../class/documents/assignment.ts';
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

export const NO_EXTRA: ReadonlyMap<string, number> = new Map();
