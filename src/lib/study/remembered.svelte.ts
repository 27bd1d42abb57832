import type { Attempt, Visit } from '../local/rows.ts';

/** What the device remembers, for pages that show progress. Loaded once the page stands. */
export class Remembered {
	visits = $state.raw<Visit[]>([]);
	attempts = $state.raw<Attempt[]>([]);
	/** A sentence for the reader where nothing can be remembered. */
	problem = $state('');

	async load() {
		const { store, StorageError } = await import('../local/store.ts');
		try {
			[this.visits, this.attempts] = await Promise.all([store.visits(), store.attempts()]);
		} catch (cause) {
			if (!(cause instanceof StorageError)) throw cause;
			this.problem = cause.message;
		}
	}
}
