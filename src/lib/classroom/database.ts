/**
 * The database `classroom` on this device, apart from the reader's own log of answers: a pupil who
 * leaves a class on a shared phone takes all of it along, and nobody's progress is touched.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import * as v from 'valibot';
import { isLost, StorageError, storageError } from '../local/problem.ts';
import { SCHEMAS, type RowOf, type StoreName } from './rows.ts';

export { StorageError } from '../local/problem.ts';

interface Schema extends DBSchema {
	classes: { key: string; value: RowOf<'classes'> };
	assignments: {
		key: [string, number];
		value: RowOf<'assignments'>;
		indexes: { class: string };
	};
	desk: { key: string; value: RowOf<'desk'>; indexes: { class: string } };
	members: { key: [string, string]; value: RowOf<'members'>; indexes: { class: string } };
	received: {
		key: string;
		value: RowOf<'received'>;
		indexes: { class: string; assignment: string };
	};
	memberships: { key: string; value: RowOf<'memberships'>; indexes: { class: string } };
	given: {
		key: [string, string, number];
		value: RowOf<'given'>;
		indexes: { membership: string };
	};
	work: { key: string; value: RowOf<'work'>; indexes: { membership: string } };
	outbox: { key: string; value: RowOf<'outbox'>; indexes: { membership: string } };
}

type Connection = IDBPDatabase<Schema>;
type Key<Name extends StoreName> = Schema[Name]['key'];
type Index<Name extends StoreName> = Schema[Name] extends { indexes: infer I }
	? Extract<keyof I, string>
	: never;
export type Writing<Names extends StoreName[]> = IDBPTransaction<Schema, Names, 'readwrite'>;

export const NAME = 'classroom';
/** Of the stores. A row has a version of its own. */
const VERSION = 1;

function upgrade(db: Connection, from: number) {
	if (from >= 1) return;
	db.createObjectStore('classes', { keyPath: 'id' });
	db.createObjectStore('assignments', { keyPath: ['id', 'revision'] }).createIndex(
		'class',
		'class'
	);
	db.createObjectStore('desk', { keyPath: 'id' }).createIndex('class', 'class');
	db.createObjectStore('members', { keyPath: ['class', 'id'] }).createIndex('class', 'class');
	const received = db.createObjectStore('received', { keyPath: 'id' });
	received.createIndex('class', 'class');
	received.createIndex('assignment', 'assignment');
	db.createObjectStore('memberships', { keyPath: 'id' }).createIndex('class', 'class');
	db.createObjectStore('given', { keyPath: ['membership', 'id', 'revision'] }).createIndex(
		'membership',
		'membership'
	);
	db.createObjectStore('work', { keyPath: 'id' }).createIndex('membership', 'membership');
	db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('membership', 'membership');
}

/** How long another tab may hold an older version before the reader is told, in milliseconds. */
const PATIENCE = 1000;

/** One tab's way to what this device keeps of classes. All of it throws StorageError. */
export class Classroom {
	#opening: Promise<Connection> | undefined;

	/** One row; `undefined` when there is none that this version can read. */
	get<Name extends StoreName>(name: Name, key: Key<Name>): Promise<RowOf<Name> | undefined> {
		return this.#run(async (db) => readable(name, [await db.get(name, key)])[0]);
	}

	/** All rows that this version can read, by their keys. */
	all<Name extends StoreName>(name: Name): Promise<RowOf<Name>[]> {
		return this.#run(async (db) => readable(name, await db.getAll(name)));
	}

	/** Those with a value, such as `allOf('given', 'membership', id)`. */
	allOf<Name extends StoreName>(
		name: Name,
		index: Index<Name>,
		value: string
	): Promise<RowOf<Name>[]> {
		return this.#run(async (db) => {
			const found = await db
				.transaction(name)
				.store.index(index)
				.getAll(value as never);
			return readable(name, found);
		});
	}

	/** Writes rows over those with the same keys: all or none. Done when they are on disk. */
	put<Name extends StoreName>(name: Name, ...rows: RowOf<Name>[]): Promise<void> {
		return this.write([name], async (transaction) => {
			const into = transaction.objectStore(name);
			await Promise.all(rows.map(async (row) => into.put(row as Schema[Name]['value'])));
		});
	}

	delete<Name extends StoreName>(name: Name, key: Key<Name>): Promise<void> {
		return this.write([name], (transaction) => transaction.objectStore(name).delete(key));
	}

	/**
	 * Changes one row by what it is now, in one transaction.
	 *
	 * @param change gives the row as it shall be, or `undefined` to leave it
	 * @returns the row as it is then
	 */
	change<Name extends StoreName>(
		name: Name,
		key: Key<Name>,
		change: (row: RowOf<Name> | undefined) => RowOf<Name> | undefined
	): Promise<RowOf<Name> | undefined> {
		return this.write([name], async (transaction) => {
			const into = transaction.objectStore(name);
			const raw: unknown = await into.get(key);
			const before = readable(name, [raw])[0];
			// Written by a newer version of the app in another tab.
			if (raw !== undefined && !before) throw new StorageError('newer');
			const after = change(before);
			if (after) await into.put(after);
			return after ?? before;
		});
	}

	/**
	 * One transaction over some stores, done when it is on disk; when any part of it fails, nothing
	 * of it is written. The work may be done twice, when a connection was lost.
	 */
	write<Names extends StoreName[], T>(
		names: [...Names],
		work: (transaction: Writing<Names>) => Promise<T>
	): Promise<T> {
		return this.#run(async (db) => {
			const transaction = db.transaction(names, 'readwrite', { durability: 'strict' });
			try {
				const [result] = await Promise.all([
					work(transaction as unknown as Writing<Names>),
					transaction.done
				]);
				return result;
			} catch (cause) {
				if (!transaction.error) abort(transaction);
				throw transaction.error ?? cause;
			}
		});
	}

	/** Deletes everything that this device keeps of classes. */
	async clear(): Promise<void> {
		this.close();
		await deleteDB(NAME).catch((cause: unknown) => {
			throw storageError(cause);
		});
	}

	/** Lets go of the database until it is needed again. */
	close() {
		const opening = this.#opening;
		this.#opening = undefined;
		void opening?.then(
			(db) => {
				db.close();
			},
			() => undefined
		);
	}

	/** Runs a piece of work; once more on a new connection when the first was lost meanwhile. */
	async #run<T>(work: (db: Connection) => Promise<T>): Promise<T> {
		try {
			return await work(await this.#open());
		} catch (cause) {
			if (!isLost(cause)) throw storageError(cause);
			this.close();
			return this.#open()
				.then(work)
				.catch((again: unknown) => {
					throw storageError(again);
				});
		}
	}

	#open(): Promise<Connection> {
		this.#opening ??= this.#begin().catch((cause: unknown) => {
			this.#opening = undefined;
			throw cause;
		});
		return this.#opening;
	}

	#begin(): Promise<Connection> {
		return new Promise((opened, failed) => {
			openDB<Schema>(NAME, VERSION, {
				upgrade,
				blocked: () =>
					setTimeout(() => {
						failed(new StorageError('blocked'));
					}, PATIENCE),
				// Another tab wants to upgrade the database, or to delete it.
				blocking: () => {
					this.close();
				},
				terminated: () => {
					this.#opening = undefined;
				}
			}).then(opened, failed);
		});
	}
}

function readable<Name extends StoreName>(name: Name, rows: readonly unknown[]): RowOf<Name>[] {
	const schema: v.GenericSchema<unknown, RowOf<Name>> = SCHEMAS[name];
	return rows.flatMap((row) => {
		const read = v.safeParse(schema, row);
		return read.success ? [read.output] : [];
	});
}

function abort(transaction: { abort: () => void }) {
	try {
		transaction.abort();
	} catch {
		// It has ended by itself.
	}
}

/** This device's. */
export const classroom = new Classroom();
