/** Documents as they leave a device: made small, sealed, and as base64 for the server. */
import {
	fromBase64,
	fromBase64Url,
	joined,
	textOf,
	toBase64,
	toBase64Url,
	utf8
} from '../bytes.ts';
import type { Bytes, Random } from '../bytes.ts';
import { deflated, inflated } from '../deflate.ts';
import { assignment, type Assignment } from '../documents/assignment.ts';
import { board, type Board } from '../documents/board.ts';
import { desk, type Desk } from '../documents/desk.ts';
import {
	documentError,
	parseDocument,
	printDocument,
	type DocumentOf,
	type Kind
} from '../documents/document.ts';
import { handIn, type HandIn } from '../documents/hand-in.ts';
import { member, progress, type Member, type Progress } from '../documents/member.ts';
import { ClassError } from '../problem.ts';
import { openAsTeacher, sealToClass } from './class-key.ts';
import { openWith, sealWith } from './shared-key.ts';

/** A document made small. @throws ClassError when nobody could read it */
export const packed = async <K extends Kind>(kind: K, document: DocumentOf<K>): Promise<Bytes> =>
	deflated(utf8(printDocument(kind, document)));

/** @throws ClassError with `other`, `newer`, `damaged` or `too-long`; a sentence that names the kind */
export async function unpacked<K extends Kind>(kind: K, bytes: Bytes): Promise<DocumentOf<K>> {
	try {
		// A character takes up to three bytes, or two characters take four.
		return parseDocument(kind, textOf(await inflated(bytes, kind.limit * 3)));
	} catch (cause) {
		if (cause instanceof TypeError) throw documentError('damaged', kind, cause);
		if (!(cause instanceof ClassError)) throw cause;
		if (cause.problem === 'damaged' || cause.problem === 'too-long')
			throw documentError(cause.problem, kind, cause);
		throw cause;
	}
}

function unwritten(kind: Kind, sealed: string): Bytes {
	if (sealed.length > kind.limit * 2 + 1000) throw documentError('too-long', kind);
	const bytes = fromBase64(sealed);
	if (!bytes) throw documentError('damaged', kind);
	return bytes;
}

/** Seals a hand-in, a member or progress for the teacher. @returns base64 */
export const sealForTeacher = async <K extends Kind>(
	kind: K,
	document: DocumentOf<K>,
	publicKey: string
): Promise<string> => toBase64(await sealToClass(publicKey, await packed(kind, document)));

/** @throws ClassError with any problem */
export const openForTeacher = async <K extends Kind>(
	kind: K,
	sealed: string,
	identity: string
): Promise<DocumentOf<K>> => unpacked(kind, await openAsTeacher(identity, unwritten(kind, sealed)));

const notTheSame = (kind: Kind) =>
	new ClassError('not-ours', `This ${kind.name} is not the one that was asked for.`);

/**
 * Opens a hand-in that the server gave out, and holds it against what the server says it is: only a
 * member's own device can put a hand-in there under that member's id.
 *
 * @throws ClassError with any problem; `not-ours` when it speaks of another member, assignment or revision
 */
export async function openHandIn(
	{
		sealed,
		...row
	}: { id: string; member: string; assignment: string; revision: number; sealed: string },
	identity: string
): Promise<HandIn> {
	const document = await openForTeacher(handIn, sealed, identity);
	const { id, member, assignment: of, revision } = document;
	if (
		id === row.id &&
		member.id === row.member &&
		of === row.assignment &&
		revision === row.revision
	)
		return document;
	throw notTheSame(handIn);
}

/** Opens what a member says of itself. @throws ClassError as `openHandIn` */
export async function openMember(
	{ id, sealed }: { id: string; sealed: string },
	identity: string
): Promise<Member> {
	const document = await openForTeacher(member, sealed, identity);
	if (document.id !== id) throw notTheSame(member);
	return document;
}

/** Opens how far a member is. @throws ClassError as `openHandIn` */
export async function openProgress(
	{ id, sealed }: { id: string; sealed: string },
	identity: string
): Promise<Progress> {
	const document = await openForTeacher(progress, sealed, identity);
	if (document.member !== id) throw notTheSame(progress);
	return document;
}

const aboutAssignment = (id: string, revision: number) => `assignment/${id}/${revision}`;

/** Seals an assignment for the members of a class. @returns base64 */
export const sealAssignment = async (
	document: Assignment,
	boardKey: string,
	random: Random
): Promise<string> =>
	toBase64(
		await sealWith(
			boardKey,
			aboutAssignment(document.id, document.revision),
			await packed(assignment, document),
			random
		)
	);

/** @throws ClassError with any problem; `not-ours` also when it is another assignment or revision */
export async function openAssignment(
	sealed: string,
	boardKey: string,
	{ id, revision }: Pick<Assignment, 'id' | 'revision'>
): Promise<Assignment> {
	const bytes = await openWith(
		boardKey,
		aboutAssignment(id, revision),
		unwritten(assignment, sealed)
	);
	const document = await unpacked(assignment, bytes);
	if (document.id !== id || document.revision !== revision) throw notTheSame(assignment);
	return document;
}

/**
 * Seals a record of the teacher's with a key that only the teacher's secret gives: the class's
 * public key would hide it too, but let the server make up records of its own. @returns base64
 */
export const sealDesk = async (document: Desk, deskKey: string, random: Random): Promise<string> =>
	toBase64(await sealWith(deskKey, `desk/${document.id}`, await packed(desk, document), random));

/** @throws ClassError with any problem */
export async function openDesk(sealed: string, deskKey: string, id: string): Promise<Desk> {
	const bytes = await openWith(deskKey, `desk/${id}`, unwritten(desk, sealed));
	const document = await unpacked(desk, bytes);
	if (document.id !== id) throw notTheSame(desk);
	return document;
}

/** Nonce, key and tag. */
const DOOR = 12 + 32 + 16;

/**
 * Seals the board. Before it stands its key, sealed with the key of the door, which comes from the
 * join code: a new code is a new door before the same board, and nobody inside needs the code. @returns base64
 */
export async function sealBoard(
	document: Board,
	keys: { boardKey: string; doorKey: string },
	random: Random
): Promise<string> {
	const key = fromBase64Url(keys.boardKey);
	if (!key) throw new ClassError('damaged', 'This key is not whole.');
	const door = await sealWith(keys.doorKey, `door/${document.class}`, key, random);
	const bytes = await packed(board, document);
	return toBase64(
		joined(door, await sealWith(keys.boardKey, `board/${document.class}`, bytes, random))
	);
}

/** Opens the board from inside. @throws ClassError with any problem */
export async function openBoard(sealed: string, boardKey: string, id: string): Promise<Board> {
	const bytes = unwritten(board, sealed).slice(DOOR);
	const document = await unpacked(board, await openWith(boardKey, `board/${id}`, bytes));
	if (document.class !== id) throw notTheSame(board);
	return document;
}

/** Opens the board from outside, and gives its key, which the device keeps. @throws ClassError with any problem */
export async function openDoor(
	sealed: string,
	doorKey: string,
	id: string
): Promise<{ boardKey: string; board: Board }> {
	const door = unwritten(board, sealed).slice(0, DOOR);
	const boardKey = toBase64Url(await openWith(doorKey, `door/${id}`, door));
	return { boardKey, board: await openBoard(sealed, boardKey, id) };
}
