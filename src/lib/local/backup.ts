/**
 * Everything this device remembers as one file, and back. Merging is a union: what either side
 * has stays; of a place or a bookmark that both have, what was done later holds, and of a note that both
 * wrote, both texts (see `marks.ts`). So importing a file twice changes nothing, and neither does the
 * order of several files.
 */
import * as v from 'valibot';
import { later, mergedMark } from './marks.ts';
import {
	isNewer,
	isReadable,
	readable,
	STORES,
	Mark,
	type Attempt,
	type Kept,
	type Session,
	type Visit
} from './rows.ts';

/** Rows as they were written, in the shape of whichever version wrote them. */
export interface Stored {
	visits: Visit[];
	sessions: Session[];
	attempts: Attempt[];
	marks: Mark[];
}

const FORMAT = 'who-says-what-backup';
const VERSION = 1;

export type BackupProblem = 'other' | 'newer' | 'damaged';

const SENTENCES: Record<BackupProblem, string> = {
	other: 'This file is no backup of Who Says What; choose the file that "Save a backup" made.',
	newer: 'This backup was made by a newer version of this app; update the app, then open it again.',
	damaged: 'This backup is damaged, so nothing of it was taken over; try another copy of the file.'
};

/** A file could not be taken over. Its message is for the reader. */
export class BackupError extends Error {
	readonly problem: BackupProblem;

	constructor(problem: BackupProblem, cause?: unknown) {
		super(SENTENCES[problem], { cause });
		this.name = 'BackupError';
		this.problem = problem;
	}
}

/** What can go into a backup: damaged rows would make the file a damaged one. */
export const undamaged = (rows: Stored): Stored =>
	Object.fromEntries(
		STORES.map((name) => [
			name,
			rows[name].filter((row) => isReadable(name, row) || isNewer(name, row))
		])
	) as unknown as Stored;

/** The text of a backup file. @param rows undamaged ones @param at in milliseconds since 1970, UTC */
export const writeBackup = (rows: Stored, at: number): string =>
	JSON.stringify({ format: FORMAT, v: VERSION, at, ...rows }, null, '\t');

const Head = v.object({ format: v.literal(FORMAT), v: v.pipe(v.number(), v.integer()) });
const Rows = v.array(v.looseObject({ v: v.pipe(v.number(), v.integer()) }));

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new BackupError(text.includes(FORMAT) ? 'damaged' : 'other', cause);
	}
}

/**
 * Reads a backup file.
 *
 * @throws BackupError when it is none, is damaged, or was made by a newer version; then nothing of it may be used
 */
export function readBackup(text: string): Stored {
	const raw = parsed(text);
	if (!v.is(v.object({ format: v.literal(FORMAT) }), raw)) throw new BackupError('other');
	if (!v.is(Head, raw)) throw new BackupError('damaged');
	if (raw.v > VERSION) throw new BackupError('newer');
	const rows = (store: keyof Stored) => {
		const all: unknown = (raw as Record<string, unknown>)[store];
		if (!v.is(Rows, all)) throw new BackupError('damaged');
		if (all.some((row) => isNewer(store, row))) throw new BackupError('newer');
		if (!all.every((row) => isReadable(store, row))) throw new BackupError('damaged');
		return all;
	};
	return Object.fromEntries(STORES.map((store) => [store, rows(store)])) as unknown as Stored;
}

/** A card read in a newer revision stays read in that one, whichever device was used last. */
const mergedVisit = (a: Visit, b: Visit): Visit => ({
	...later(a, b, ({ at }) => at),
	revision: Math.max(a.revision, b.revision)
});

/** Rows of an older version are read on the way; one that this app cannot read stays as it is. */
function mergedMarks(a: Mark, b: Mark): Mark {
	const [mine] = readable(Mark, [a]);
	const [theirs] = readable(Mark, [b]);
	return mine && theirs ? mergedMark(mine, theirs) : a;
}

/**
 * A row of a newer version on this side stays as it is; a damaged one is replaced.
 *
 * @param rule which of two rows holds; the first one itself where that is to stay
 */
function mergedRows<Row>(
	name: Kept,
	[mine, theirs]: readonly [readonly Row[], readonly Row[]],
	key: (row: Row) => string,
	rule: (a: Row, b: Row) => Row
): Row[] {
	const rows = new Map(mine.map((row) => [key(row), row]));
	for (const row of theirs) {
		const own = rows.get(key(row));
		if (isNewer(name, own)) continue;
		rows.set(key(row), own && isReadable(name, own) ? rule(own, row) : row);
	}
	return [...rows.values()];
}

const card = (row: { card: string }) => row.card;
const id = (row: { id: string }) => row.id;

/** Both together, each row once. An attempt is never changed; of a session only whether it has ended. */
export const merged = (mine: Stored, theirs: Stored): Stored => ({
	visits: mergedRows('visits', [mine.visits, theirs.visits], card, mergedVisit),
	sessions: mergedRows('sessions', [mine.sessions, theirs.sessions], id, (a, b) =>
		a.ended ? a : b
	),
	attempts: mergedRows('attempts', [mine.attempts, theirs.attempts], id, (a) => a),
	marks: mergedRows('marks', [mine.marks, theirs.marks], card, mergedMarks)
});
