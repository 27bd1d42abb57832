import type { Kysely, Transaction } from 'kysely';
import { Problem } from './problem.ts';
import type { Kind } from './database.ts';
import type { Limits } from './limits.ts';
import type { ClassRow, Tables } from './tables.ts';

/** What a question to the database needs. */
export interface Reader {
	readonly db: Kysely<Tables>;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/**
 * Writes that become durable together. A class that is written to is held until the end: so what
 * arrives in it gets its numbers in the order in which it is committed, whichever process commits,
 * and a reader who asks for what came after a number misses nothing.
 */
export class Batch implements Reader {
	readonly db: Transaction<Tables>;
	readonly now: number;
	readonly limits: Limits;
	readonly #kind: Kind;
	readonly #held = new Map<string, ClassRow>();

	constructor(db: Transaction<Tables>, kind: Kind, limits: Limits, now: number) {
		this.db = db;
		this.now = now;
		this.limits = limits;
		this.#kind = kind;
	}

	/** The class, to be read and changed; nothing when there is none or it has ended. */
	async class(id: string): Promise<ClassRow | undefined> {
		const held = this.#held.get(id);
		if (held) return held;
		// SQLite has one writer at a time anyway.
		const row = await this.db
			.selectFrom('classes')
			.selectAll()
			.where('id', '=', id)
			.where('expires', '>', this.now)
			.$if(this.#kind === 'postgres', (query) => query.forNoKeyUpdate())
			.executeTakeFirst();
		if (row) this.#held.set(id, row);
		return row;
	}

	/** Lets go of a class that has been deleted. */
	forget(id: string): void {
		this.#held.delete(id);
	}

	/**
	 * Takes room for something new or larger, before anything is written.
	 *
	 * @param bytes negative when room becomes free
	 * @throws Problem when the class is full
	 */
	take(row: ClassRow, bytes: number): void {
		if (bytes > 0 && row.bytes + bytes > this.limits.bytes) throw new Problem('class-full');
		row.bytes += bytes;
	}

	/** Writes the changed classes; the last step before the commit. */
	async finish(): Promise<void> {
		for (const { id, ...row } of this.#held.values())
			await this.db.updateTable('classes').set(row).where('id', '=', id).execute();
	}
}
