import { emptyFold } from '../review/fold.ts';
import { clockNow } from './clock.ts';
import { learningOf, type Learning } from './learning.ts';
import { pause } from './pause.ts';
import { packs } from './packs.ts';

/** Progress, computed from the log on this device. */
export class Progress {
	learning = $state.raw<Learning>();
	/** A sentence for the reader where nothing can be remembered. */
	problem = $state('');

	async load() {
		const clock = clockNow();
		const log = import('../local/folded.ts').then(({ foldedLog }) => foldedLog(clock));
		const [fold, { modules }, { items }] = await Promise.all([
			log.catch((cause: unknown) => {
				if (!(cause instanceof Error && cause.name === 'StorageError')) throw cause;
				this.problem = cause.message;
				return emptyFold();
			}),
			packs.catalog(fetch),
			packs.items(fetch)
		]);
		// Reading and showing are tasks of their own.
		await pause();
		this.learning = learningOf(modules, items, fold, clock);
	}
}
