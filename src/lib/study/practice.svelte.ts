import type { ItemEntry } from '../content/item.ts';
import type { ModuleEntry } from '../content/packs.ts';
import { chosen, drawn, type Choice } from '../review/practice.ts';
import { emptyFold, statesOf } from '../review/fold.ts';
import { askedQuiz } from './asked-quiz.ts';
import { freshId } from './fresh-id.ts';
import { packs } from './packs.ts';
import type { AskedQuiz } from './quiz-session.svelte.ts';
import { clockNow } from './clock.ts';

/** As many as are asked at once. */
export const AT_ONCE = 20;

/** Questions of the reader's own choice. */
export class Practice {
	modules = $state.raw<readonly ModuleEntry[]>([]);
	ready = $state(false);
	/** A sentence for the reader where nothing can be remembered. */
	problem = $state('');

	#items = $state.raw<readonly ItemEntry[]>([]);
	#states = $state.raw(statesOf([], emptyFold()));

	async load() {
		const [{ StorageError }, { foldedLog }, catalog, { items }] = await Promise.all([
			import('../local/store.ts'),
			import('../local/folded.ts'),
			packs.catalog(fetch),
			packs.items(fetch)
		]);
		try {
			this.#states = statesOf(items, await foldedLog(clockNow()));
		} catch (cause) {
			if (!(cause instanceof StorageError)) throw cause;
			this.problem = cause.message;
		}
		this.modules = catalog.modules;
		this.#items = items;
		this.ready = true;
	}

	/** How many questions a choice has. */
	count(choice: Choice): number {
		return chosen(this.#items, this.#states, choice).length;
	}

	/** Some of the questions of a choice, in an order of their own. What was begun earlier is ended. */
	async begin(choice: Choice): Promise<AskedQuiz> {
		if (!this.problem) {
			const { store } = await import('../local/store.ts');
			await store.endOpen('practice');
		}
		sessionStorage.removeItem('practice-');
		const items = drawn(chosen(this.#items, this.#states, choice), AT_ONCE, freshId());
		return askedQuiz('practice', items, fetch);
	}
}
