/** The teacher's records on their way between this device and the server. */
import { SEALED_LIMITS, type DeskBody } from '../../class/api.ts';
import type { Random } from '../../class/bytes.ts';
import { collectedIn, desk, type Desk } from '../../class/documents/desk.ts';
import { sealDesk } from '../../class/seal/documents.ts';
import type { TaughtClass } from '../rows.ts';

/** A record as the server takes it. */
export async function deskBody(document: Desk, deskKey: string, random: Random): Promise<DeskBody> {
	const sealed = await sealDesk(document, deskKey, random);
	const member = collectedIn(document)?.member.id;
	return { sealed, ...(member !== undefined && { member }) };
}

/** Whether the server takes a record: a hand-in may be longer than any record it keeps. */
export const fitsDesk = ({ sealed }: DeskBody): boolean => sealed.length <= SEALED_LIMITS.desk;

/** From where to read the desk: from its beginning where this app knows records that the last did not. */
export const deskRead = ({
	cursors,
	deskVersion = 1
}: Pick<TaughtClass, 'cursors' | 'deskVersion'>): number =>
	deskVersion < desk.version ? 0 : cursors.desk;
