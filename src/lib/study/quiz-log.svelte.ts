import type { Attempt, Mode, Session } from '../local/rows.ts';
import type { Store } from '../local/store.ts';

const UNKNOWN = 'Your answers could not be saved; they last until this tab is closed.';
const OVERTAKEN = 'You answered this in another tab first, and that answer stands.';

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

/** Whether an answer came after another one to the same question of the same session. */
const isSecond = (own: Attempt, other: Attempt) =>
	own.id !== other.id &&
	own.session === other.session &&
	own.item === other.item &&
	own.revision === other.revision;

/**
 * Keeps quizzes and answers on this device. What could not be written waits, and is tried again
 * with the next answer. A quiz is written with its first answer: before, there is nothing to lose.
 */
export class QuizLog {
	/** A sentence for the reader while something is not saved. */
	problem = $state('');
	/** Whether everything that was to be kept is on disk. */
	saved = $state(true);

	#load: () => Promise<{ store: Store }>;
	#sessions: Session[] = [];
	#attempts: Attempt[] = [];
	#known: readonly string[] = [];
	#overtaken = false;
	#writing = Promise.resolve();

	/** @param load another store than this device's only in tests */
	constructor(load: () => Promise<{ store: Store }> = () => import('../local/store.ts')) {
		this.#load = load;
	}

	/** Whether another tab answered a question of this session meanwhile. */
	get overtaken() {
		return this.#overtaken;
	}

	/** What was begun last in a mode and a module and is not ended, with its answers. */
	async last(mode: Mode, module: string): ReturnType<Store['lastOpen']> {
		if (!(await mayHold())) {
			this.#lead([]);
			return undefined;
		}
		return this.#guarded(async () => {
			const { store } = await this.#load();
			const found = await store.lastOpen(mode, module);
			this.#lead(found?.attempts ?? []);
			return found;
		});
	}

	/** From here on the reader sees these answers; what was said of others is said no more. */
	#lead(there: readonly Attempt[]) {
		this.problem = '';
		this.#overtaken = false;
		this.#known = there.map(({ id }) => id);
		// What still waits came second where another tab has answered the question by now.
		this.#attempts = this.#attempts.filter((own) => !there.some((other) => isSecond(own, other)));
		this.saved = this.#attempts.length === 0;
	}

	/** Notes a session, or what became of it, to be written with the next `save`. */
	note(session: Session) {
		this.#sessions = [...this.#sessions.filter(({ id }) => id !== session.id), session];
	}

	/** Writes what waits, and an answer. Done when it is on disk or `problem` says why not. */
	save(...attempts: Attempt[]): Promise<void> {
		this.saved = false;
		this.#attempts = [...this.#attempts, ...attempts];
		this.#writing = this.#writing.then(() => this.#guarded(() => this.#write()));
		return this.#writing;
	}

	async #write() {
		const { store } = await this.#load();
		const sessions = this.#sessions;
		const attempts = this.#attempts;
		const elsewhere = await store.keep(sessions, attempts, this.#known);
		this.#sessions = this.#sessions.filter((each) => !sessions.includes(each));
		this.#attempts = this.#attempts.filter((each) => !attempts.includes(each));
		this.saved = this.#attempts.length === 0;
		// It stands until the reader has been led to where the other tab is.
		this.#overtaken ||= elsewhere.length > 0;
		this.problem = this.#overtaken ? OVERTAKEN : '';
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
