import { classroom } from '../database.ts';
import type { TaughtClass } from '../rows.ts';
import { randomBytes, world } from './device.ts';
import { newClass, type Wanted } from './making.ts';
import { noServer } from './saying.ts';
import { Taught } from './taught.ts';

/**
 * Makes a class on this device, and gives it to the class server if there is one.
 *
 * @param withServer whether the teacher wants one; without an answer of one the class goes on without
 * @throws ClassError, StorageError, or CallError when the server refuses
 */
export async function makeHere(wanted: Wanted, withServer: boolean): Promise<TaughtClass> {
	const row = await newClass(wanted, { random: randomBytes, now: Date.now() });
	// Kept before anybody hears of it: a class whose secret is lost could not be ended.
	await classroom.put('classes', row);
	if (!withServer) return row;
	try {
		return await new Taught(row, world()).connect();
	} catch (cause) {
		if (noServer(cause)) return row;
		throw cause;
	}
}
