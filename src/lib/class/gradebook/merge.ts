/** Hand-ins that came by any way, in any order, more than once: each once, by whom it is. */
import type { Assignment } from '../documents/assignment.ts';
import type { Decision } from '../documents/desk.ts';
import type { HandIn } from '../documents/hand-in.ts';

/** A hand-in as it came. */
export interface Received {
	document: HandIn;
	/** When the server had it, in milliseconds since 1970, UTC; absent where it came by another way. */
	received?: number | undefined;
}

export interface Merged {
	handIns: Received[];
	/** Ids that came with two contents, which no device makes; the one handed in first holds. */
	conflicts: string[];
}

const earliest = (a: number | undefined, b: number | undefined) =>
	a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

/** In the order in which they were handed in, and always the same order. */
const order = (a: HandIn, b: HandIn) =>
	a.attempt - b.attempt ||
	a.handedIn - b.handedIn ||
	(a.id < b.id ? -1 : a.id > b.id ? 1 : JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Each hand-in once, whatever came how often in which order. */
export function merged(all: readonly Received[]): Merged {
	const byId = new Map<string, Received[]>();
	for (const each of all) {
		const same = byId.get(each.document.id);
		if (same) same.push(each);
		else byId.set(each.document.id, [each]);
	}
	const conflicts: string[] = [];
	const handIns = [...byId].flatMap(([id, same]) => {
		const [first] = same;
		if (same.length === 1) return first ?? [];
		const contents = new Map(same.map((each) => [JSON.stringify(each.document), each.document]));
		if (contents.size > 1) conflicts.push(id);
		const [document] = [...contents.values()].sort(order);
		const times = same.map((each) => each.received);
		return document ? { document, received: times.reduce(earliest) } : [];
	});
	return {
		handIns: handIns.sort((a, b) => order(a.document, b.document)),
		conflicts: conflicts.sort()
	};
}

/** For each device that the teacher said is another's, the device it counts as. */
export function pupilOf(decisions: readonly Decision[]): (member: string) => string {
	const joined = new Map(
		decisions.flatMap((each) =>
			each.kind === 'same-pupil' && each.as !== null ? [[each.member, each.as] as const] : []
		)
	);
	return (member) => {
		// Devices said to be each other's are one pupil too: of a ring, the one with the lowest id.
		const seen = [member];
		for (let next = joined.get(member); next !== undefined; next = joined.get(next)) {
			const at = seen.indexOf(next);
			if (at >= 0) return seen.slice(at).sort()[0] ?? member;
			seen.push(next);
		}
		return seen.at(-1) ?? member;
	};
}

/** The hand-ins of one assignment that were not set aside. */
export function standingHandIns(
	handIns: readonly Received[],
	{ id }: Pick<Assignment, 'id'>,
	decisions: readonly Decision[]
): Received[] {
	const aside = new Set(
		decisions.flatMap((each) => (each.kind === 'set-aside' && each.aside ? each.handIn : []))
	);
	return handIns.filter(({ document }) => document.assignment === id && !aside.has(document.id));
}
