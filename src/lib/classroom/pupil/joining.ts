/** How a pupil's device comes into a class: through the door with a code, or by an assignment that was handed over. */
import { member } from '../../class/documents/member.ts';
import type { Assignment } from '../../class/documents/assignment.ts';
import type { Board } from '../../class/documents/board.ts';
import { newId } from '../../class/ids.ts';
import { joinKeys, readJoinCode } from '../../class/join-code.ts';
import { openDoor, sealForTeacher } from '../../class/seal/documents.ts';
import { hashOf, newSecret } from '../../class/secrets.ts';
import type { Random } from '../../class/bytes.ts';
import type { MemberBody } from '../../class/api.ts';
import { CallError, type ClassClient } from '../client.ts';
import type { Classroom } from '../database.ts';
import type { Membership } from '../rows.ts';

/** A class whose door a code has opened. */
export interface Door {
	class: string;
	publicKey: string;
	board: Board;
	boardKey: string;
	/** The join token. */
	token: string;
	locked: boolean;
	expires: number;
}

/** What a device brings along. */
export interface Device {
	/** Milliseconds since 1970. */
	now: () => number;
	/** A cryptographic source. */
	random: Random;
	/** Which build of the app this is. */
	app: string;
}

// The server answers both alike, so that nobody can try codes and learn which classes there were.
const WRONG_CODE =
	'No class opens with this code: either it is not the one that your teacher shows now, so compare the two, or the class has ended, so ask your teacher for a new code.';
const LOCKED =
	'The teacher has locked joining for this class; ask to have it opened, then try again.';
const REMOVED = 'The teacher has removed this device from the class; join anew.';

/** What went wrong with joining, as one sentence. */
export function joiningProblem(error: unknown): string {
	if (!(error instanceof Error)) return 'Joining did not succeed; try again.';
	if (error instanceof CallError) {
		if (error.code === 'not-found') return WRONG_CODE;
		if (error.code === 'joining-locked') return LOCKED;
		if (error.code === 'removed') return REMOVED;
	}
	return error.message;
}

/**
 * Opens the door of a class.
 *
 * @param typed the code as it was typed, or a join link
 * @throws ClassError when it is no code; CallError
 */
export async function openedDoor(client: ClassClient, typed: string): Promise<Door> {
	const { token, doorKey } = await joinKeys(readJoinCode(typed));
	const found = await client.join(token);
	if (found.locked) throw new CallError('refused', { code: 'joining-locked', detail: LOCKED });
	const { boardKey, board } = await openDoor(found.board, doorKey, found.class);
	const { class: id, publicKey, locked, expires } = found;
	return { class: id, publicKey, board, boardKey, token, locked, expires };
}

/** A membership that is about to be: asked for again, it is the same one. */
export interface Joining {
	row: Membership;
	body: MemberBody;
}

/** @param before a place under the same class that the device has without a server, to be kept */
export async function prepareJoining(
	door: Door,
	name: string,
	{ now, random, app }: Device,
	before?: Membership
): Promise<Joining> {
	const row: Membership = {
		v: 1,
		id: before?.id ?? newId(now(), random),
		secret: before?.secret ?? newSecret(random),
		class: door.class,
		className: door.board.name,
		name,
		publicKey: door.publicKey,
		boardKey: door.boardKey,
		joined: now(),
		standing: 'in',
		expires: door.expires,
		cursor: 0,
		sequence: 0
	};
	const { id, joined } = row;
	const document = {
		type: member.type,
		version: 1,
		id,
		class: door.class,
		name,
		joined,
		app
	} as const;
	const sealed = await sealForTeacher(member, document, door.publicKey);
	return { row, body: { secretHash: await hashOf(row.secret), sealed } };
}

/** Joins, and keeps that. May be done again when an answer was lost. @throws CallError, StorageError */
export async function join(
	{ row, body }: Joining,
	door: Door,
	client: ClassClient,
	classroom: Pick<Classroom, 'put'>
): Promise<void> {
	await client.putMember(door.class, row.id, door.token, body);
	await classroom.put('memberships', row);
}

/** The place that a device has for an assignment which was handed over. */
export const placeFor = (
	{ class: id, publicKey }: Assignment,
	memberships: readonly Membership[]
): Membership | undefined =>
	memberships.find(
		(each) =>
			each.standing !== 'out' &&
			(id === undefined ? each.class === '' && each.publicKey === publicKey : each.class === id)
	);

/** A place without a server. */
export const newPlace = (
	{ class: id = '', className = '', publicKey }: Assignment,
	name: string,
	{ now, random }: Device
): Membership => ({
	v: 1,
	id: newId(now(), random),
	secret: newSecret(random),
	class: id,
	className,
	name,
	...(publicKey && { publicKey }),
	joined: now(),
	standing: 'no-server',
	cursor: 0,
	sequence: 0
});

/** Keeps an assignment that was handed over. One with the same revision that is here already stands. */
export async function keepAssignment(
	document: Assignment,
	membership: Membership,
	classroom: Classroom,
	now: number
): Promise<void> {
	const { id, revision } = document;
	await classroom.put('memberships', membership);
	await classroom.change('given', [membership.id, id, revision], (before) =>
		before ? undefined : { v: 1, membership: membership.id, id, revision, document, received: now }
	);
}
