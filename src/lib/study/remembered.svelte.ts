import type { Visit } from '../local/rows.ts';
import { mayHold } from './quiz-log.svelte.ts';

/** What the device remembers, for pages that show progress. Loaded once the page stands. */
export class Remembered {
	visits = $state.raw<Visit[]>([]);
	/** The score of the last answer to a question in a revision. */
	score = $state.raw<(item: string, revision: number) => number | undefined>(() => undefined);
	/** Questions answered before that are due today. */
	due = $state(0);
	/** A sentence for the reader where nothing can be remembered. */
	problem = $state('');

	/** The cards that were read. */
	load() {
		return this.#told(async () => {
			const { store } = await import('../local/store.ts');
			this.visits = await store.visits();
		});
	}

	/** How the questions stand. Nothing of it is loaded where nothing was ever kept. */
	loadAnswers() {
		return this.#told(async () => {
			if (!(await mayHold())) return;
			const [{ dueNow }, { lastScore }] = await Promise.all([
				import('./due.ts'),
				import('../review/fold.ts')
			]);
			const { fold, due } = await dueNow();
			this.score = (item, revision) => lastScore(fold, item, revision);
			this.due = due;
		});
	}

	async #told(work: () => Promise<void>) {
		try {
			await work();
		} catch (cause) {
			if (!(cause instanceof Error && cause.name === 'StorageError')) throw cause;
			this.problem = cause.message;
		}
	}
}
