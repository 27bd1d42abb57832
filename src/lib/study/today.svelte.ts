import type { ItemEntry } from '../content/item.ts';
import type { Attempt, Session } from '../local/rows.ts';
import { dayOf } from '../review/days.ts';
import { QUEUE, queueFor, type Due } from '../review/queue.ts';
import { forecast } from '../review/statistics.ts';
import { schedule, type ItemState } from '../review/schedule.ts';
import { askedQuiz } from './asked-quiz.ts';
import { clockNow } from './clock.ts';
import { packs } from './packs.ts';
import type { AskedQuiz } from './quiz-session.svelte.ts';

/** About half a minute for each question. */
export const FIVE_MINUTES = 10;
const WEEK = 7;

/** What is due today, computed from the log on this device. */
export class Today {
	queue = $state.raw<readonly Due[]>();
	/** Questions that become due on each of the next seven days, today first. */
	week = $state.raw<readonly number[]>([]);
	/** A review begun today and not finished: how much of it is answered. */
	begun = $state.raw<{ answered: number; of: number }>();
	/** A sentence for the reader where nothing can be remembered. */
	problem = $state('');

	#items: readonly ItemEntry[] = [];
	#open: Session | undefined;

	async load() {
		const { store, StorageError } = await import('../local/store.ts');
		this.#items = (await packs.items(fetch)).items;
		try {
			const [attempts, sessions] = await Promise.all([store.attempts(), store.sessionsOf('')]);
			this.#compute(attempts, sessions);
		} catch (cause) {
			if (!(cause instanceof StorageError)) throw cause;
			this.problem = cause.message;
			this.#compute([], []);
		}
	}

	#compute(attempts: readonly Attempt[], sessions: readonly Session[]) {
		const clock = clockNow();
		const today = dayOf(clock.now, clock.offset);
		const states: ReadonlyMap<string, ItemState> = schedule(this.#items, attempts, clock);
		this.week = forecast(states.values(), today, WEEK);
		this.#open = sessions
			.filter(({ mode, ended }) => mode === 'review' && !ended)
			.filter(({ startedAt }) => dayOf(startedAt, clock.offset) === today)
			.sort((a, b) => b.startedAt - a.startedAt)[0];
		const of = this.#open?.items.length ?? 0;
		const answered = attempts.filter(({ session }) => session === this.#open?.id).length;
		this.begun = answered < of ? { answered, of } : undefined;
		// The day is the seed: opened again, the queue is the same.
		const options = { ...QUEUE, seed: `${today}` };
		this.queue = queueFor(this.#items, states, attempts, clock, options);
	}

	/** The review begun today, to go on with; its reasons are those of the questions still due. */
	resume(): Promise<AskedQuiz> {
		const ids = this.#open?.items.map(({ id }) => id) ?? [];
		const entries = ids.flatMap((id) => this.#items.find((item) => item.id === id) ?? []);
		return askedQuiz('review', entries, fetch, this.#reasons());
	}

	/** A new review of what is due, as long as the reader has time; one begun earlier is ended. */
	async begin(limit: number): Promise<AskedQuiz> {
		await this.#endOpen();
		const due = this.queue?.slice(0, limit) ?? [];
		return askedQuiz(
			'review',
			due.map(({ item }) => item),
			fetch,
			this.#reasons()
		);
	}

	#reasons() {
		return Object.fromEntries(this.queue?.map(({ item, why }) => [item.id, why]) ?? []);
	}

	async #endOpen() {
		if (this.problem) return;
		const { store } = await import('../local/store.ts');
		const open = (await store.sessionsOf('')).filter(
			({ mode, ended }) => mode === 'review' && !ended
		);
		await store.saveSession(...open.map((session) => ({ ...session, ended: true })));
		sessionStorage.removeItem('review-');
	}
}
