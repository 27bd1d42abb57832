/** What a device keeps, read past the app. */
import type { Page } from 'playwright';
import type { Stored } from '../../src/lib/local/backup.ts';

interface Touch {
	name: keyof Stored;
	/** Put there where it is given. */
	row?: unknown;
}

/** All rows of a store; runs in the page. */
function touch({ name, row }: Touch) {
	return new Promise<unknown[]>((done, failed) => {
		const opening = indexedDB.open('who-says-what');
		opening.onerror = () => {
			failed(new Error(opening.error?.message));
		};
		opening.onsuccess = () => {
			const db = opening.result;
			const transaction = db.transaction(name, 'readwrite');
			const store = transaction.objectStore(name);
			if (row) store.put(row);
			const rows = store.getAll();
			transaction.oncomplete = () => {
				db.close();
				done(rows.result as unknown[]);
			};
		};
	});
}

export const keptRows = async <Name extends keyof Stored>(page: Page, name: Name) =>
	(await page.evaluate(touch, { name })) as Stored[Name];

export const keptAnswers = (page: Page) => keptRows(page, 'attempts');

/** Puts a row where the app keeps it, whatever it is. */
export const putRow = (page: Page, name: keyof Stored, row: object) =>
	page.evaluate(touch, { name, row });
