/** A class: made by its teacher's browser, changed at its door, ended by the teacher or by its day. */
import {
	DAY,
	DEFAULT_DAYS,
	LONGEST_DAYS,
	type ClassAnswer,
	type ClassBody,
	type DoorBody,
	type JoinAnswer
} from '../../class/api.ts';
import type { Batch, Reader } from './batch.ts';
import { ROW_BYTES } from './limits.ts';
import { Problem } from './problem.ts';
import { joinedBy, readAsAnyone, taughtBy, type Caller } from './roles.ts';
import { again, bodyHash, stored, type Stored } from './stored.ts';
import type { ClassRow } from './tables.ts';

const answer = (row: ClassRow): ClassAnswer => ({
	publicKey: row.public_key,
	board: row.board,
	locked: row.locked === 1,
	expires: row.expires,
	sequence: row.door_sequence
});

function requireDay(expires: number, now: number) {
	if (expires <= now || expires > now + LONGEST_DAYS * DAY)
		throw new Problem(
			'bad-request',
			`expires: choose a time within the next ${LONGEST_DAYS} days.`
		);
}

/** Makes room for ids and join codes of classes that have ended and are not swept yet. */
const sweepOf = ({ db, now }: Batch, id: string, joinHash: string) =>
	db
		.deleteFrom('classes')
		.where('expires', '<=', now)
		.where((where) => where.or([where('id', '=', id), where('join_hash', '=', joinHash)]))
		.execute();

/** Makes a class; whoever makes it is its teacher. */
export async function putClass(
	batch: Batch,
	id: string,
	caller: Caller,
	body: ClassBody
): Promise<Stored> {
	const hash = bodyHash(body);
	const before = await batch.class(id);
	if (before) return sameClass(before, caller, body, hash);

	const expires = body.expires ?? batch.now + DEFAULT_DAYS * DAY;
	requireDay(expires, batch.now);
	await sweepOf(batch, id, body.joinHash);
	const { numInsertedOrUpdatedRows: rows } = await batch.db
		.insertInto('classes')
		.values({
			id,
			teacher_hash: caller,
			join_hash: body.joinHash,
			public_key: body.publicKey,
			board: body.board,
			door_sequence: 0,
			locked: 0,
			expires,
			created: batch.now,
			body_hash: hash,
			door_hash: '',
			clock: 0,
			members: 0,
			assignments: 0,
			hand_ins: 0,
			desk: 0,
			bytes: body.board.length + ROW_BYTES
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	if (rows) return stored(id, body.board, batch.now, true);

	// Another process has made the same class just now, or another class has the join code.
	const meanwhile = await batch.class(id);
	if (meanwhile) return sameClass(meanwhile, caller, body, hash);
	throw new Problem('join-code-taken');
}

const sameClass = (row: ClassRow, caller: Caller, body: ClassBody, hash: string) =>
	again(taughtBy(row, caller).id, body.board, row.created, { was: row.body_hash, is: hash });

/** Locks or unlocks joining, changes the code, the board or the last day. */
export async function putDoor(
	batch: Batch,
	id: string,
	caller: Caller,
	body: DoorBody
): Promise<ClassAnswer> {
	const row = taughtBy(await batch.class(id), caller);
	const hash = bodyHash(body);
	if (body.sequence < row.door_sequence) throw new Problem('outdated');
	if (body.sequence === row.door_sequence) {
		if (hash !== row.door_hash) throw new Problem('conflict');
		return answer(row);
	}
	requireDay(body.expires, batch.now);
	await requireFreeCode(batch, id, body.joinHash);
	batch.take(row, body.board.length - row.board.length);
	row.locked = body.locked ? 1 : 0;
	row.join_hash = body.joinHash;
	row.board = body.board;
	row.expires = body.expires;
	row.door_sequence = body.sequence;
	row.door_hash = hash;
	row.clock += 1;
	// At once, so that the next write of this batch finds the code taken.
	await batch.db
		.updateTable('classes')
		.set({ join_hash: row.join_hash })
		.where('id', '=', id)
		.execute();
	return answer(row);
}

async function requireFreeCode(batch: Batch, id: string, joinHash: string) {
	await sweepOf(batch, '', joinHash);
	const other = await batch.db
		.selectFrom('classes')
		.select('id')
		.where('join_hash', '=', joinHash)
		.where('id', '!=', id)
		.executeTakeFirst();
	if (other) throw new Problem('join-code-taken');
}

export const getClass = async (reader: Reader, id: string, caller: Caller): Promise<ClassAnswer> =>
	answer(await readAsAnyone(reader, id, caller));

/** The class to which the caller has the join code. */
export async function getJoin({ db, now }: Reader, caller: Caller): Promise<JoinAnswer> {
	const row = await db
		.selectFrom('classes')
		.selectAll()
		.where('join_hash', '=', caller)
		.where('expires', '>', now)
		.executeTakeFirst();
	const { id, ...found } = joinedBy(row, caller);
	return { class: id, ...answer({ id, ...found }) };
}

/** Ends a class: everything of it goes. */
export async function deleteClass(batch: Batch, id: string, caller: Caller): Promise<void> {
	taughtBy(await batch.class(id), caller);
	await batch.db.deleteFrom('classes').where('id', '=', id).execute();
	batch.forget(id);
}

/** Removes every class whose day has come; several processes may do so at once. */
export async function sweep(batch: Batch): Promise<void> {
	await batch.db.deleteFrom('classes').where('expires', '<=', batch.now).execute();
}
