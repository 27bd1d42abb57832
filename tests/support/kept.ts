/** What a device keeps, read past the app. */
import type { Page } from 'playwright';
import type { Attempt } from '../../src/lib/local/rows.ts';
import type { Stored } from '../../src/lib/local/backup.ts';

/** Does one thing to one of the stores. @param row put there where it is given @returns all rows that were there before */
function touch([name, row]: [keyof Stored, unknown]) {
	return new Promise<unknown[]>((done, failed) => {
		const opening = indexedDB.open('who-says-what');
		opening.onerror = () => {
			failed(new Error(opening.error?.message));
		};
		opening.onsuccess = () => {
			const db = opening.result;
			const transaction = db.transaction(name, 'readwrite');
			const rows = transaction.objectStore(name).getAll();
			if (row) transaction.objectStore(name).put(row);
			transaction.oncomplete = () => {
				db.close();
				done(rows.result as unknown[]);
			};
		};
	});
}

export const keptAnswers = (page: Page) =>
	page.evaluate(touch, ['attempts', undefined]) as Promise<Attempt[]>;

export const keptRows = <Name extends keyof Stored>(page: Page, name: Name) =>
	page.evaluate(touch, [name, undefined]) as Promise<Stored[Name]>;

/** Puts a row where the app keeps it, whatever it is. */
export const putRow = (page: Page, name: keyof Stored, row: unknown) =>
	page.evaluate(touch, [name, row]);
