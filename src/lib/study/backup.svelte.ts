/** Saves everything that the device remembers as a file, and takes such a file over. */

import type { Stored } from '../local/backup.ts';
import { dayOf, isoDate } from '../review/days.ts';

/** Larger than the log of a lifetime; a file above it is no backup. */
const LARGEST = 50_000_000;
const UNKNOWN =
	'The backup did not work; nothing was changed. Open the page again and try once more.';
const LARGE = 'This file is too large to be a backup; choose the file that "Save a backup" made.';

const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;

/** What taking a file over has added, or changed. */
function told(before: Stored, after: Stored): string {
	if (JSON.stringify(before) === JSON.stringify(after))
		return 'Taken over: there was nothing in it that is not here already.';
	const added = (store: keyof Stored) => after[store].length - before[store].length;
	const marks = added('marks');
	return `Taken over: ${count(added('attempts'), 'answer')} and ${count(added('visits'), 'card')} read were added${marks > 0 ? `, and marks on ${count(marks, 'card')}` : ''}.`;
}

export class Backup {
	/** What happened, as a sentence for the reader. */
	message = $state('');

	/** Downloads a file with everything in it. */
	save() {
		return this.#told(async () => {
			const [{ store }, { undamaged, writeBackup }] = await Promise.all([
				import('../local/store.ts'),
				import('../local/backup.ts')
			]);
			const rows = undamaged(await store.everything());
			const now = Date.now();
			const link = document.createElement('a');
			link.href = URL.createObjectURL(
				new Blob([writeBackup(rows, now)], { type: 'application/json' })
			);
			link.download = `who-says-what-${isoDate(dayOf(now, 0))}.json`;
			link.click();
			URL.revokeObjectURL(link.href);
			return `Saved: ${count(rows.attempts.length, 'answer')}, ${count(rows.visits.length, 'card')} read, marks on ${count(rows.marks.length, 'card')}.`;
		});
	}

	/** Takes a file over: what is not here yet is added. */
	take(file: File) {
		return this.#told(async () => {
			if (file.size > LARGEST) return LARGE;
			const [{ store }, { readBackup }] = await Promise.all([
				import('../local/store.ts'),
				import('../local/backup.ts')
			]);
			const rows = readBackup(await file.text());
			const before = await store.everything();
			await store.merge(rows);
			const after = await store.everything();
			return told(before, after);
		});
	}

	async #told(work: () => Promise<string>) {
		this.message = '';
		try {
			this.message = await work();
		} catch (cause) {
			const typed = cause instanceof Error && ['BackupError', 'StorageError'].includes(cause.name);
			if (!typed) console.error(cause);
			this.message = typed ? cause.message : UNKNOWN;
		}
	}
}
