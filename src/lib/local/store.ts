/** What this device remembers, in IndexedDB: cards opened and marked, quizzes begun, answers given. */
import type { IDBPTransaction } from 'idb';
import { idAt } from '../study/fresh-id.ts';
import { merged, type Stored } from './backup.ts';
import { Connection, type Database, type Schema } from './connection.ts';
import { askToKeep } from './persistence.ts';
import { StorageError } from './problem.ts';
import {
	Attempt,
	isNewer,
	Mark,
	readable,
	Session,
	STORES,
	unreadable,
	Visit,
	type Mode,
	type Unreadable
} from './rows.ts';

export { StorageError } from './problem.ts';

/** As many sessions of a module are looked through for one that is open. */
const LATEST = 100;

type StoreName = (typeof STORES)[number];
type Writing<Names extends StoreName[]> = IDBPTransaction<Schema, Names, 'readwrite'>;
type All = IDBPTransaction<Schema, StoreName[], 'readonly' | 'readwrite'>;

async function readAll(transaction: All): Promise<Stored> {
	const [visits, sessions, attempts, marks] = await Promise.all([
		transaction.objectStore('visits').getAll(),
		transaction.objectStore('sessions').getAll(),
		transaction.objectStore('attempts').getAll(),
		transaction.objectStore('marks').getAll()
	]);
	return { visits, sessions, attempts, marks };
}

/** Writes a session. It stays ended once it is, whatever another tab still thinks. */
async function putSession(transaction: Writing<['sessions', 'attempts']>, session: Session) {
	const sessions = transaction.objectStore('sessions');
	const own = await sessions.get(session.id);
	if (isNewer('sessions', own)) return;
	await sessions.put({ ...session, ended: session.ended || own?.ended === true });
}

/** One tab's way to what this device remembers. */
export class Store {
	readonly #connection: Connection;

	/** @param connection another one than to this device's database only in tests */
	constructor(connection = new Connection()) {
		this.#connection = connection;
	}

	/** @throws StorageError, as all of these do; of a newer version's row as well */
	saveVisit(visit: Visit): Promise<void> {
		return this.#write(['visits'], async (transaction) => {
			const visits = transaction.objectStore('visits');
			if (isNewer('visits', await visits.get(visit.card))) throw new StorageError('newer');
			await visits.put(visit);
		});
	}

	/**
	 * Changes what is on a card, from what is there now, so that two tabs lose nothing of each other's.
	 * The browser is then asked to keep everything, once.
	 *
	 * @param change of the mark as it stands; `undefined` where there is none yet
	 */
	async changeMark(card: string, change: (mark: Mark | undefined) => Mark): Promise<Mark> {
		const changed = await this.#write(['marks'], async (transaction) => {
			const marks = transaction.objectStore('marks');
			const row = await marks.get(card);
			if (isNewer('marks', row)) throw new StorageError('newer');
			const mark = change(readable(Mark, [row])[0]);
			await marks.put(mark);
			return mark;
		});
		void askToKeep();
		return changed;
	}

	/**
	 * Writes sessions and answers, all or none. Within a session a question is answered once: where
	 * another tab was first, its answer stands and this one is not written.
	 *
	 * @param known ids of answers that the writer knew of; those stand in nobody's way
	 * @returns the answers of other tabs that stand in place of some of these
	 */
	keep(
		sessions: readonly Session[],
		attempts: readonly Attempt[],
		known: readonly string[] = []
	): Promise<Attempt[]> {
		return this.#write(['sessions', 'attempts'], async (transaction) => {
			for (const session of sessions) await putSession(transaction, session);
			const log = transaction.objectStore('attempts');
			const elsewhere: Attempt[] = [];
			for (const attempt of attempts) {
				const others = await log.index('session').getAll(attempt.session);
				const first = others.find(
					({ id, item, revision }) =>
						item === attempt.item &&
						revision === attempt.revision &&
						id !== attempt.id &&
						!known.includes(id)
				);
				if (first) elsewhere.push(first);
				else await log.put(attempt);
			}
			return elsewhere;
		});
	}

	visits() {
		return this.#read(async (db) => readable(Visit, await db.getAll('visits')));
	}

	attempts() {
		return this.#read(async (db) => readable(Attempt, await db.getAll('attempts')));
	}

	/** Attempts as they were written, after one of them, in the order of their ids; '' for the first. */
	attemptRows(after: string, limit: number) {
		return this.#read((db) => db.getAll('attempts', IDBKeyRange.lowerBound(after, true), limit));
	}

	/** How many attempts there are up to one of them; 0 when it is not there. */
	attemptsUpTo(id: string) {
		return this.#read(async (db) => {
			const rows = db.transaction('attempts').store;
			const up = IDBKeyRange.upperBound(id);
			const [there, count] = await Promise.all([rows.getKey(id), rows.count(up)]);
			return there === undefined ? 0 : count;
		});
	}

	/** Sessions begun at a time or later, in milliseconds since 1970, UTC. */
	sessionsSince(time: number) {
		return this.#read(async (db) =>
			readable(Session, await db.getAll('sessions', IDBKeyRange.lowerBound(idAt(time)))).filter(
				({ startedAt }) => startedAt >= time
			)
		);
	}

	markOf(card: string) {
		return this.#read(async (db) => readable(Mark, [await db.get('marks', card)])[0]);
	}

	marks() {
		return this.#read(async (db) => readable(Mark, await db.getAll('marks')));
	}

	/**
	 * What was begun last in a module; of a reader of many years not everything is read.
	 *
	 * @param module empty for sessions that ask questions of several modules
	 */
	sessionsOf(module: string) {
		return this.#read(async (db) => {
			const { store } = db.transaction('sessions');
			// Ids are in the order of time.
			const ids = await store.index('module').getAllKeys(module);
			return readable(Session, await Promise.all(ids.slice(-LATEST).map((id) => store.get(id))));
		});
	}

	/** The answers of a session, in the order in which they were given. */
	attemptsOf(session: string) {
		return this.#read(async (db) =>
			readable(Attempt, await db.getAllFromIndex('attempts', 'session', session)).sort(
				(a, b) => a.at - b.at
			)
		);
	}

	/** What was begun last in a mode and a module and is not ended, with its answers. */
	async lastOpen(
		mode: Mode,
		module: string
	): Promise<{ session: Session; attempts: Attempt[] } | undefined> {
		const open = (await this.sessionsOf(module)).filter(
			(each) => each.mode === mode && !each.ended
		);
		const session = open.sort((a, b) => b.startedAt - a.startedAt)[0];
		return session && { session, attempts: await this.attemptsOf(session.id) };
	}

	/** Ends whatever is open in a mode that asks questions of several modules. */
	async endOpen(mode: Mode): Promise<void> {
		const open = (await this.sessionsOf('')).filter((each) => each.mode === mode && !each.ended);
		if (open.length > 0)
			await this.keep(
				open.map((session) => ({ ...session, ended: true })),
				[]
			);
	}

	/** Every row as it was written, of whatever version. */
	everything(): Promise<Stored> {
		return this.#read((db) => readAll(db.transaction(STORES)));
	}

	/** The rows that this version cannot read, each with the reason. */
	async unreadable(): Promise<Unreadable[]> {
		const all = await this.everything();
		return STORES.flatMap((name) => unreadable(name, all[name]));
	}

	/** Takes rows over from a backup: all of them, or none when that fails. */
	merge(theirs: Stored): Promise<void> {
		return this.#write(STORES, async (transaction) => {
			const mine = await readAll(transaction);
			const all = merged(mine, theirs);
			const before = new Set<unknown>(Object.values(mine).flat());
			const changed = <Row>(rows: readonly Row[]) => rows.filter((row) => !before.has(row));
			const into = <Name extends StoreName>(name: Name) => transaction.objectStore(name);
			// Of an async function a put that cannot even begin is a failure like all others.
			await Promise.all([
				...changed(all.visits).map(async (row) => into('visits').put(row)),
				...changed(all.sessions).map(async (row) => into('sessions').put(row)),
				...changed(all.attempts).map(async (row) => into('attempts').put(row)),
				...changed(all.marks).map(async (row) => into('marks').put(row))
			]);
		});
	}

	/** Deletes the database; other tabs are told by the browser and write nothing back. */
	clear(): Promise<void> {
		return this.#connection.delete();
	}

	/** Lets go of the database until it is needed again. */
	close() {
		this.#connection.close();
	}

	#read<T>(work: (db: Database) => Promise<T>): Promise<T> {
		return this.#connection.run(work);
	}

	/** One transaction, done when it is on disk. When any part of it fails, none of it is written. */
	#write<Names extends StoreName[], T>(
		stores: Names,
		work: (transaction: Writing<Names>) => Promise<T>
	): Promise<T> {
		return this.#connection.run(async (db) => {
			const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
			try {
				const [result] = await Promise.all([work(transaction), transaction.done]);
				return result;
			} catch (cause) {
				if (!transaction.error) abort(transaction);
				throw transaction.error ?? cause;
			}
		});
	}
}

function abort(transaction: { abort: () => void }) {
	try {
		transaction.abort();
	} catch {
		// It has ended by itself.
	}
}

export const store = new Store();
