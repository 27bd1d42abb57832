/**
 * Everything this device remembers as one file, and back. Merging is a union: what either side
 * has stays; of a place or a bookmark that both have, what was done later holds, and of a note that both
 * wrote, both texts (see `marks.ts`). So importing a file twice changes nothing, and neither does the
 * order of several files.
 */
import * as v from 'valibot';
import { later, mergedMark } from './marks.ts';
import { Attempt, Mark, readable, Session, Visit } from './rows.ts';

/** Rows as they were written, in the shape of whichever version wrote them. */
export interface Stored {
	visits: Visit[];
	sessions: Session[];
	attempts: Attempt[];
	marks: Mark[];
}

const FORMAT = 'who-says-what-backup';
const VERSION = 1;

const SCHEMAS = { visits: Visit, sessions: Session, attempts: Attempt, marks: Mark } as const;
const STORES = Object.keys(SCHEMAS) as (keyof Stored)[];

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

/** The text of a backup file. @param at in milliseconds since 1970, UTC */
export const writeBackup = (rows: Stored, at: number): string =>
	JSON.stringify({ format: FORMAT, v: VERSION, at, ...rows }, null, '\t');

const Head = v.object({ format: v.literal(FORMAT), v: v.pipe(v.number(), v.integer()) });
const Rows = v.array(v.looseObject({ v: v.pipe(v.number(), v.integer()) }));

/** The newest version of each kind of row that this app knows. */
const NEWEST: Record<keyof Stored, number> = { visits: 1, sessions: 2, attempts: 2, marks: 2 };

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
		if (all.some((row) => row.v > NEWEST[store])) throw new BackupError('newer');
		if (!all.every((row) => v.is(SCHEMAS[store], row))) throw new BackupError('damaged');
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

function mergedRows<Row>(
	mine: readonly Row[],
	theirs: readonly Row[],
	key: (row: Row) => string,
	rule: (a: Row, b: Row) => Row
): Row[] {
	const rows = new Map(mine.map((row) => [key(row), row]));
	for (const row of theirs) {
		const own = rows.get(key(row));
		rows.set(key(row), own ? rule(own, row) : row);
	}
	return [...rows.values()];
}

const card = (row: { card: string }) => row.card;
const id = (row: { id: string }) => row.id;

/** Both together, each row once. An attempt is never changed; of a session only whether it has ended. */
export const merged = (mine: Stored, theirs: Stored): Stored => ({
	visits: mergedRows(mine.visits, theirs.visits, card, mergedVisit),
	sessions: mergedRows(mine.sessions, theirs.sessions, id, (a, b) => (a.ended ? a : b)),
	attempts: mergedRows(mine.attempts, theirs.attempts, id, (a) => a),
	marks: mergedRows(mine.marks, theirs.marks, card, mergedMarks)
});
