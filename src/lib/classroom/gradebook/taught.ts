/** The class of a teacher link, as this device keeps it or as the server has it. */
import { openBoard } from '../../class/seal/documents.ts';
import { teacherKeys, type TeacherKeys, type TeacherLink } from '../../class/secrets.ts';
import { publicKeyOf } from '../../class/seal/class-key.ts';
import { CallError, type ClassClient } from '../client.ts';
import { classroom, StorageError } from '../database.ts';
import type { TaughtClass } from '../rows.ts';

/** Classes that this device keeps, by name. Empty where nothing can be kept. */
export async function taughtClasses(): Promise<TaughtClass[]> {
	try {
		const rows = await classroom.all('classes');
		return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
	} catch (cause) {
		if (cause instanceof StorageError) return [];
		throw cause;
	}
}

/** @throws StorageError only when it is there and cannot be read */
async function keptClass({ class: id, secret }: TeacherLink): Promise<TaughtClass | undefined> {
	try {
		const row = await classroom.get('classes', id);
		return row?.secret === secret ? row : undefined;
	} catch (cause) {
		if (cause instanceof StorageError) return undefined;
		throw cause;
	}
}

const FROM_THE_START = { members: 0, assignments: 0, handIns: 0, desk: 0 };
const NO_SERVER = {
	name: '',
	naming: { by: 'nickname' as const },
	locked: false,
	sequence: 0,
	onServer: false
};

/** The class as the server has it; `undefined` where no server knows it. @throws CallError when nothing can be told */
async function known(client: ClassClient, id: string, token: string) {
	try {
		return await client.getClass(id, token);
	} catch (cause) {
		if (!(cause instanceof CallError)) throw cause;
		if (cause.problem === 'stranger' || cause.code === 'not-found') return undefined;
		throw cause;
	}
}

/**
 * Opens a class by its teacher link; kept on this device from then on. A class that no server
 * knows was made without one, or has ended: it can still be collected for.
 *
 * @param now in milliseconds since 1970, UTC
 * @throws CallError, ClassError
 */
export async function taughtClass(
	client: ClassClient,
	link: TeacherLink,
	now: number
): Promise<{ taught: TaughtClass; keys: TeacherKeys; kept: boolean }> {
	const [keys, row] = await Promise.all([teacherKeys(link.secret), keptClass(link)]);
	if (row) return { taught: row, keys, kept: true };
	const { class: id, secret } = link;
	const fresh = { v: 1 as const, id, secret, made: now, linkKept: true, cursors: FROM_THE_START };
	const found = await known(client, id, keys.token);
	if (!found) {
		const publicKey = await publicKeyOf(keys.identity);
		return { taught: { ...fresh, ...NO_SERVER, publicKey, expires: now }, keys, kept: true };
	}
	const { publicKey, board, locked, expires, sequence } = found;
	const { name, naming } = await openBoard(board, keys.boardKey, id);
	const door = { publicKey, locked, expires, sequence };
	const taught: TaughtClass = { ...fresh, ...door, name, naming, onServer: true };
	try {
		// Another tab may have been faster, and further.
		const then = await classroom.change('classes', id, (known) =>
			known?.secret === secret ? undefined : taught
		);
		return { taught: then ?? taught, keys, kept: true };
	} catch (cause) {
		if (cause instanceof StorageError) return { taught, keys, kept: false };
		throw cause;
	}
}
