/** Hand-ins that a teacher deleted together with their pupil: no device of the teacher keeps them. */
import { collectedIn } from '../../class/documents/desk.ts';
import type { HandIn } from '../../class/documents/hand-in.ts';
import type { Writing } from '../database.ts';
import type { MemberRow, Received } from '../rows.ts';

/** Ids of the members whose hand-ins were deleted. */
export const emptiedOf = (members: readonly Pick<MemberRow, 'id' | 'emptied'>[]): Set<string> =>
	new Set(members.filter(({ emptied }) => emptied).map(({ id }) => id));

/** Only this app writes a document into a row, and only after it has checked it. */
const memberOf = ({ said, document }: Received): string | undefined =>
	said?.member ?? (document as HandIn | undefined)?.member.id;

/** Keeps members of a class as the server has them, and deletes the hand-ins that are deleted there. */
export async function keepMembers(
	transaction: Pick<Writing<['members', 'received', 'desk']>, 'objectStore'>,
	of: string,
	rows: readonly MemberRow[]
): Promise<void> {
	const members = transaction.objectStore('members');
	for (const row of rows) await members.put(row);
	const emptied = emptiedOf(rows);
	if (emptied.size === 0) return;
	const received = transaction.objectStore('received');
	for (const row of await received.index('class').getAll(of))
		if (emptied.has(memberOf(row) ?? '')) await received.delete(row.id);
	const desk = transaction.objectStore('desk');
	for (const { id, document } of await desk.index('class').getAll(of))
		if (emptied.has(collectedIn(document)?.member.id ?? '')) await desk.delete(id);
}
