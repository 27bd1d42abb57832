/** Making a class, and opening it on another device by its teacher link. */
import { DAY } from '../../class/api.ts';
import type { Random } from '../../class/bytes.ts';
import type { Board } from '../../class/documents/board.ts';
import { newId } from '../../class/ids.ts';
import { joinKeys, newJoinCode } from '../../class/join-code.ts';
import { publicKeyOf } from '../../class/seal/class-key.ts';
import { openBoard, sealBoard } from '../../class/seal/documents.ts';
import {
	hashOf,
	newSecret,
	teacherKeys,
	type TeacherKeys,
	type TeacherLink
} from '../../class/secrets.ts';
import { CallError, type ClassClient } from '../client.ts';
import type { TaughtClass } from '../rows.ts';

/** What the teacher says of a new class. */
export interface Wanted {
	name: string;
	naming: Board['naming'];
	/** After so many days it ends by itself. */
	days: number;
}

export interface Around {
	client: ClassClient;
	/** A cryptographic source. */
	random: Random;
	/** In milliseconds since 1970, UTC. */
	now: number;
}

const NOTHING_READ = { members: 0, assignments: 0, handIns: 0, desk: 0 };

export const boardOf = ({
	id,
	name,
	naming
}: Pick<TaughtClass, 'id' | 'name' | 'naming'>): Board => ({
	type: 'who-says-what/board',
	version: 1,
	class: id,
	name,
	naming
});

/** The board as the server keeps it, and the hash by which it knows the join code. */
export async function doorOf(
	row: TaughtClass,
	joinCode: string,
	keys: TeacherKeys,
	random: Random
) {
	const { token, doorKey } = await joinKeys(joinCode);
	const [board, joinHash] = await Promise.all([
		sealBoard(boardOf(row), { boardKey: keys.boardKey, doorKey }, random),
		hashOf(token)
	]);
	return { board, joinHash };
}

/** A class of this device alone: nobody is asked, so it can be made without a network. */
export async function newClass(
	{ name, naming, days }: Wanted,
	{ random, now }: Pick<Around, 'random' | 'now'>
): Promise<TaughtClass> {
	const secret = newSecret(random);
	const { identity } = await teacherKeys(secret);
	return {
		v: 1,
		id: newId(now, random),
		secret,
		name,
		naming,
		publicKey: await publicKeyOf(identity),
		joinCode: newJoinCode(random),
		made: now,
		locked: false,
		expires: now + days * DAY,
		sequence: 0,
		onServer: false,
		linkKept: false,
		cursors: NOTHING_READ
	};
}

/** How often a join code is drawn anew when another class has it: one in a million is taken at most. */
const DRAWS = 3;

/**
 * Gives a class to the server. The same again changes nothing.
 *
 * @returns the class as it is then: with another join code where the first was taken
 * @throws CallError
 */
export async function putOnServer(
	row: TaughtClass,
	around: Around,
	draws = DRAWS
): Promise<TaughtClass> {
	const { client, random } = around;
	const keys = await teacherKeys(row.secret);
	const joinCode = row.joinCode ?? newJoinCode(random);
	const door = await doorOf(row, joinCode, keys, random);
	const { id, publicKey, expires } = row;
	try {
		await client.putClass(id, keys.token, { publicKey, expires, ...door });
		return { ...row, joinCode, onServer: true };
	} catch (cause) {
		if (!(cause instanceof CallError)) throw cause;
		// The seal differs each time, so a class that is there already, its answer lost, is a conflict.
		if (cause.code === 'conflict') return { ...row, ...(await seenOnServer(row, around.client)) };
		if (cause.code !== 'join-code-taken' || draws <= 1) throw cause;
		return putOnServer({ ...row, joinCode: newJoinCode(random) }, around, draws - 1);
	}
}

type FromServer = Pick<
	TaughtClass,
	'publicKey' | 'name' | 'naming' | 'locked' | 'expires' | 'sequence' | 'onServer'
>;

/**
 * What the server has of a class.
 *
 * @throws CallError, or ClassError when its board cannot be opened
 */
export async function seenOnServer(
	{ id, secret }: Pick<TaughtClass, 'id' | 'secret'>,
	client: ClassClient
): Promise<FromServer> {
	const { token, boardKey } = await teacherKeys(secret);
	const { publicKey, board, locked, expires, sequence } = await client.getClass(id, token);
	const { name, naming } = await openBoard(board, boardKey, id);
	return { publicKey, name, naming, locked, expires, sequence, onServer: true };
}

/** A class that another device made, opened by its teacher link. @throws CallError, or ClassError */
export async function openedByLink(
	link: TeacherLink,
	{ client, now }: Pick<Around, 'client' | 'now'>
): Promise<TaughtClass> {
	const known = { id: link.class, secret: link.secret };
	return {
		v: 1,
		...known,
		...(await seenOnServer(known, client)),
		made: now,
		// Whoever opened it by its link has the link.
		linkKept: true,
		cursors: NOTHING_READ
	};
}

/** A class without a server, opened by its link, which carries no name. */
export async function openedWithoutServer(
	link: TeacherLink,
	wanted: Wanted,
	{ now }: Pick<Around, 'now'>
): Promise<TaughtClass> {
	const { identity } = await teacherKeys(link.secret);
	return {
		v: 1,
		id: link.class,
		secret: link.secret,
		name: wanted.name,
		naming: wanted.naming,
		publicKey: await publicKeyOf(identity),
		made: now,
		locked: false,
		expires: now + wanted.days * DAY,
		sequence: 0,
		onServer: false,
		linkKept: true,
		cursors: NOTHING_READ
	};
}
