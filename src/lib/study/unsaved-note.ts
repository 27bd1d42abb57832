/** A note while it is not saved, kept so that closing the tab or a full device loses no words. */
import * as v from 'valibot';

const Unsaved = v.object({
	/** Of the text being written, and the texts that stood there when writing began. */
	id: v.string(),
	seen: v.array(v.object({ id: v.string(), text: v.string(), at: v.number() })),
	text: v.string()
});
type Unsaved = v.InferOutput<typeof Unsaved>;

const key = (card: string) => `note-${card}`;

/** The note that was left unsaved on a card, if there is one. */
export function unsavedNote(card: string): Unsaved | undefined {
	try {
		const read = v.safeParse(Unsaved, JSON.parse(localStorage.getItem(key(card)) ?? 'null'));
		return read.success ? read.output : undefined;
	} catch (cause) {
		console.warn('A note left unsaved could not be read.', cause);
		return undefined;
	}
}

export function keepUnsaved(card: string, note: Unsaved) {
	try {
		localStorage.setItem(key(card), JSON.stringify(note));
	} catch (cause) {
		console.warn('A note is lost if this tab is closed before it is saved.', cause);
	}
}

export function dropUnsaved(card: string) {
	try {
		localStorage.removeItem(key(card));
	} catch (cause) {
		console.warn('A saved note is taken up once more when its card is opened.', cause);
	}
}
