/** The rows of a class on this device, and what the server has that this device does not. */
import type { Assignment } from '../../class/documents/assignment.ts';
import { desk as deskKind, type Desk } from '../../class/documents/desk.ts';
import { openAssignment, openDesk } from '../../class/seal/documents.ts';
import { ClassError } from '../../class/problem.ts';
import type { TeacherKeys } from '../../class/secrets.ts';
import { readOn, type ClassClient } from '../client.ts';
import { classroom, StorageError } from '../database.ts';
import type { DeskRow, MemberRow, Received, SetAssignment, TaughtClass } from '../rows.ts';
import { deskRead } from '../teach/desk-records.ts';
import { keepMembers } from '../teach/emptied.ts';
import { keepEdit, keepFromServer } from '../teach/revisions.ts';
import { openedMember, receivedRow, triedAgain, type Trouble } from './opened.ts';
import { inSlices } from './slices.ts';

/** Everything that is known of a class. */
export interface Rows {
	assignments: SetAssignment[];
	desk: DeskRow[];
	members: MemberRow[];
	received: Received[];
}

/** What was read, and what of it could not be opened. */
export interface Read {
	rows: Rows;
	troubles: Trouble[];
}

type Told = (done: number, of: number) => void;

/** Opens rows as far as they are not; those opened newly are worth keeping. */
async function opened(
	{ members, received }: Pick<Rows, 'members' | 'received'>,
	{ identity }: TeacherKeys,
	told: Told
) {
	const of = members.length + received.length;
	const people = await inSlices(
		members,
		(row) => openedMember(row, identity),
		(done) => {
			told(done, of);
		}
	);
	const work = await inSlices(
		received,
		(row) => triedAgain(row, identity),
		(done) => {
			told(members.length + done, of);
		}
	);
	return {
		members: people.map(({ row }) => row),
		received: work.map(({ row }) => row),
		troubles: [...people, ...work].flatMap(({ trouble }) => trouble ?? [])
	};
}

/** Reads what this device keeps of a class. @throws StorageError */
export async function kept(of: string, keys: TeacherKeys, told: Told): Promise<Read> {
	const [assignments, desk, members, received] = await Promise.all([
		classroom.allOf('assignments', 'class', of),
		classroom.allOf('desk', 'class', of),
		classroom.allOf('members', 'class', of),
		classroom.allOf('received', 'class', of)
	]);
	const { troubles, ...rest } = await opened({ members, received }, keys, told);
	const fresh = {
		members: rest.members.filter((row) => !members.includes(row)),
		received: rest.received.filter((row) => !received.includes(row))
	};
	if (fresh.members.length + fresh.received.length > 0) await keep(of, fresh);
	return { rows: { assignments, desk, ...rest }, troubles };
}

/** Passes over what cannot be opened, and says so. */
async function each<Entry, Row>(
	entries: readonly (Entry & { id: string })[],
	open: (entry: Entry & { id: string }) => Promise<Row>,
	troubles: Trouble[]
): Promise<Row[]> {
	const rows = await inSlices(entries, async (entry) => {
		try {
			return [await open(entry)];
		} catch (cause) {
			if (!(cause instanceof ClassError)) throw cause;
			troubles.push({ id: entry.id, sentence: cause.message });
			return [];
		}
	});
	return rows.flat();
}

export interface News extends Read {
	cursors: TaughtClass['cursors'];
	/** Opens those who joined or went on, after what was handed in: marks need only the latter. */
	people: () => Promise<{ members: MemberRow[]; troubles: Trouble[] }>;
}

/**
 * Asks the server for what came since.
 *
 * @param set told what is newly set, before what was handed in is opened
 * @throws CallError
 */
export async function news(
	client: ClassClient,
	taught: Pick<TaughtClass, 'id' | 'cursors' | 'deskVersion'>,
	keys: TeacherKeys,
	told: Told,
	set: (assignments: readonly Assignment[]) => void
): Promise<News> {
	const { token, boardKey, deskKey, identity } = keys;
	const { id, cursors } = taught;
	const [assignments, members, handIns, desk] = await Promise.all([
		readOn(cursors.assignments, (at) => client.assignments(id, token, at)),
		readOn(cursors.members, (at) => client.members(id, token, at)),
		readOn(cursors.handIns, (at) => client.handIns(id, token, at)),
		readOn(deskRead(taught), (at) => client.desk(id, token, at))
	]);
	const troubles: Trouble[] = [];
	const given = await each(
		assignments.entries,
		async ({ id: assignment, revision, sealed }): Promise<SetAssignment> => {
			const document = await openAssignment(sealed, boardKey, { id: assignment, revision });
			return { v: 1, class: id, id: assignment, revision, document, sent: true };
		},
		troubles
	);
	set(given.map(({ document }) => document));
	const decided = await each(
		desk.entries,
		async ({ id: record, sealed }): Promise<DeskRow> => {
			const document: Desk = await openDesk(sealed, deskKey, record);
			return { v: 1, class: id, id: record, document, sent: true };
		},
		troubles
	);
	const people = members.entries.map((entry): MemberRow => ({ v: 1, class: id, ...entry }));
	const work = await inSlices(
		handIns.entries,
		(entry) => receivedRow(id, entry, identity),
		(done) => {
			told(done, handIns.entries.length);
		}
	);
	return {
		rows: {
			assignments: given,
			desk: decided,
			members: [],
			received: work.map(({ row }) => row)
		},
		troubles: [...troubles, ...work.flatMap(({ trouble }) => trouble ?? [])],
		people: () => opened({ members: people, received: [] }, keys, told),
		cursors: {
			assignments: assignments.next,
			members: members.next,
			handIns: handIns.next,
			desk: desk.next
		}
	};
}

/** Rows by their key, later ones over earlier ones. */
function over<Row>(
	before: readonly Row[],
	after: readonly Row[],
	key: (row: Row) => string
): Row[] {
	if (after.length === 0) return [...before];
	return [...new Map([...before, ...after].map((row) => [key(row), row])).values()];
}

/** Hand-ins by their ids; one that came twice with two contents stays twice, so that the gradebook can say so. */
function handInsOver(before: readonly Received[], after: readonly Received[]): Received[] {
	const ids = new Set<string>();
	const again = new Set<string>();
	for (const { id } of [...before, ...after]) (ids.has(id) ? again : ids).add(id);
	return over(before, after, ({ id, document }) =>
		again.has(id) ? `${id} ${JSON.stringify(document)}` : id
	);
}

/** What is known, with what came. A hand-in that the server has is known by the server's time. */
export const together = (before: Rows, after: Rows): Rows => ({
	assignments: over(
		before.assignments,
		after.assignments,
		({ id, revision }) => `${id}/${revision}`
	),
	desk: over(before.desk, after.desk, ({ id }) => id),
	members: over(before.members, after.members, ({ id }) => id),
	received: handInsOver(before.received, after.received)
});

/**
 * Keeps rows, and how far the server's lists were read, all or nothing.
 *
 * @returns a sentence for the teacher when they could not be kept
 */
export async function keep(
	of: string,
	rows: Partial<Rows>,
	cursors?: TaughtClass['cursors']
): Promise<string> {
	const stores = ['assignments', 'desk', 'members', 'received', 'classes'] as const;
	try {
		await classroom.write([...stores], async (transaction) => {
			const { assignments = [], desk = [], members = [], received = [] } = rows;
			await Promise.all([
				...desk.map((row) => transaction.objectStore('desk').put(row)),
				...received.map((row) => transaction.objectStore('received').put(row))
			]);
			const set = transaction.objectStore('assignments');
			await keepFromServer(
				set,
				assignments.filter(({ sent }) => sent)
			);
			for (const row of assignments) if (!row.sent) await keepEdit(set, row);
			await keepMembers(transaction, of, members);
			const known = transaction.objectStore('classes');
			const row = cursors && (await known.get(of));
			if (row) await known.put({ ...row, cursors, deskVersion: deskKind.version });
		});
		return '';
	} catch (cause) {
		if (cause instanceof StorageError) return cause.message;
		throw cause;
	}
}
