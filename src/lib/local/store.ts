/** What this device remembers, in IndexedDB: cards opened and marked, quizzes begun, answers given. */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { merged, type Stored } from './backup.ts';
import { idAt } from '../study/fresh-id.ts';
import { Attempt, Mark, readable, Session, Visit } from './rows.ts';

interface Schema extends DBSchema {
	visits: { key: string; value: Visit };
	sessions: { key: string; value: Session; indexes: { module: string } };
	attempts: { key: string; value: Attempt; indexes: { session: string } };
	marks: { key: string; value: Mark };
}

type Database = IDBPDatabase<Schema>;

const NAME = 'who-says-what';
/** Of the stores. A row has a version of its own, and is never rewritten. */
const VERSION = 2;

export type StorageProblem = 'full' | 'newer' | 'unavailable';

const SENTENCES: Record<StorageProblem, string> = {
	full: 'This device has no room left, so the last answer is not saved; free some space and answer again.',
	newer: 'A newer version of this app keeps its data here; close all its tabs and open it again.',
	unavailable:
		'This browser keeps nothing for this page, so your progress ends with this tab; allow site data to keep it.'
};

/** Something could not be kept or read on this device. Its message is for the reader. */
export class StorageError extends Error {
	readonly problem: StorageProblem;

	constructor(problem: StorageProblem, cause: unknown) {
		super(SENTENCES[problem], { cause });
		this.name = 'StorageError';
		this.problem = problem;
	}
}

function problemOf(cause: unknown): StorageProblem {
	const name = cause instanceof DOMException ? cause.name : '';
	if (name === 'QuotaExceededError') return 'full';
	if (name === 'VersionError') return 'newer';
	return 'unavailable';
}

let opening: Promise<Database> | undefined;

function open(): Promise<Database> {
	opening ??= openDB<Schema>(NAME, VERSION, {
		upgrade(db, from) {
			if (from < 1) {
				db.createObjectStore('visits', { keyPath: 'card' });
				db.createObjectStore('sessions', { keyPath: 'id' }).createIndex('module', 'module');
				db.createObjectStore('attempts', { keyPath: 'id' }).createIndex('session', 'session');
			}
			if (from < 2) db.createObjectStore('marks', { keyPath: 'card' });
		},
		// A newer version in another tab wants to upgrade: let go, and open again when needed.
		blocking: () => void close(),
		terminated: () => (opening = undefined)
	});
	opening.catch(() => (opening = undefined));
	return opening;
}

async function close() {
	const db = await opening;
	opening = undefined;
	db?.close();
}

/** Runs a piece of work; a connection lost meanwhile is opened again, once. */
async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
	try {
		return await work(await open());
	} catch (cause) {
		if (!(cause instanceof DOMException) || cause.name !== 'InvalidStateError')
			throw new StorageError(problemOf(cause), cause);
		opening = undefined;
		return open()
			.then(work)
			.catch((again: unknown) => {
				throw new StorageError(problemOf(again), again);
			});
	}
}

/** Writes that count as done only when they are on disk. */
function write<Name extends 'visits' | 'sessions' | 'attempts' | 'marks'>(
	store: Name,
	...rows: Schema[Name]['value'][]
): Promise<void> {
	return withDatabase(async (db) => {
		const transaction = db.transaction(store, 'readwrite', { durability: 'strict' });
		await Promise.all([...rows.map((row) => transaction.store.put(row)), transaction.done]);
	});
}

const STORES = ['visits', 'sessions', 'attempts', 'marks'] as const;

type Reading = IDBPTransaction<Schema, typeof STORES, 'readonly' | 'readwrite'>;

async function readAll(transaction: Reading): Promise<Stored> {
	const [visits, sessions, attempts, marks] = await Promise.all([
		transaction.objectStore('visits').getAll(),
		transaction.objectStore('sessions').getAll(),
		transaction.objectStore('attempts').getAll(),
		transaction.objectStore('marks').getAll()
	]);
	return { visits, sessions, attempts, marks };
}

export const store = {
	/** @throws StorageError, as all of these do */
	saveVisit: (visit: Visit) => write('visits', visit),
	saveSession: (...sessions: Session[]) => write('sessions', ...sessions),
	saveAttempt: (attempt: Attempt) => write('attempts', attempt),
	/**
	 * Changes what is on a card, from what is there now, so that two tabs lose nothing of each other's.
	 *
	 * @param change of the mark as it stands; `undefined` where there is none yet
	 */
	changeMark: (card: string, change: (mark: Mark | undefined) => Mark): Promise<Mark> =>
		withDatabase(async (db) => {
			const transaction = db.transaction('marks', 'readwrite', { durability: 'strict' });
			const row: unknown = await transaction.store.get(card);
			const [mark] = readable(Mark, [row]);
			// What a newer version wrote stays as it is.
			if (row !== undefined && !mark) throw new DOMException('A newer row.', 'VersionError');
			const changed = change(mark);
			await Promise.all([transaction.store.put(changed), transaction.done]);
			return changed;
		}),

	visits: () => withDatabase(async (db) => readable(Visit, await db.getAll('visits'))),
	attempts: () => withDatabase(async (db) => readable(Attempt, await db.getAll('attempts'))),
	/** Attempts as they were written, after one of them, in the order of their ids; '' for the first. */
	attemptRows: (after: string, limit: number) =>
		withDatabase((db) => db.getAll('attempts', IDBKeyRange.lowerBound(after, true), limit)),
	/** How many attempts there are up to one of them; 0 when it is not there. */
	attemptsUpTo: (id: string) =>
		withDatabase(async (db) => {
			const rows = db.transaction('attempts').store;
			const up = IDBKeyRange.upperBound(id);
			const [there, count] = await Promise.all([rows.getKey(id), rows.count(up)]);
			return there === undefined ? 0 : count;
		}),
	/** Sessions begun at a time or later, in milliseconds since 1970, UTC. */
	sessionsSince: (time: number) =>
		withDatabase(async (db) =>
			readable(Session, await db.getAll('sessions', IDBKeyRange.lowerBound(idAt(time)))).filter(
				({ startedAt }) => startedAt >= time
			)
		),
	markOf: (card: string) =>
		withDatabase(async (db) => readable(Mark, [await db.get('marks', card)])[0]),
	marks: () => withDatabase(async (db) => readable(Mark, await db.getAll('marks'))),
	sessionsOf: (module: string) =>
		withDatabase(async (db) =>
			readable(Session, await db.getAllFromIndex('sessions', 'module', module))
		),
	attemptsOf: (session: string) =>
		withDatabase(async (db) =>
			readable(Attempt, await db.getAllFromIndex('attempts', 'session', session)).sort(
				(a, b) => a.at - b.at
			)
		),

	/** Every row as it was written, of whatever version. */
	everything: () =>
		withDatabase(async (db) => {
			const transaction = db.transaction(STORES);
			return readAll(transaction);
		}),

	/** Takes rows over from a backup: all of them, or none when that fails. */
	merge: (theirs: Stored) =>
		withDatabase(async (db) => {
			const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' });
			const all = merged(await readAll(transaction), theirs);
			await Promise.all([
				...all.visits.map((row) => transaction.objectStore('visits').put(row)),
				...all.sessions.map((row) => transaction.objectStore('sessions').put(row)),
				...all.attempts.map((row) => transaction.objectStore('attempts').put(row)),
				...all.marks.map((row) => transaction.objectStore('marks').put(row)),
				transaction.done
			]);
		}),

	/** Deletes everything that this app keeps on the device. */
	async clear() {
		await close();
		await deleteDB(NAME);
	}
};
