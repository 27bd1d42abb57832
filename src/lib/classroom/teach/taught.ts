/**
 * A class as its teacher works with it: what this device keeps and what the server has, brought
 * together. Whatever the server does not have yet waits here, and goes with the next round.
 */
import { DAY, PURGE_LIMIT } from '../../class/api.ts';
import { newest, type Assignment } from '../../class/documents/assignment.ts';
import { holding } from '../../class/documents/desk.ts';
import { newJoinCode } from '../../class/join-code.ts';
import { ClassError } from '../../class/problem.ts';
import {
	openAssignment,
	openDesk,
	openMember,
	sealAssignment,
	sealDesk
} from '../../class/seal/documents.ts';
import { teacherKeys, type TeacherKeys } from '../../class/secrets.ts';
import { CallError, readOn } from '../client.ts';
import type { Classroom } from '../database.ts';
import type { DeskRow, MemberRow, SetAssignment, TaughtClass } from '../rows.ts';
import { keepMembers } from './emptied.ts';
import { doorOf, doorRecord, putOnServer, seenOnServer, type Around } from './making.ts';
import { keepEdit, keepFromServer, type OnServer } from './revisions.ts';

/** How often an assignment is sent when other devices send the same revision at the same time. */
const TRIES = 5;

export interface World extends Omit<Around, 'now'> {
	classroom: Classroom;
	now: () => number;
}

/** A pupil's device that is in the class. */
export interface Pupil {
	id: string;
	/** Empty where what it says of itself cannot be opened. */
	name: string;
	joined: number;
}

/** How a door is changed. */
export interface DoorChange {
	locked?: boolean;
	/** A new code: who has the old one can join no more. */
	newCode?: true;
	/** Days from now. */
	days?: number;
	name?: string;
	naming?: TaughtClass['naming'];
}

export class Taught {
	readonly #world: World;
	readonly #id: string;
	readonly #keys: Promise<TeacherKeys>;

	constructor({ id, secret }: Pick<TaughtClass, 'id' | 'secret'>, world: World) {
		this.#world = world;
		this.#id = id;
		this.#keys = teacherKeys(secret);
	}

	async #row(): Promise<TaughtClass> {
		const row = await this.#world.classroom.get('classes', this.#id);
		if (row) return row;
		throw new ClassError('other', 'This class is no longer on this device.');
	}

	async #change(part: Partial<TaughtClass>): Promise<TaughtClass> {
		const row = await this.#world.classroom.change('classes', this.#id, (before) => {
			const after = before && { ...before, ...part };
			// A round that brings nothing new writes nothing.
			return JSON.stringify(after) === JSON.stringify(before) ? undefined : after;
		});
		if (row) return row;
		throw new ClassError('other', 'This class is no longer on this device.');
	}

	/** Says that the teacher link is kept elsewhere too. */
	keptLink() {
		return this.#change({ linkKept: true });
	}

	/**
	 * One round with the server: sends what waits, reads what is new.
	 *
	 * @returns whether there was anything new @throws CallError, StorageError
	 */
	async round(): Promise<boolean> {
		const before = await this.#row();
		if (!before.onServer) return false;
		await this.#send();
		const desk = await this.#readDoor(before);
		const read = [desk, await this.#readAssignments(), await this.#readMembers()];
		return read.some(Boolean);
	}

	/** The door as the teacher's other devices left it. @returns whether the desk has anything new */
	async #readDoor(before: TaughtClass): Promise<boolean> {
		const { client, classroom } = this.#world;
		await this.#change(await seenOnServer(before, client));
		const isNew = await this.#readDesk();
		const [door] = holding(
			(await classroom.allOf('desk', 'class', this.#id)).map(({ document }) => document)
		).filter((each) => each.kind === 'door');
		if (door) await this.#change({ joinCode: door.joinCode });
		return isNew;
	}

	/** Gives the class to the server, with the assignments made so far. @throws CallError */
	async connect(): Promise<TaughtClass> {
		const { client, random, now, classroom } = this.#world;
		const row = await putOnServer(await this.#row(), { client, random, now: now() });
		await classroom.put('classes', row);
		if (row.joinCode) await this.#tellCode(row.joinCode);
		await this.#send();
		return row;
	}

	async #tellCode(joinCode: string) {
		const { random, now, classroom } = this.#world;
		const { deskKey } = await this.#keys;
		const { row } = await doorRecord(
			joinCode,
			{ class: this.#id, deskKey },
			{ random, now: now() }
		);
		await classroom.put('desk', row);
	}

	/** Sends what the server does not have yet. */
	async #send() {
		const { classroom, client, random } = this.#world;
		const { token, deskKey } = await this.#keys;
		const of = this.#id;
		for (const row of await classroom.allOf('desk', 'class', of)) {
			if (row.sent) continue;
			const sealed = await sealDesk(row.document, deskKey, random);
			await thereAlready(client.putDesk(of, row.id, token, { sealed }));
			await classroom.put('desk', { ...row, sent: true });
		}
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
		const { token, boardKey } = await this.#keys;
		const sealed = await sealAssignment(document, boardKey, random);
		await client.putAssignment(this.#id, id, token, { revision, sealed });
		await classroom.change('assignments', [id, revision], (row) => row && { ...row, sent: true });
	}

	async #readDesk(): Promise<boolean> {
		const { client, classroom } = this.#world;
		const { token, deskKey } = await this.#keys;
		const { cursors } = await this.#row();
		const { entries, next } = await readOn(cursors.desk, (at) => client.desk(this.#id, token, at));
		const rows: DeskRow[] = [];
		for (const { id, sealed } of entries) {
			const document = await orLeft(openDesk(sealed, deskKey, id));
			if (document) rows.push({ v: 1, class: this.#id, id, document, sent: true });
		}
		await classroom.put('desk', ...rows);
		await this.#readTo('desk', next);
		return entries.length > 0;
	}

	/** @param from where to begin in the server's list; where it was read to, if nothing is said */
	async #readAssignments(from?: number): Promise<boolean> {
		const { client, classroom } = this.#world;
		const { token, boardKey } = await this.#keys;
		const { cursors } = await this.#row();
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
		const { token } = await this.#keys;
		const { cursors } = await this.#row();
		const { entries, next } = await readOn(cursors.members, (at) =>
			client.members(this.#id, token, at)
		);
		await this.#keepMembers(entries.map((entry) => ({ v: 1, class: this.#id, ...entry })));
		await this.#readTo('members', next);
		return entries.length > 0;
	}

	#keepMembers(rows: readonly MemberRow[]) {
		return this.#world.classroom.write(['members', 'received'], (transaction) =>
			keepMembers(transaction, this.#id, rows)
		);
	}

	/** Another tab may have read on meanwhile. */
	#readTo(list: keyof TaughtClass['cursors'], next: number) {
		return this.#world.classroom.change(
			'classes',
			this.#id,
			(row) =>
				row && {
					...row,
					cursors: { ...row.cursors, [list]: Math.max(row.cursors[list], next) }
				}
		);
	}

	/** Who is in the class, in the order of joining. */
	async pupils(): Promise<Pupil[]> {
		const rows = await this.#world.classroom.allOf('members', 'class', this.#id);
		const { identity } = await this.#keys;
		const found = await Promise.all(
			rows
				.filter(({ removed }) => !removed)
				.map(async (row) => ({
					id: row.id,
					joined: row.joined,
					name: (await orLeft(openMember(row, identity)))?.name ?? ''
				}))
		);
		return found.sort((a, b) => a.joined - b.joined || (a.id < b.id ? -1 : 1));
	}

	/** The assignments of the class, each in its newest revision, the latest first. */
	async assignments(): Promise<SetAssignment[]> {
		const rows = await this.#world.classroom.allOf('assignments', 'class', this.#id);
		const ids = [...new Set(rows.map(({ id }) => id))];
		return ids
			.flatMap((id) => {
				const own = rows.filter((row) => row.id === id);
				const holds = newest(own.map(({ document }) => document));
				return own.find(({ revision }) => revision === holds?.revision) ?? [];
			})
			.sort((a, b) => b.document.at - a.document.at);
	}

	/**
	 * Keeps an assignment here, and sends it where there is a server.
	 *
	 * @returns its revision as it is kept, under a higher number where another device had made the same
	 * one; and why the server does not have it, where it cannot be sent now: it goes with the next round
	 */
	async set(document: Assignment): Promise<{ row: SetAssignment; unsent?: CallError }> {
		const { classroom } = this.#world;
		const { id, revision } = document;
		const row: SetAssignment = { v: 1, class: this.#id, id, revision, document, sent: false };
		const edit = await classroom.write(['assignments'], (transaction) =>
			keepEdit(transaction.objectStore('assignments'), row)
		);
		if (!(await this.#row()).onServer) return { row: edit };
		try {
			await this.#send();
			return { row: await this.#ownEdit(edit) };
		} catch (cause) {
			if (!(cause instanceof CallError)) throw cause;
			return { row: await this.#ownEdit(edit), unsent: cause };
		}
	}

	/** Where an edit stands now, after it may have made room for another. */
	async #ownEdit(edit: SetAssignment): Promise<SetAssignment> {
		const rows = await this.#world.classroom.allOf('assignments', 'class', this.#id);
		const text = JSON.stringify({ ...edit.document, revision: 0 });
		const isOwn = ({ document }: SetAssignment) =>
			JSON.stringify({ ...document, revision: 0 }) === text;
		return rows.filter(isOwn).at(-1) ?? edit;
	}

	/** Changes the door on the server, or what stands for it here. @throws CallError */
	async changeDoor({ newCode, days, ...parts }: DoorChange): Promise<TaughtClass> {
		const { random, now, client } = this.#world;
		const known = await this.#row();
		const keys = await this.#keys;
		// What another device of the teacher has changed meanwhile stays.
		if (known.onServer) await this.#readDoor(known);
		const before = await this.#row();
		const expires = days === undefined ? before.expires : now() + days * DAY;
		const joinCode = newCode || !before.joinCode ? newJoinCode(random) : before.joinCode;
		const { name, naming, locked } = { ...before, ...parts };
		const door = { name, naming, locked, expires, joinCode };
		if (!before.onServer) return this.#change(door);
		const { sequence } = await client.putDoor(this.#id, keys.token, {
			locked,
			expires,
			sequence: before.sequence + 1,
			...(await doorOf({ ...before, name, naming }, joinCode, keys, random))
		});
		const after = await this.#change({ ...door, sequence });
		if (joinCode !== before.joinCode) {
			await this.#tellCode(joinCode);
			await this.#send();
		}
		return after;
	}

	/** Removes pupils. @param handIns what becomes of what they handed in, on every device @throws CallError */
	async remove(ids: readonly string[], handIns: 'keep' | 'delete'): Promise<void> {
		const { client, classroom } = this.#world;
		const { token } = await this.#keys;
		const rows = await classroom.allOf('members', 'class', this.#id);
		for (let at = 0; at < ids.length; at += PURGE_LIMIT) {
			const some = ids.slice(at, at + PURGE_LIMIT);
			await client.purge(this.#id, token, { ids: some, handIns });
			const removed = { removed: true, sealed: '', progress: null };
			const left = rows
				.filter(({ id }) => some.includes(id))
				.map(({ opened: _, ...row }) => ({ ...row, ...removed, emptied: handIns === 'delete' }));
			await this.#keepMembers(left);
		}
	}

	/**
	 * Ends the class: deletes all of it on the server, then here.
	 *
	 * @throws CallError when the server could not be reached: then nothing is deleted
	 */
	async end(): Promise<void> {
		const { client } = this.#world;
		const { token } = await this.#keys;
		if ((await this.#row()).onServer) await gone(client.deleteClass(this.#id, token));
		await this.forget();
	}

	/** Deletes what this device keeps of it. */
	forget(): Promise<void> {
		const of = this.#id;
		const names = ['classes', 'assignments', 'desk', 'members', 'received'] as const;
		return this.#world.classroom.write([...names], async (transaction) => {
			await transaction.objectStore('classes').delete(of);
			for (const name of ['assignments', 'desk', 'members', 'received'] as const) {
				const store = transaction.objectStore(name);
				for (const key of await store.index('class').getAllKeys(of)) await store.delete(key);
			}
		});
	}
}

/** A seal differs each time: what is there already under the same id is ours, its answer lost. */
async function thereAlready(call: Promise<unknown>): Promise<void> {
	try {
		await call;
	} catch (cause) {
		if (!(cause instanceof CallError && cause.code === 'conflict')) throw cause;
	}
}

/** It is there no more, as it should be. */
async function gone(call: Promise<void>): Promise<void> {
	try {
		await call;
	} catch (cause) {
		if (!(cause instanceof CallError && cause.code === 'not-found')) throw cause;
	}
}

/** What a newer version of the app wrote is left for that version. */
async function orLeft<T>(opening: Promise<T>): Promise<T | undefined> {
	try {
		return await opening;
	} catch (cause) {
		if (!(cause instanceof ClassError)) throw cause;
		console.warn(cause);
		return undefined;
	}
}
