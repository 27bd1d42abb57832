/**
 * The outbox: a hand-in stays in it until the server has confirmed that very content, or until the
 * pupil says that the teacher has scanned it. Sending may be repeated at any time, by any number of
 * tabs: the content was sealed once, and the server stores an id once.
 */
import type { ProblemCode, StoredAnswer } from '../class/api.ts';
import { CallError, type ClassClient } from './client.ts';
import type { Outgoing } from './rows.ts';

/** The first wait after a failure, and the longest, in milliseconds. */
const FIRST_WAIT = 2000;
export const LONGEST_WAIT = 5 * 60 * 1000;

const CONFLICT =
	'The class server holds something else under this hand-in’s number, so this was not taken; show it to your teacher as codes or as a file.';
const SHUT_OUT =
	'The class has ended, or this device was removed from it, so this was not taken; show it to your teacher as codes or as a file.';
const FULL =
	'The class server has no more room for this class; show this hand-in to your teacher as codes or as a file.';

const FOR_GOOD: Partial<Record<ProblemCode, string>> = {
	conflict: CONFLICT,
	'not-found': SHUT_OUT,
	'class-full': FULL
};

/**
 * How long to wait after some failures in a row: doubling, and drawn from the upper half, so that a
 * class that lost its network does not come back all at once.
 *
 * @param random from 0 to 1
 */
export const waitAfter = (failures: number, random: number): number =>
	Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 20)) * (0.5 + random / 2);

/** Whether the server is still to have it. What was scanned is sent all the same: it then counts once. */
export const isToSend = ({ class: id, state }: Outgoing): boolean =>
	id !== '' && (state === 'waiting' || state === 'scanned');

/** Whether the pupil has to do or wait for something before it is handed in. */
export const isOpen = ({ state }: Outgoing): boolean => state === 'waiting' || state === 'refused';

/** Milliseconds until it may be sent again. A clock that was set back does not make it wait longer than it ever would. */
export const waitOf = ({ notBefore }: Outgoing, now: number): number => {
	const wait = notBefore - now;
	return wait > LONGEST_WAIT ? 0 : Math.max(0, wait);
};

/** After an answer of the server. Only the same id with the same content is a confirmation. */
export function answered(row: Outgoing, { id, sha256, received }: StoredAnswer): Outgoing {
	if (!isToSend(row)) return row;
	if (id !== row.id || sha256 !== row.sha256)
		return { ...row, state: 'refused', problem: CONFLICT };
	return { ...row, state: 'confirmed', failures: 0, notBefore: 0, problem: '', received };
}

/** After a failure. @param random from 0 to 1 */
export function failed(row: Outgoing, error: CallError, now: number, random: number): Outgoing {
	if (!isToSend(row)) return row;
	const failures = row.failures + 1;
	if (error.passing)
		return {
			...row,
			failures,
			notBefore: now + waitAfter(failures, random),
			problem: error.message
		};
	// The teacher has it from the screen.
	if (row.state === 'scanned') return { ...row, class: '' };
	const problem = (error.code && FOR_GOOD[error.code]) ?? error.message;
	return { ...row, state: 'refused', failures, problem };
}

/** As the pupil wants it sent once more. */
export const again = (row: Outgoing): Outgoing =>
	row.state === 'refused' ? { ...row, state: 'waiting', failures: 0, notBefore: 0 } : row;

/** As the pupil says: the teacher has scanned it, or not after all. */
export const scanned = (row: Outgoing, yes: boolean): Outgoing => {
	if (row.state === 'confirmed') return row;
	return { ...row, state: yes ? 'scanned' : 'waiting', problem: '' };
};

/** Where hand-ins are kept. */
export interface OutboxStorage {
	all(): Promise<Outgoing[]>;
	/** Keeps it, unless there is one with its id: then that one stands. @returns the one that stands */
	add(row: Outgoing): Promise<Outgoing>;
	/** Changes one, if it is still there, by what it is now. */
	change(id: string, change: (row: Outgoing) => Outgoing): Promise<void>;
}

export interface OutboxParts {
	storage: OutboxStorage;
	/** Sends one to the server. @throws CallError */
	send: (row: Outgoing) => Promise<StoredAnswer>;
	/** Milliseconds since 1970. */
	now: () => number;
	/** From 0 to 1. */
	random: () => number;
	/** Runs work that no other tab does meanwhile, or not at all. */
	alone: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Sends hand-ins to the class server.
 *
 * @param secretOf of a membership, as long as this device has it
 */
export const sender =
	(
		client: Pick<ClassClient, 'putHandIn'>,
		secretOf: (membership: string) => Promise<string | undefined>
	): OutboxParts['send'] =>
	async ({ id, class: of, membership: member, assignment, revision, sealed }) => {
		const secret = await secretOf(member);
		if (secret === undefined) throw new CallError('refused', { code: 'not-found' });
		return client.putHandIn(of, id, secret, { member, assignment, revision, sealed });
	};

/** Hands in what waits. */
export class Outbox {
	readonly #parts: OutboxParts;
	#sending: Promise<void> | undefined;
	/** The server asked for quiet until then; known to this tab alone. */
	#quietUntil = 0;

	constructor(parts: OutboxParts) {
		this.#parts = parts;
	}

	/** Keeps a hand-in. @returns the one that stands under this id: another tab's, if that was first */
	add(row: Outgoing): Promise<Outgoing> {
		return this.#parts.storage.add(row);
	}

	all(): Promise<Outgoing[]> {
		return this.#parts.storage.all();
	}

	change(id: string, change: (row: Outgoing) => Outgoing): Promise<void> {
		return this.#parts.storage.change(id, change);
	}

	/**
	 * Sends what is due, one after the other.
	 *
	 * @param urgent something has changed (start, network, the pupil): waits after failures are over, but
	 * not those that the server asked for
	 * @returns when all of it was tried once; storage that fails is thrown
	 */
	flush(urgent = false): Promise<void> {
		this.#sending ??= this.#parts
			.alone(() => this.#flush(urgent))
			.finally(() => {
				this.#sending = undefined;
			});
		return this.#sending;
	}

	/** Milliseconds until something is due; `undefined` when nothing waits for the server. */
	async nextWait(): Promise<number | undefined> {
		const { storage, now } = this.#parts;
		const waits = (await storage.all()).filter(isToSend).map((row) => waitOf(row, now()));
		return waits.length > 0 ? Math.max(Math.min(...waits), this.#quiet()) : undefined;
	}

	#quiet(): number {
		const wait = this.#quietUntil - this.#parts.now();
		// Longer than any server may ask: the clock was set back.
		return wait > 60 * 60 * 1000 ? 0 : Math.max(0, wait);
	}

	async #flush(urgent: boolean) {
		const { storage, now } = this.#parts;
		for (const row of (await storage.all()).filter(isToSend)) {
			if (this.#quiet() > 0) return;
			if (urgent || waitOf(row, now()) === 0) await this.#sendOne(row);
		}
	}

	async #sendOne(row: Outgoing) {
		const { storage, send, now, random } = this.#parts;
		try {
			const answer = await send(row);
			await storage.change(row.id, (current) => answered(current, answer));
		} catch (error) {
			if (!(error instanceof CallError)) throw error;
			if (error.retryAfter !== undefined) this.#quietUntil = now() + error.retryAfter;
			await storage.change(row.id, (current) => failed(current, error, now(), random()));
		}
	}
}
