import { sql } from 'kysely';
import { Batch } from './batch.ts';
import type { Database } from './database.ts';
import type { Limits } from './limits.ts';
import { Problem } from './problem.ts';

/** A write. When it throws a `Problem` it must not have changed anything. */
export type Write<T> = (batch: Batch) => Promise<T>;

interface Job {
	run: Write<unknown>;
	done: (value: unknown) => void;
	failed: (error: unknown) => void;
}

type Outcome = { value: unknown } | { problem: Problem };

/** How long the first write of a batch waits for others. */
const GATHER_MS = 2;
const BATCH = 200;
/** Who comes when so many wait is asked to come again. */
const QUEUE = 5000;
const ATTEMPTS = 4;

/** Two writers were in each other's way, or one job of a batch spoilt it: worth trying alone. */
const mayPassAlone = (error: unknown) =>
	error instanceof Error &&
	'code' in error &&
	typeof error.code === 'string' &&
	/^(?:22|23|40)|^SQLITE_(?:CONSTRAINT|BUSY)/.test(error.code);

/**
 * Commits writes in groups: one wait for the disk serves all that came meanwhile. A write is
 * answered only after its commit.
 */
export class Writer {
	readonly #database: Database;
	readonly #limits: Limits;
	readonly #clock: () => number;
	readonly #queue: Job[] = [];
	#working: Promise<void> | undefined;

	constructor(database: Database, limits: Limits, clock: () => number) {
		this.#database = database;
		this.#limits = limits;
		this.#clock = clock;
	}

	/**
	 * @returns what the write returns, once it is durable
	 * @throws Problem the write's own, or `storage-unavailable` when too many wait
	 */
	write<T>(run: Write<T>): Promise<T> {
		if (this.#queue.length >= QUEUE) throw new Problem('storage-unavailable', undefined, 2);
		return new Promise<T>((done, failed) => {
			this.#queue.push({ run, done: done as Job['done'], failed });
			this.#working ??= this.#work();
		});
	}

	/** Waits for all that was begun. */
	async idle(): Promise<void> {
		await this.#working;
	}

	async #work() {
		await new Promise((done) => setTimeout(done, GATHER_MS));
		while (this.#queue.length > 0) {
			// SQLite works without a pause; what the network has brought comes in between.
			await new Promise((done) => setImmediate(done));
			await this.#commit(this.#queue.splice(0, BATCH));
		}
		this.#working = undefined;
	}

	async #commit(jobs: readonly Job[], attempt = 1): Promise<void> {
		try {
			const outcomes = await this.#transaction(jobs);
			jobs.forEach((job, at) => {
				const outcome = outcomes[at];
				if (outcome && 'value' in outcome) job.done(outcome.value);
				else job.failed(outcome?.problem);
			});
		} catch (error) {
			if (!mayPassAlone(error) || attempt > ATTEMPTS) for (const job of jobs) job.failed(error);
			else for (const job of jobs) await this.#commit([job], attempt + 1);
		}
	}

	#transaction(jobs: readonly Job[]): Promise<Outcome[]> {
		const { db, kind } = this.#database;
		return db.transaction().execute(async (transaction) => {
			// Whatever the database's own setting is.
			if (kind === 'postgres') await sql`set local synchronous_commit to on`.execute(transaction);
			const batch = new Batch(transaction, kind, this.#limits, this.#clock());
			const outcomes: Outcome[] = [];
			for (const { run } of jobs) outcomes.push(await outcomeOf(run(batch)));
			await batch.finish();
			return outcomes;
		});
	}
}

async function outcomeOf(run: Promise<unknown>): Promise<Outcome> {
	try {
		return { value: await run };
	} catch (error) {
		if (error instanceof Problem) return { problem: error };
		throw error;
	}
}
