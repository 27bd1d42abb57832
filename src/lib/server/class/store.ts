import type { Reader } from './batch.ts';
import { sweep } from './classes.ts';
import { openDatabase, type Database, type Place } from './database.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Writer, type Write } from './writer.ts';

const HOUR = 60 * 60 * 1000;

export interface StoreOptions {
	limits?: Partial<Limits>;
	/** Milliseconds since 1970. */
	clock?: () => number;
}

/** The opened storage of the class server. */
export class ClassStore {
	readonly database: Database;
	readonly #clock: () => number;
	readonly #writer: Writer;
	readonly #sweeping: NodeJS.Timeout;

	private constructor(database: Database, { limits, clock = Date.now }: StoreOptions) {
		this.database = database;
		this.#clock = clock;
		this.#writer = new Writer(database, { ...LIMITS, ...limits }, clock);
		this.#sweeping = setInterval(() => void this.sweep().catch(() => undefined), HOUR).unref();
	}

	/** Opens the database, brings it up to date and removes the classes that have ended. */
	static async open(place: Place, options: StoreOptions = {}): Promise<ClassStore> {
		const store = new ClassStore(await openDatabase(place), options);
		await store.sweep();
		return store;
	}

	/** @returns what the write returns, after it has become durable */
	write<T>(write: Write<T>): Promise<T> {
		return this.#writer.write(write);
	}

	read<T>(read: (reader: Reader) => Promise<T>): Promise<T> {
		return read({ db: this.database.db, now: this.#clock() });
	}

	/** Removes the classes whose day has come. */
	sweep(): Promise<void> {
		return this.#writer.write(sweep);
	}

	/** Finishes what was begun and closes the database. */
	async close(): Promise<void> {
		clearInterval(this.#sweeping);
		await this.#writer.idle();
		await this.database.close();
	}
}
