/** Who may do what. Whoever may not is told the same as if there were nothing. */
import type { Reader } from './batch.ts';
import { Problem } from './problem.ts';
import { sameHash } from './secrets.ts';
import type { ClassRow, MemberRow } from './tables.ts';

/** Who asks: SHA-256 of the bearer token. */
export type Caller = string;

/**
 * @returns the class, when the caller is its teacher
 * @throws Problem not-found
 */
export function taughtBy(row: ClassRow | undefined, caller: Caller): ClassRow {
	if (!row || !sameHash(row.teacher_hash, caller)) throw new Problem('not-found');
	return row;
}

/**
 * @returns the class, when the caller has its join code
 * @throws Problem not-found
 */
export function joinedBy(row: ClassRow | undefined, caller: Caller): ClassRow {
	if (!row || !sameHash(row.join_hash, caller)) throw new Problem('not-found');
	return row;
}

/** The class as it is; nothing when there is none or it has ended. */
export const readClass = ({ db, now }: Reader, id: string): Promise<ClassRow | undefined> =>
	db
		.selectFrom('classes')
		.selectAll()
		.where('id', '=', id)
		.where('expires', '>', now)
		.executeTakeFirst();

/** The class, for its teacher alone. */
export const readAsTeacher = async (
	reader: Reader,
	id: string,
	caller: Caller
): Promise<ClassRow> => taughtBy(await readClass(reader, id), caller);

/** The class, for its teacher and its members. */
export async function readAsAnyone(reader: Reader, id: string, caller: Caller): Promise<ClassRow> {
	const row = await readClass(reader, id);
	if (row && !sameHash(row.teacher_hash, caller)) {
		const member = await reader.db
			.selectFrom('members')
			.select('secret_hash')
			.where('class', '=', id)
			.where('secret_hash', '=', caller)
			.where('removed', '=', 0)
			.executeTakeFirst();
		if (!member || !sameHash(member.secret_hash, caller)) throw new Problem('not-found');
	}
	if (!row) throw new Problem('not-found');
	return row;
}

/**
 * @returns the member, when the caller is that very one and has not been removed
 * @throws Problem not-found
 */
export async function asMember(
	{ db }: Reader,
	row: ClassRow | undefined,
	id: string,
	caller: Caller
): Promise<MemberRow> {
	const member =
		row &&
		(await db
			.selectFrom('members')
			.selectAll()
			.where('class', '=', row.id)
			.where('id', '=', id)
			.where('removed', '=', 0)
			.executeTakeFirst());
	if (!member || !sameHash(member.secret_hash, caller)) throw new Problem('not-found');
	return member;
}
