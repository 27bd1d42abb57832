/**
 * Revisions of assignments on a teacher's device. Two devices may change the same revision while
 * neither hears of the other. The server keeps under a number what came first; the other edit then
 * takes the next number, so that it holds and neither is lost.
 */
import type { Assignment } from '../../class/documents/assignment.ts';
import type { SetAssignment } from '../rows.ts';

/** The store `assignments` in a transaction. */
interface Store {
	get(key: [string, number]): Promise<SetAssignment | undefined>;
	put(row: SetAssignment): Promise<unknown>;
	delete(key: [string, number]): Promise<unknown>;
}

/** A revision that the server has; without its document where this version of the app cannot open it. */
export interface OnServer {
	class: string;
	id: string;
	revision: number;
	document: Assignment | undefined;
}

// Both have passed the schema, so their fields stand in the same order.
const isSame = (one: Assignment, other: Assignment | undefined) =>
	JSON.stringify(one) === JSON.stringify(other);

const renumbered = (row: SetAssignment): SetAssignment => ({
	...row,
	revision: row.revision + 1,
	document: { ...row.document, revision: row.revision + 1 },
	beside: row.revision
});

/** Keeps an edit made here, under the next free number where its own is taken. @returns the row as it is kept */
export async function keepEdit(store: Store, edit: SetAssignment): Promise<SetAssignment> {
	const there = await store.get([edit.id, edit.revision]);
	if (there && isSame(there.document, edit.document)) return there;
	if (there) return keepEdit(store, renumbered(edit));
	await store.put(edit);
	return edit;
}

/** Keeps what the server has; an edit made here that has not reached it makes room. */
export async function keepFromServer(store: Store, rows: readonly OnServer[]): Promise<void> {
	for (const { document, ...row } of rows) {
		const own = await store.get([row.id, row.revision]);
		const isOther = own && !isSame(own.document, document);
		if (isOther && !own.sent) {
			await store.delete([row.id, row.revision]);
			await keepEdit(store, renumbered(own));
		}
		if (document) await store.put({ ...(isOther ? {} : own), v: 1, ...row, document, sent: true });
	}
}
