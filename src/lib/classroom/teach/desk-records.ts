/** The teacher's records on their way between this device and the server. */
import { SEALED_LIMITS, type DeskBody } from '../../class/api.ts';
import type { Random } from '../../class/bytes.ts';
import { collectedIn, desk, type Desk } from '../../class/documents/desk.ts';
import { sealDesk } from '../../class/seal/documents.ts';
import type { TeacherKeys } from '../../class/secrets.ts';
import { CallError, type ClassClient } from '../client.ts';
import type { DeskRow, TaughtClass } from '../rows.ts';

/** The row of a record that this device made, and no server has yet. */
export const recordRow = (of: string, document: Desk): DeskRow => ({
	v: 1,
	class: of,
	id: document.id,
	document,
	sent: false
});

/** A record as the server takes it. */
export async function deskBody(document: Desk, deskKey: string, random: Random): Promise<DeskBody> {
	const sealed = await sealDesk(document, deskKey, random);
	const member = collectedIn(document)?.member.id;
	return { sealed, ...(member !== undefined && { member }) };
}

/**
 * Gives a record to the server.
 *
 * @returns the row, as sent @throws CallError
 */
export async function sendDesk(
	row: DeskRow,
	client: Pick<ClassClient, 'putDesk'>,
	{ token, deskKey }: Pick<TeacherKeys, 'token' | 'deskKey'>,
	random: Random
): Promise<DeskRow> {
	const body = await deskBody(row.document, deskKey, random);
	try {
		await client.putDesk(row.class, row.id, token, body);
	} catch (cause) {
		// A seal differs each time: what is there already under the same id is ours, its answer lost.
		if (!(cause instanceof CallError && cause.code === 'conflict')) throw cause;
	}
	return { ...row, sent: true };
}

/** Whether the server takes a record: a hand-in may be longer than any record it keeps. */
export const fitsDesk = ({ sealed }: DeskBody): boolean => sealed.length <= SEALED_LIMITS.desk;

/** From where to read the desk: from its beginning where this app knows records that the last did not. */
export const deskRead = ({
	cursors,
	deskVersion = 1
}: Pick<TaughtClass, 'cursors' | 'deskVersion'>): number =>
	deskVersion < desk.version ? 0 : cursors.desk;
