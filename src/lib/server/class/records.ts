/** Assignments, hand-ins and the teacher's own records: each is added once and stays as it is. */
import type {
	AssignmentBody,
	AssignmentsAnswer,
	DeskAnswer,
	DeskBody,
	HandInBody,
	HandInsAnswer
} from '../../class/api.ts';
import type { Batch, Reader } from './batch.ts';
import { ROW_BYTES } from './limits.ts';
import { pageOf } from './page.ts';
import { Problem } from './problem.ts';
import { asMember, readAsAnyone, readAsTeacher, taughtBy, type Caller } from './roles.ts';
import { again, bodyHash, stored, type Stored } from './stored.ts';
import type { ClassRow, RecordKind, RecordRow } from './tables.ts';

type Fresh = Pick<RecordRow, 'kind' | 'id' | 'version' | 'sealed'> &
	Partial<Pick<RecordRow, 'member' | 'assignment' | 'revision'>>;

const COUNTER = { assignment: 'assignments', 'hand-in': 'hand_ins', desk: 'desk' } as const;
const LIMIT = { assignment: 'assignments', 'hand-in': 'handIns', desk: 'desk' } as const;

/** Adds a record that its writer may add. */
async function put(batch: Batch, row: ClassRow, body: object, fresh: Fresh): Promise<Stored> {
	const { kind, id, version, sealed } = fresh;
	const hash = bodyHash(body);
	const before = await batch.db
		.selectFrom('records')
		.select(['body_hash', 'received'])
		.where('class', '=', row.id)
		.where('kind', '=', kind)
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	if (before) return again(id, sealed, before.received, { was: before.body_hash, is: hash });
	if (row[COUNTER[kind]] >= batch.limits[LIMIT[kind]]) throw new Problem('class-full');
	if (fresh.member) await requireRoomOf(batch, row, fresh.member);
	batch.take(row, sealed.length + ROW_BYTES);
	row[COUNTER[kind]] += 1;
	row.clock += 1;
	await batch.db
		.insertInto('records')
		.values({
			class: row.id,
			arrival: row.clock,
			member: '',
			assignment: '',
			revision: 0,
			...fresh,
			body_hash: hash,
			received: batch.now
		})
		.execute();
	return stored(id, sealed, batch.now, true);
}

/** One member cannot fill the class. */
async function requireRoomOf(batch: Batch, row: ClassRow, member: string) {
	const { rows } = await batch.db
		.selectFrom('records')
		.select(({ fn }) => fn.countAll<number>().as('rows'))
		.where('class', '=', row.id)
		.where('member', '=', member)
		.executeTakeFirstOrThrow();
	if (rows >= batch.limits.handInsEach) throw new Problem('class-full');
}

export async function putAssignment(
	batch: Batch,
	classId: string,
	id: string,
	caller: Caller,
	body: AssignmentBody
): Promise<Stored> {
	const row = taughtBy(await batch.class(classId), caller);
	const { revision: version, sealed } = body;
	return put(batch, row, body, { kind: 'assignment', id, version, sealed });
}

/** The assignment may be one that the server has never seen: a link can carry it too. */
export async function putHandIn(
	batch: Batch,
	classId: string,
	id: string,
	caller: Caller,
	body: HandInBody
): Promise<Stored> {
	const row = await batch.class(classId);
	await asMember(batch, row, body.member, caller);
	if (!row) throw new Problem('not-found');
	return put(batch, row, body, { kind: 'hand-in', id, version: 0, ...body });
}

export async function putDesk(
	batch: Batch,
	classId: string,
	id: string,
	caller: Caller,
	body: DeskBody
): Promise<Stored> {
	const row = taughtBy(await batch.class(classId), caller);
	return put(batch, row, body, { kind: 'desk', id, version: 0, ...body });
}

/** Deletes the hand-ins of one member, also those that a teacher's device took in. */
export async function dropHandIns(batch: Batch, row: ClassRow, member: string): Promise<void> {
	const theirs = await batch.db
		.selectFrom('records')
		.select(({ fn }) => ['kind', fn<number>('length', ['sealed']).as('size')])
		.where('class', '=', row.id)
		.where('member', '=', member)
		.execute();
	const bytes = theirs.reduce((sum, { size }) => sum + size + ROW_BYTES, 0);
	batch.take(row, -bytes);
	for (const { kind } of theirs) row[COUNTER[kind]] -= 1;
	await batch.db
		.deleteFrom('records')
		.where('class', '=', row.id)
		.where('member', '=', member)
		.execute();
}

/** The records of one kind that arrived after `after`. */
async function list(reader: Reader, classId: string, kind: RecordKind, after: number) {
	const arrived = reader.db
		.selectFrom('records')
		.where('class', '=', classId)
		.where('kind', '=', kind)
		.where('arrival', '>', after)
		.orderBy('arrival');
	const { last, more } = await pageOf(after, (limit) =>
		arrived
			.select(({ fn }) => ['arrival as at', fn<number>('length', ['sealed']).as('size')])
			.limit(limit)
			.execute()
	);
	const rows = await arrived.where('arrival', '<=', last).selectAll().execute();
	return { rows, next: last, more };
}

export async function listAssignments(
	reader: Reader,
	classId: string,
	caller: Caller,
	after: number
): Promise<AssignmentsAnswer> {
	await readAsAnyone(reader, classId, caller);
	const { rows, ...page } = await list(reader, classId, 'assignment', after);
	const entries = rows.map(({ id, version, sealed, received }) => ({
		id,
		revision: version,
		sealed,
		received
	}));
	return { entries, ...page };
}

export async function listHandIns(
	reader: Reader,
	classId: string,
	caller: Caller,
	after: number
): Promise<HandInsAnswer> {
	await readAsTeacher(reader, classId, caller);
	const { rows, ...page } = await list(reader, classId, 'hand-in', after);
	const entries = rows.map(({ id, member, assignment, revision, sealed, received }) => ({
		id,
		member,
		assignment,
		revision,
		sealed,
		received
	}));
	return { entries, ...page };
}

export async function listDesk(
	reader: Reader,
	classId: string,
	caller: Caller,
	after: number
): Promise<DeskAnswer> {
	await readAsTeacher(reader, classId, caller);
	const { rows, ...page } = await list(reader, classId, 'desk', after);
	const entries = rows.map(({ id, sealed, received }) => ({ id, sealed, received }));
	return { entries, ...page };
}
