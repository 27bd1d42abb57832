/** Rows of this device as the gradebook takes them, opened once and kept opened. */
import { collectedIn } from '../../class/documents/desk.ts';
import type { HandIn } from '../../class/documents/hand-in.ts';
import type { Member, Progress } from '../../class/documents/member.ts';
import type { Received } from '../../class/gradebook/merge.ts';
import { ClassError } from '../../class/problem.ts';
import { openHandIn, openMember, openProgress } from '../../class/seal/documents.ts';
import type { DeskRow, MemberRow, Received as ReceivedRow } from '../rows.ts';
import { emptiedOf } from '../teach/emptied.ts';

/** What could not be opened, as a sentence for the teacher. */
export interface Trouble {
	id: string;
	sentence: string;
}

const troubleOf = (id: string, cause: unknown): Trouble => {
	if (!(cause instanceof ClassError)) throw cause;
	return { id, sentence: cause.message };
};

/** What the server lists. */
type Listed = Pick<ReceivedRow, 'id' | 'assignment' | 'sealed' | 'received'> & {
	member: string;
	revision: number;
};

/**
 * The row of a hand-in that the server lists. One that cannot be opened is kept as it came: a newer
 * app may be able to.
 */
export async function receivedRow(
	of: string,
	{ id, member, assignment, revision, sealed, received }: Listed,
	identity: string
): Promise<{ row: ReceivedRow; trouble?: Trouble }> {
	const said = { member, revision };
	const row: ReceivedRow = {
		v: 1,
		id,
		class: of,
		assignment,
		sealed,
		received,
		by: 'server',
		said
	};
	try {
		const document = await openHandIn({ id, assignment, sealed, ...said }, identity);
		return { row: { ...row, document } };
	} catch (cause) {
		return { row, trouble: troubleOf(id, cause) };
	}
}

/** A row whose hand-in could not be opened, tried once more. */
export async function triedAgain(
	row: ReceivedRow,
	identity: string
): Promise<{ row: ReceivedRow; trouble?: Trouble }> {
	const { said } = row;
	if (row.document !== undefined || !said) return { row };
	return receivedRow(row.class, { ...row, ...said }, identity);
}

/** As the gradebook takes it. Only this app writes such rows, and only after it has checked the document. */
function received({ document, by, received }: ReceivedRow): Received[] {
	if (document === undefined) return [];
	return [{ document: document as HandIn, received: by === 'server' ? received : undefined }];
}

/** What another device of the teacher took in, and this one does not have already. */
function collected(desk: readonly DeskRow[], here: readonly Received[]): Received[] {
	const carried = desk.flatMap(({ document }) => collectedIn(document) ?? []);
	if (carried.length === 0) return [];
	const keyOf = (document: HandIn) => `${document.id} ${JSON.stringify(document)}`;
	const ids = new Set(carried.map(({ id }) => id));
	const known = new Set(
		here.flatMap(({ document }) => (ids.has(document.id) ? keyOf(document) : []))
	);
	const others = carried.filter((document) => !known.has(keyOf(document)));
	return [...new Map(others.map((document) => [keyOf(document), { document }])).values()];
}

/** All of them, but what was deleted together with its pupil. */
export function handInsOf(rows: {
	members: readonly MemberRow[];
	received: readonly ReceivedRow[];
	desk: readonly DeskRow[];
}) {
	const emptied = emptiedOf(rows.members);
	const here = rows.received.flatMap(received);
	const all = [...here, ...collected(rows.desk, here)];
	return emptied.size === 0 ? all : all.filter(({ document }) => !emptied.has(document.member.id));
}

/**
 * Of what was received, the hand-ins that the teacher's other devices do not have: no server has
 * them, and no record carries them. None of a pupil whose hand-ins were deleted.
 */
export function uncarried(
	received: readonly ReceivedRow[],
	rows: {
		members: readonly MemberRow[];
		received: readonly ReceivedRow[];
		desk: readonly DeskRow[];
	}
): { of: ReceivedRow['class']; handIn: HandIn }[] {
	const here = received.filter(({ by, document }) => by !== 'server' && document !== undefined);
	if (here.length === 0) return [];
	const there = new Set([
		...rows.desk.flatMap(({ document }) => collectedIn(document)?.id ?? []),
		...rows.received.flatMap(({ id, by }) => (by === 'server' ? id : []))
	]);
	const emptied = emptiedOf(rows.members);
	return here
		.filter(({ id }) => !there.has(id))
		.map(({ class: of, document }) => ({ of, handIn: document as HandIn }))
		.filter(({ handIn }) => !emptied.has(handIn.member.id));
}

/** A member's row, opened as far as it is not. */
export async function openedMember(
	row: MemberRow,
	identity: string
): Promise<{ row: MemberRow; trouble?: Trouble }> {
	if (row.removed || row.opened) return { row };
	try {
		const member = await openMember(row, identity);
		const progress =
			row.progress &&
			(await openProgress({ id: row.id, sealed: row.progress.sealed }, identity).catch(
				// How far a pupil is matters less than who it is.
				() => undefined
			));
		return { row: { ...row, opened: { member, ...(progress && { progress }) } } };
	} catch (cause) {
		return { row, trouble: troubleOf(row.id, cause) };
	}
}

/** Who is in the class. */
export const membersOf = (rows: readonly MemberRow[]): Member[] =>
	rows.flatMap(({ removed, opened }) => (removed || !opened ? [] : (opened.member as Member)));

/** How far each device is, by its id. */
export const progressOf = (rows: readonly MemberRow[]): Map<string, Progress> =>
	new Map(
		rows.flatMap(({ id, removed, opened }) =>
			removed || !opened?.progress ? [] : [[id, opened.progress as Progress] as const]
		)
	);
