/**
 * What this device keeps of a class and what the server has, brought together. Whatever the server
 * does not have yet waits here, and goes with the next round.
 */
import { openAssignment, openDesk, sealAssignment } from '../../class/seal/documents.ts';
import { desk, deskRecord, holding } from '../../class/documents/desk.ts';
import { newId } from '../../class/ids.ts';
import { ClassError } from '../../class/problem.ts';
import { teacherKeys, type TeacherKeys } from '../../class/secrets.ts';
import { CallError, readOn } from '../client.ts';
import type { Classroom } from '../database.ts';
import type { DeskRow, MemberRow, SetAssignment, TaughtClass } from '../rows.ts';
import { deskRead, recordRow, sendDesk } from './desk-records.ts';
import { keepMembers } from './emptied.ts';
import { seenOnServer, type Around } from './making.ts';
import { keepFromServer, type OnServer } from './revisions.ts';

/** How often an assignment is sent when other devices send the same revision at the same time. */
const TRIES = 5;

export interface World extends Omit<Around, 'now'> {
	classroom: Classroom;
	now: () => number;
}

export class ClassSync {
	readonly keys: Promise<TeacherKeys>;

	readonly #world: World;
	readonly #id: string;

	constructor({ id, secret }: Pick<TaughtClass, 'id' | 'secret'>, world: World) {
		this.#world = world;
		this.#id = id;
		this.keys = teacherKeys(secret);
	}

	/** @throws ClassError when it is deleted meanwhile */
	async row(): Promise<TaughtClass> {
		const row = await this.#world.classroom.get('classes', this.#id);
		if (row) return row;
		throw new ClassError('other', 'This class is no longer on this device.');
	}

	/** Changes what this device keeps of it. @throws ClassError when it is deleted meanwhile */
	async change(part: Partial<TaughtClass>): Promise<TaughtClass> {
		const row = await this.#world.classroom.change('classes', this.#id, (before) => {
			const after = before && { ...before, ...part };
			// A round that brings nothing new writes nothing.
			return JSON.stringify(after) === JSON.stringify(before) ? undefined : after;
		});
		if (row) return row;
		throw new ClassError('other', 'This class is no longer on this device.');
	}

	/**
	 * One round with the server: sends what waits, reads what is new.
	 *
	 * @returns whether there was anything new @throws CallError, StorageError
	 */
	async round(): Promise<boolean> {
		const before = await this.row();
		if (!before.onServer) return false;
		await this.send();
		const decided = await this.readDoor(before);
		const read = [decided, await this.#readAssignments(), await this.#readMembers()];
		return read.some(Boolean);
	}

	/** The door as the teacher's other devices left it. @returns whether the desk has anything new */
	async readDoor(before: TaughtClass): Promise<boolean> {
		const { client, classroom } = this.#world;
		await this.change(await seenOnServer(before, client));
		const isNew = await this.#readDesk();
		const [door] = holding(
			(await classroom.allOf('desk', 'class', this.#id)).map(({ document }) => document)
		).filter((each) => each.kind === 'door');
		if (door) await this.change({ joinCode: door.joinCode });
		return isNew;
	}

	/** Tells the teacher's other devices a new code, with the next round. */
	async tellCode(joinCode: string) {
		const { random, now, classroom } = this.#world;
		const at = now();
		const record = deskRecord(newId(at, random), at, { kind: 'door', joinCode });
		await classroom.put('desk', recordRow(this.#id, record));
	}

	/** Sends what the server does not have yet. */
	async send() {
		const { classroom, client, random } = this.#world;
		const keys = await this.keys;
		for (const row of await classroom.allOf('desk', 'class', this.#id))
			if (!row.sent) await classroom.put('desk', await sendDesk(row, client, keys, random));
		await this.#sendAssignments();
	}

	/** What the server has otherwise under the same number is read first: it makes this device's edit the next. */
	async #sendAssignments(tries = TRIES): Promise<void> {
		const { classroom } = this.#world;
		try {
			for (const row of await classroom.allOf('assignments', 'class', this.#id))
				if (!row.sent) await this.#sendAssignment(row);
		} catch (cause) {
			const isTaken = cause instanceof CallError && cause.code === 'conflict';
			if (!isTaken || tries <= 1) throw cause;
			await this.#readAssignments(0);
			await this.#sendAssignments(tries - 1);
		}
	}

	async #sendAssignment({ id, revision, document }: SetAssignment) {
		const { classroom, client, random } = this.#world;
		const { token, boardKey } = await this.keys;
		const sealed = await sealAssignment(document, boardKey, random);
		await client.putAssignment(this.#id, id, token, { revision, sealed });
		await classroom.change('assignments', [id, revision], (row) => row && { ...row, sent: true });
	}

	async #readDesk(): Promise<boolean> {
		const { client, classroom } = this.#world;
		const { token, deskKey } = await this.keys;
		const from = deskRead(await this.row());
		const { entries, next } = await readOn(from, (at) => client.desk(this.#id, token, at));
		const rows: DeskRow[] = [];
		for (const { id, sealed } of entries) {
			const document = await orLeft(openDesk(sealed, deskKey, id));
			if (document) rows.push({ v: 1, class: this.#id, id, document, sent: true });
		}
		await classroom.put('desk', ...rows);
		await this.#readTo('desk', next, { deskVersion: desk.version });
		return entries.length > 0;
	}

	/** @param from where to begin in the server's list; where it was read to, if nothing is said */
	async #readAssignments(from?: number): Promise<boolean> {
		const { client, classroom } = this.#world;
		const { token, boardKey } = await this.keys;
		const { cursors } = await this.row();
		const { entries, next } = await readOn(from ?? cursors.assignments, (at) =>
			client.assignments(this.#id, token, at)
		);
		const rows: OnServer[] = [];
		for (const { id, revision, sealed } of entries) {
			const document = await orLeft(openAssignment(sealed, boardKey, { id, revision }));
			rows.push({ class: this.#id, id, revision, document });
		}
		await classroom.write(['assignments'], (transaction) =>
			keepFromServer(transaction.objectStore('assignments'), rows)
		);
		await this.#readTo('assignments', next);
		return entries.length > 0;
	}

	async #readMembers(): Promise<boolean> {
		const { client } = this.#world;
		const { token } = await this.keys;
		const { cursors } = await this.row();
		const { entries, next } = await readOn(cursors.members, (at) =>
			client.members(this.#id, token, at)
		);
		await this.keepMembers(entries.map((entry) => ({ v: 1, class: this.#id, ...entry })));
		await this.#readTo('members', next);
		return entries.length > 0;
	}

	/** Keeps who is in it, or no longer is. */
	keepMembers(rows: readonly MemberRow[]) {
		return this.#world.classroom.write(['members', 'received', 'desk'], (transaction) =>
			keepMembers(transaction, this.#id, rows)
		);
	}

	/** Another tab may have read on meanwhile. */
	#readTo(
		list: keyof TaughtClass['cursors'],
		next: number,
		parts: Pick<TaughtClass, 'deskVersion'> = {}
	) {
		return this.#world.classroom.change(
			'classes',
			this.#id,
			(row) =>
				row && {
					...row,
					...parts,
					cursors: { ...row.cursors, [list]: Math.max(row.cursors[list], next) }
				}
		);
	}
}

/** What a newer version of the app wrote is left for that version. */
export async function orLeft<T>(opening: Promise<T>): Promise<T | undefined> {
	try {
		return await opening;
	} catch (cause) {
		if (!(cause instanceof ClassError)) throw cause;
		console.warn(cause);
		return undefined;
	}
}
