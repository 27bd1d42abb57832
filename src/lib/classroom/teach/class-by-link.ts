/** The class of a teacher link, as this device keeps it or as the server has it. */
import * as v from 'valibot';
import { Id } from '../../class/ids.ts';
import { ClassError } from '../../class/problem.ts';
import { foreseeOpening } from '../../class/seal/class-key.ts';
import {
	fragmentOf,
	readTeacherLink,
	teacherKeys,
	type TeacherKeys,
	type TeacherLink
} from '../../class/secrets.ts';
import { CallError, type ClassClient } from '../client.ts';
import { classroom, StorageError } from '../database.ts';
import type { TaughtClass } from '../rows.ts';
import { openedByLink, openedWithoutServer } from './making.ts';

const NOT_HERE =
	'This device keeps no such class, or the link is not whole; open the class by its whole teacher link.';

/** What a device that keeps nothing has. */
async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
	try {
		return await reading;
	} catch (cause) {
		if (cause instanceof StorageError) return undefined;
		throw cause;
	}
}

/** Classes that this device keeps, by name. Empty where nothing can be kept. */
export async function keptClasses(): Promise<TaughtClass[]> {
	const rows = (await orNothing(classroom.all('classes'))) ?? [];
	return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The fragment that names a class without its secret: a screen that others see may show it. */
export const shortFragment = ({ id }: Pick<TaughtClass, 'id'>): string => `#${id}`;

/**
 * What a fragment opens: a teacher link, or the name of a class that this device keeps.
 *
 * @throws ClassError when it is neither, StorageError
 */
export async function linkOf(fragment: string): Promise<TeacherLink> {
	const id = fragmentOf(fragment);
	if (!v.is(Id, id)) return readTeacherLink(fragment);
	const row = await classroom.get('classes', id);
	if (!row) throw new ClassError('other', NOT_HERE);
	return { class: id, secret: row.secret };
}

/** Whether this device opens the class without its secret in the address. */
export async function opensShort(link: TeacherLink): Promise<boolean> {
	return (await orNothing(classroom.get('classes', link.class)))?.secret === link.secret;
}

/** Of a class that no server knows the link tells nothing but its keys. */
const NAMELESS = { name: '', naming: { by: 'nickname' as const }, days: 0 };

/** @throws CallError when nothing can be told of it */
async function opened(client: ClassClient, link: TeacherLink, now: number): Promise<TaughtClass> {
	try {
		return await openedByLink(link, { client, now });
	} catch (cause) {
		if (!(cause instanceof CallError)) throw cause;
		if (cause.problem !== 'stranger' && cause.code !== 'not-found') throw cause;
		return openedWithoutServer(link, NAMELESS, { now });
	}
}

/**
 * Opens a class by its teacher link; kept on this device from then on. A class that no server
 * knows was made without one, or has ended: it can still be collected for.
 *
 * @param now in milliseconds since 1970, UTC
 * @throws CallError, ClassError
 */
export async function classByLink(
	client: ClassClient,
	link: TeacherLink,
	now: number
): Promise<{ taught: TaughtClass; keys: TeacherKeys; kept: boolean }> {
	const { class: id, secret } = link;
	const foreseen = teacherKeys(secret).then((keys) => {
		foreseeOpening(keys.identity);
		return keys;
	});
	const [keys, row] = await Promise.all([foreseen, orNothing(classroom.get('classes', id))]);
	if (row?.secret === secret) return { taught: row, keys, kept: true };
	const taught = await opened(client, link, now);
	if (!taught.onServer) return { taught, keys, kept: true };
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
