/** The connection to the database on this device: opened when needed, opened again when lost. */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { isLost, StorageError, storageError } from './problem.ts';
import type { Attempt, Mark, Session, Visit } from './rows.ts';

export interface Schema extends DBSchema {
	visits: { key: string; value: Visit };
	sessions: { key: string; value: Session; indexes: { module: string } };
	attempts: { key: string; value: Attempt; indexes: { session: string } };
	marks: { key: string; value: Mark };
}

export type Database = IDBPDatabase<Schema>;

export const NAME = 'who-says-what';
/** Of the stores. A row has a version of its own, and is never rewritten. */
export const VERSION = 2;

function upgrade(db: Database, from: number) {
	if (from < 1) {
		db.createObjectStore('visits', { keyPath: 'card' });
		db.createObjectStore('sessions', { keyPath: 'id' }).createIndex('module', 'module');
		db.createObjectStore('attempts', { keyPath: 'id' }).createIndex('session', 'session');
	}
	if (from < 2) db.createObjectStore('marks', { keyPath: 'card' });
}

/** How long another tab may take to end what it is writing before the reader is told of it, in milliseconds. */
const PATIENCE = 1000;

export class Connection {
	readonly #version: number;
	#opening: Promise<Database> | undefined;
	/** The open connection. It is closed at once when another tab waits for that. */
	#db: Database | undefined;
	/** Whether opening waits for a tab that holds an older version. */
	#blocked = false;
	/** Whether another tab deleted everything: what this one still knows must not be written back. */
	#deleted = false;

	/** @param version another one than this app's only in tests */
	constructor(version = VERSION) {
		this.#version = version;
	}

	/**
	 * Runs a piece of work. When the connection was lost meanwhile the work is done once more on a
	 * new one, so it must be such that it may be done twice.
	 *
	 * @throws StorageError
	 */
	async run<T>(work: (db: Database) => Promise<T>): Promise<T> {
		try {
			return await this.#once(work);
		} catch (cause) {
			if (!isLost(cause)) throw storageError(cause);
			this.close();
			return this.#once(work).catch((again: unknown) => {
				throw storageError(again);
			});
		}
	}

	/** Lets go of the database until it is needed again. */
	close() {
		this.#db?.close();
		this.#db = undefined;
	}

	/**
	 * Deletes the database, and so what every tab has in it.
	 *
	 * @throws StorageError when a tab does not let go of it; it is then deleted as soon as that tab is closed
	 */
	async delete(): Promise<void> {
		if (!this.#blocked) await this.#opening?.catch(() => undefined);
		this.close();
		await new Promise<void>((deleted, failed) => {
			deleteDB(NAME, {
				blocked: () => {
					setTimeout(() => {
						failed(new StorageError('blocked'));
					}, PATIENCE);
				}
			}).then(deleted, (cause: unknown) => {
				failed(storageError(cause));
			});
		});
	}

	async #once<T>(work: (db: Database) => Promise<T>): Promise<T> {
		return work(await this.open());
	}

	protected async open(): Promise<Database> {
		if (this.#deleted) throw new StorageError('deleted');
		if (this.#blocked) throw new StorageError('blocked');
		if (this.#db) return this.#db;
		this.#opening ??= this.#begin();
		return this.#opening;
	}

	/** Settles when the database is open or cannot be opened, or when that takes too long; then it goes on waiting. */
	#begin(): Promise<Database> {
		return new Promise((opened, failed) => {
			let waiting = true;
			const tell = () => {
				this.#blocked = waiting;
				failed(new StorageError('blocked'));
			};
			void this.#opened(() => setTimeout(tell, PATIENCE))
				.then(opened, failed)
				.finally(() => {
					waiting = false;
					this.#blocked = false;
					this.#opening = undefined;
				});
		});
	}

	async #opened(blocked: () => void): Promise<Database> {
		const db = await openDB<Schema>(NAME, this.#version, {
			upgrade,
			blocked,
			// Another tab wants to upgrade the database, or to delete it.
			blocking: (_, next) => {
				if (next === null) this.#deleted = true;
				this.close();
			}
		});
		this.#db = db;
		db.addEventListener('close', () => {
			if (this.#db === db) this.#db = undefined;
		});
		return db;
	}
}
