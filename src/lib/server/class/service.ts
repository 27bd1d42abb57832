/** The class server of this process. It opens its database with the first request for it. */
import { readEnvironment } from '../../../server/environment.js';
import { Guard } from './guard.ts';
import { Problem } from './problem.ts';
import { ClassStore } from './store.ts';

/** After a failure so long nobody waits for the database to fail again. */
const REST_MS = 1000;

let guarding: Guard | undefined;
let opening: Promise<ClassStore> | undefined;
let failedAt = Number.NEGATIVE_INFINITY;

export const guard = (): Guard =>
	(guarding ??= new Guard(readEnvironment(process.env).trustedProxy));

/**
 * The storage; opened now when it is not yet.
 *
 * @throws Problem storage-unavailable; why, stands in the log
 */
export async function classStore(): Promise<ClassStore> {
	if (!opening && performance.now() - failedAt < REST_MS) throw unavailable();
	opening ??= open();
	try {
		return await opening;
	} catch {
		throw unavailable();
	}
}

async function open(): Promise<ClassStore> {
	try {
		const store = await ClassStore.open(readEnvironment(process.env));
		process.once('sveltekit:shutdown', () => void closeClassStore());
		return store;
	} catch (error) {
		opening = undefined;
		failedAt = performance.now();
		logStorage(error);
		throw error;
	}
}

/** Finishes what was begun and closes the database; the next request opens it again. */
export async function closeClassStore(): Promise<void> {
	const store = await opening?.catch(() => undefined);
	opening = undefined;
	failedAt = Number.NEGATIVE_INFINITY;
	await store?.close();
}

export const unavailable = () => new Problem('storage-unavailable', undefined, 5);

/** Notes what the database says. No request stands in it, and so no token and no address. */
export function logStorage(error: unknown): void {
	const said = error instanceof Error ? error.message || error.name : String(error);
	console.error(`The class server's database: ${said}`);
}
