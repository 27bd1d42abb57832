/** The members of a class: devices that have joined it, each with its own secret. */
import type { MemberBody, MembersAnswer, ProgressBody, PurgeBody } from '../../class/api.ts';
import type { Batch, Reader } from './batch.ts';
import { ROW_BYTES } from './limits.ts';
import { pageOf, type Listed } from './page.ts';
import { Problem } from './problem.ts';
import { dropHandIns } from './records.ts';
import { asMember, joinedBy, readAsTeacher, taughtBy, type Caller } from './roles.ts';
import { sameHash } from './secrets.ts';
import { again, bodyHash, stored, type Stored } from './stored.ts';
import type { ClassRow, MemberRow } from './tables.ts';

type HandIns = PurgeBody['handIns'];

const find = ({ db }: Batch, row: ClassRow, id: string) =>
	db
		.selectFrom('members')
		.selectAll()
		.where('class', '=', row.id)
		.where('id', '=', id)
		.executeTakeFirst();

/** Joins a class. */
export async function putMember(
	batch: Batch,
	classId: string,
	id: string,
	caller: Caller,
	body: MemberBody
): Promise<Stored> {
	const row = joinedBy(await batch.class(classId), caller);
	const hash = bodyHash(body);
	const before = await find(batch, row, id);
	if (before?.removed) throw new Problem('removed');
	if (before) return again(id, body.sealed, before.joined, { was: before.body_hash, is: hash });
	if (row.locked) throw new Problem('joining-locked');
	if (row.members >= batch.limits.members) throw new Problem('class-full');
	batch.take(row, body.sealed.length + ROW_BYTES);
	row.members += 1;
	row.clock += 1;
	await batch.db
		.insertInto('members')
		.values({
			class: classId,
			id,
			secret_hash: body.secretHash,
			sealed: body.sealed,
			body_hash: hash,
			joined: batch.now,
			changed: row.clock,
			removed: 0,
			progress: '',
			progress_sequence: 0
		})
		.execute();
	return stored(id, body.sealed, batch.now, true);
}

/** Where a member is; what is older than what is known changes nothing. */
export async function putProgress(
	batch: Batch,
	classId: string,
	id: string,
	caller: Caller,
	{ sequence, sealed }: ProgressBody
): Promise<void> {
	const row = await batch.class(classId);
	const member = await asMember(batch, row, id, caller);
	if (!row || sequence <= member.progress_sequence) return;
	batch.take(row, sealed.length - member.progress.length);
	row.clock += 1;
	await batch.db
		.updateTable('members')
		.set({ progress: sealed, progress_sequence: sequence, changed: row.clock })
		.where('class', '=', classId)
		.where('id', '=', id)
		.execute();
}

/** Removes a member: by the teacher, or by the member, who leaves and cannot take hand-ins back. */
export async function deleteMember(
	batch: Batch,
	classId: string,
	id: string,
	caller: Caller,
	handIns: HandIns
): Promise<void> {
	const row = await batch.class(classId);
	if (!row) throw new Problem('not-found');
	const isTeacher = sameHash(row.teacher_hash, caller);
	if (!isTeacher) await asMember(batch, row, id, caller);
	if (!isTeacher && handIns === 'delete') throw new Problem('not-found');
	const member = await find(batch, row, id);
	if (!member) throw new Problem('not-found');
	await remove(batch, row, member, handIns);
}

/** Removes many members at once, for example after a flood of invented ones. Unknown ids are passed over. */
export async function purgeMembers(
	batch: Batch,
	classId: string,
	caller: Caller,
	{ ids, handIns }: PurgeBody
): Promise<void> {
	const row = taughtBy(await batch.class(classId), caller);
	const members = await batch.db
		.selectFrom('members')
		.selectAll()
		.where('class', '=', classId)
		.where('id', 'in', ids)
		.execute();
	for (const member of members) await remove(batch, row, member, handIns);
}

/** What is left says only that this id was here. */
async function remove(batch: Batch, row: ClassRow, member: MemberRow, handIns: HandIns) {
	const removed = handIns === 'delete' ? 2 : 1;
	if (removed === 2) await dropHandIns(batch, row, member.id);
	if (member.removed >= removed) return;
	if (!member.removed) {
		batch.take(row, -(member.sealed.length + member.progress.length));
		row.members -= 1;
	}
	row.clock += 1;
	await batch.db
		.updateTable('members')
		.set({ removed, secret_hash: '', sealed: '', body_hash: '', progress: '' })
		.set({ changed: row.clock })
		.where('class', '=', row.id)
		.where('id', '=', member.id)
		.execute();
}

/** The members who joined, moved on or were removed after `after`. */
export async function listMembers(
	reader: Reader,
	classId: string,
	caller: Caller,
	after: number
): Promise<MembersAnswer> {
	await readAsTeacher(reader, classId, caller);
	const changed = reader.db
		.selectFrom('members')
		.where('class', '=', classId)
		.where('changed', '>', after)
		.orderBy('changed');
	const { last, more } = await pageOf(after, (limit) =>
		changed
			.select(({ fn }) => [
				'changed as at',
				fn<number>('length', ['sealed']).as('one'),
				fn<number>('length', ['progress']).as('other')
			])
			.limit(limit)
			.execute()
			.then((rows) => rows.map(({ at, one, other }): Listed => ({ at, size: one + other })))
	);
	const rows = await changed.where('changed', '<=', last).selectAll().execute();
	return { entries: rows.map(entry), next: last, more };
}

const entry = (row: MemberRow): MembersAnswer['entries'][number] => ({
	id: row.id,
	joined: row.joined,
	removed: row.removed > 0,
	...(row.removed === 2 && { emptied: true }),
	sealed: row.sealed,
	progress: row.progress ? { sequence: row.progress_sequence, sealed: row.progress } : null
});
