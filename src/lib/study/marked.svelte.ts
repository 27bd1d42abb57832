import type { ModuleEntry } from '../content/packs.ts';
import type { Mark } from '../local/rows.ts';
import { freshId } from './fresh-id.ts';
import { markedModules, type MarkedModule } from './marks.ts';
import { problemWith } from './marks-problem.ts';

type MarkRules = typeof import('../local/marks.ts');

/** All bookmarks and notes of this device, for their page. */
export class Marked {
	groups = $state.raw<readonly MarkedModule[]>();
	/** Ids of cards whose marks were removed here and can be brought back. */
	removed = $state.raw<readonly string[]>([]);
	/** A sentence for the reader while something is not saved. */
	problem = $state('');

	/** As they stood when the page was opened. */
	#marks: readonly Mark[] = [];

	async load(modules: readonly ModuleEntry[]) {
		await this.#guarded(async ({ store }) => {
			const marks = await store.marks();
			this.#marks = marks;
			this.groups = markedModules(modules, marks);
		});
		this.groups ??= [];
	}

	/** Takes bookmark and note away; the entry stays where it is, to be brought back. */
	remove(card: string) {
		return this.#change(card, ({ unmarked, withBookmark, withNote }, old, before) => {
			const now = Date.now();
			const mark = withBookmark(old ?? unmarked(card, before.module), false, now);
			// What another tab wrote meanwhile was not seen here, so it stays.
			return before.texts.length > 0 ? withNote(mark, before, '', freshId(), now) : mark;
		});
	}

	/** Brings bookmark and note back. */
	undo(card: string) {
		return this.#change(card, ({ noteOf, withBookmark, withNote }, old, before) => {
			const now = Date.now();
			const mark = withBookmark(old ?? before, before.bookmarked, now);
			const emptied = { ...mark, texts: mark.texts.filter(({ text }) => text === '') };
			const note = noteOf(before);
			return note ? withNote(mark, emptied, note, freshId(), now) : mark;
		});
	}

	/** @param change of the mark as it stands, and as it stood when the page was opened */
	#change(card: string, change: (marks: MarkRules, old: Mark | undefined, before: Mark) => Mark) {
		const before = this.#marks.find((mark) => mark.card === card);
		if (!before) return Promise.resolve();
		return this.#guarded(async ({ store }, marks) => {
			const mark = await store.changeMark(card, (old) => change(marks, old, before));
			const others = this.removed.filter((id) => id !== card);
			this.removed = marks.isMarked(mark) ? others : [...others, card];
			this.problem = '';
		});
	}

	async #guarded(
		work: (local: typeof import('../local/store.ts'), marks: MarkRules) => Promise<void>
	) {
		try {
			await work(
				...(await Promise.all([import('../local/store.ts'), import('../local/marks.ts')]))
			);
		} catch (cause) {
			this.problem = problemWith(cause);
		}
	}
}
