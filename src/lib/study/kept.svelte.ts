import type { Unreadable } from '../local/rows.ts';

const NAMES: Record<Unreadable['name'], string> = {
	visits: 'A card that you read',
	sessions: 'A quiz',
	attempts: 'An answer',
	marks: 'A bookmark or note'
};

/** A row that cannot be read, as one sentence for the reader. */
export const sentenceOf = ({ name, key, why }: Unreadable): string =>
	why === 'newer'
		? `${NAMES[name]} (${key}) was written by a newer version of this app; update the app to see it.`
		: `${NAMES[name]} (${key}) is damaged and left out; a backup that has it puts it right.`;

/** What is to be said of that which the device keeps. */
export class Kept {
	/** Whether the browser keeps it for good. */
	lasting = $state('');
	/** Sentences on what cannot be read, or on why nothing can. */
	troubles = $state.raw<readonly string[]>([]);

	async load() {
		const { store, StorageError } = await import('../local/store.ts');
		const { keptSentence } = await import('../local/persistence.ts');
		try {
			this.troubles = (await store.unreadable()).map(sentenceOf);
			this.lasting = await keptSentence();
		} catch (cause) {
			if (!(cause instanceof StorageError)) throw cause;
			this.troubles = [cause.message];
		}
	}

	/** Deletes everything that this app keeps of the reader, in all tabs. @returns a sentence where that was not possible */
	async delete(): Promise<string> {
		const { store, StorageError } = await import('../local/store.ts');
		const { tellDeletion } = await import('../local/deletion.ts');
		try {
			tellDeletion();
			await store.clear();
			const { classroom } = await import('../classroom/database.ts');
			await classroom.clear();
			localStorage.clear();
			sessionStorage.clear();
			// The number on the app's icon, where there is one.
			if ('clearAppBadge' in navigator) await navigator.clearAppBadge().catch(console.warn);
			return '';
		} catch (cause) {
			if (!(cause instanceof StorageError)) throw cause;
			return cause.problem === 'blocked' ? HELD : cause.message;
		}
	}
}

const HELD = 'Another tab still holds the data; close all other tabs of this app and delete again.';
