import type { Attempt, Mode, Session } from '../local/rows.ts';

const UNKNOWN = 'Your answers could not be saved; they last until this tab is closed.';

/**
 * Whether this device may hold anything, asked of the browser so that the store need not be loaded
 * where there is nothing to read.
 */
export async function mayHold(): Promise<boolean> {
	try {
		return (await indexedDB.databases()).length > 0;
	} catch {
		// Databases cannot be listed or are blocked: the store finds out, and says it to the reader.
		return true;
	}
}

/**
 * Keeps quizzes and answers on this device. What could not be written waits, and is tried again
 * with the next answer. A quiz is written with its first answer: before, there is nothing to lose.
 */
export class QuizLog {
	/** A sentence for the reader while something is not saved. */
	problem = $state('');
	/** Whether everything that was to be kept is on disk. */
	saved = $state(true);

	#sessions: Session[] = [];
	#attempts: Attempt[] = [];
	#writing = Promise.resolve();

	/** What was begun last in a mode and a module and is not ended, with its answers. */
	async last(
		mode: Mode,
		module: string
	): Promise<{ session: Session; attempts: Attempt[] } | undefined> {
		if (!(await mayHold())) return undefined;
		return this.#guarded(async () => {
			const { store } = await import('../local/store.ts');
			const begun = await store.sessionsOf(module);
			const open = begun.filter((each) => each.mode === mode && !each.ended);
			const session = open.sort((a, b) => b.startedAt - a.startedAt)[0];
			return session && { session, attempts: await store.attemptsOf(session.id) };
		});
	}

	/** Notes a session, or what became of it, to be written with the next `save`. */
	note(session: Session) {
		this.#sessions = [...this.#sessions.filter(({ id }) => id !== session.id), session];
	}

	/** Writes what waits, and an answer. Done when it is on disk or `problem` says why not. */
	save(...attempts: Attempt[]): Promise<void> {
		this.saved = false;
		this.#attempts.push(...attempts);
		this.#writing = this.#writing.then(() => this.#guarded(() => this.#write()));
		return this.#writing;
	}

	async #write() {
		const { store } = await import('../local/store.ts');
		const sessions = this.#sessions;
		if (sessions.length > 0) await store.saveSession(...sessions);
		this.#sessions = this.#sessions.filter((each) => !sessions.includes(each));
		for (let next = this.#attempts[0]; next; next = this.#attempts[0]) {
			await store.saveAttempt(next);
			this.#attempts.shift();
		}
		this.saved = true;
		this.problem = '';
	}

	async #guarded<T>(work: () => Promise<T>): Promise<T | undefined> {
		try {
			return await work();
		} catch (cause) {
			const typed = cause instanceof Error && cause.name === 'StorageError';
			if (!typed) console.error(cause);
			this.problem = typed ? cause.message : UNKNOWN;
			return undefined;
		}
	}
}
