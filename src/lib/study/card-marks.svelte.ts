import type { Mark } from '../local/rows.ts';
import { freshId } from './fresh-id.ts';
import { problemWith } from './marks-problem.ts';
import { dropUnsaved, keepUnsaved, unsavedNote } from './unsaved-note.ts';

/** A pause in typing after which the note is saved, in milliseconds. */
const PAUSE = 600;

/** The bookmark and the note of one card, as long as its page is open. */
export class CardMarks {
	bookmarked = $state(false);
	/** The note as it stands in the field, saved or not. */
	note = $state('');
	/** Whether the note in the field is the one on this device. */
	saved = $state(true);
	/** Whether two devices wrote the note apart, and nobody has written on since. */
	apart = $state(false);
	/** Whether what is kept was read, so that nothing is written over unseen. */
	ready = $state(false);
	/** A sentence for the reader while something is not saved. */
	problem = $state('');

	readonly #card: string;
	readonly #module: string;
	/** What stood there when writing began; `id` is that of the text being written. */
	#writing: { id: string; seen: Mark } | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saving = Promise.resolve();

	constructor(module: string, card: string) {
		this.#module = module;
		this.#card = card;
	}

	/** Reads what is kept; a note that could not be saved before is taken up and saved. */
	load() {
		return this.#guarded(async ({ store }, { isApart, noteOf, unmarked }) => {
			const seen = (await store.markOf(this.#card)) ?? unmarked(this.#card, this.#module);
			const left = unsavedNote(this.#card);
			this.bookmarked = seen.bookmarked;
			this.note = noteOf(seen);
			this.apart = isApart(seen);
			this.#writing = { id: freshId(), seen };
			this.ready = true;
			if (!left) return;
			this.#writing = { id: left.id, seen: { ...seen, texts: left.seen } };
			this.write(left.text);
		});
	}

	/** Sets or takes away the bookmark; it shows once it is on disk. */
	toggle() {
		if (!this.ready) return this.load();
		return this.#guarded(async ({ store }, { unmarked, withBookmark }) => {
			const mark = await store.changeMark(this.#card, (old) =>
				withBookmark(old ?? unmarked(this.#card, this.#module), !this.bookmarked, Date.now())
			);
			this.bookmarked = mark.bookmarked;
			this.problem = '';
		});
	}

	/** Takes what stands in the field, to be saved after a pause. */
	write(text: string) {
		if (!this.#writing) return;
		this.note = text;
		this.saved = false;
		keepUnsaved(this.#card, { ...this.#writing, seen: this.#writing.seen.texts, text });
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), PAUSE);
	}

	/** Saves at once what is not saved yet. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#saving = this.#saving.then(() => this.#save());
		return this.#saving;
	}

	async #save() {
		const writing = this.#writing;
		if (!writing || this.saved) return;
		const text = this.note;
		await this.#guarded(async ({ store }, { unmarked, withNote }) => {
			await store.changeMark(this.#card, (old) => {
				const mark = old ?? unmarked(this.#card, this.#module);
				return withNote(mark, writing.seen, text, writing.id, Date.now());
			});
			this.problem = '';
			this.apart = false;
			// Typing may have gone on meanwhile.
			if (this.note !== text) return;
			this.saved = true;
			dropUnsaved(this.#card);
		});
	}

	async #guarded(
		work: (
			local: typeof import('../local/store.ts'),
			marks: typeof import('../local/marks.ts')
		) => Promise<void>
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
