import type { ItemEntry } from '../content/item.ts';
import type { Session } from '../local/rows.ts';
import { dayOf, startOf } from '../review/days.ts';
import { emptyFold, statesOf, type Fold } from '../review/fold.ts';
import { queueToday, type Due } from '../review/queue.ts';
import { forecast } from '../review/statistics.ts';
import type { Clock } from '../review/schedule.ts';
import { askedQuiz } from './asked-quiz.ts';
import { clockNow } from './clock.ts';
import { pause } from './pause.ts';
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
		const clock = clockNow();
		const midnight = startOf(dayOf(clock.now, clock.offset), clock.offset);
		const fetching = packs.items(fetch);
		const [{ store, StorageError }, { foldedLog }] = await Promise.all([
			import('../local/store.ts'),
			import('../local/folded.ts')
		]);
		try {
			const [fold, sessions] = await Promise.all([foldedLog(clock), store.sessionsSince(midnight)]);
			this.#items = (await fetching).items;
			this.#open = sessions
				.filter(({ mode, ended }) => mode === 'review' && !ended)
				.sort((a, b) => b.startedAt - a.startedAt)[0];
			const answered = this.#open ? (await store.attemptsOf(this.#open.id)).length : 0;
			await pause();
			this.#show(fold, clock, answered);
		} catch (cause) {
			if (!(cause instanceof StorageError)) throw cause;
			this.problem = cause.message;
			this.#items = (await fetching).items;
			this.#show(emptyFold(), clock, 0);
		}
	}

	/** @param answered questions of the review begun today */
	#show(fold: Fold, clock: Clock, answered: number) {
		const today = dayOf(clock.now, clock.offset);
		this.week = forecast(statesOf(this.#items, fold).values(), today, WEEK);
		const of = this.#open?.items.length ?? 0;
		this.begun = answered < of ? { answered, of } : undefined;
		this.queue = queueToday(this.#items, fold, clock);
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
		await store.endOpen('review');
		sessionStorage.removeItem('review-');
	}
}
