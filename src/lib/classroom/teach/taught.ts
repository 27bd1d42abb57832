/** What a teacher does with a class. */
import { DAY, PURGE_LIMIT } from '../../class/api.ts';
import { newest, type Assignment } from '../../class/documents/assignment.ts';
import { newJoinCode } from '../../class/join-code.ts';
import type { Progress } from '../../class/documents/member.ts';
import { openMember, openProgress } from '../../class/seal/documents.ts';
import { CallError } from '../client.ts';
import type { SetAssignment, TaughtClass } from '../rows.ts';
import { ClassSync, orLeft, type World } from './class-sync.ts';
import { doorOf, putOnServer } from './making.ts';
import { keepEdit } from './revisions.ts';

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
	readonly #sync: ClassSync;

	constructor(row: Pick<TaughtClass, 'id' | 'secret'>, world: World) {
		this.#world = world;
		this.#id = row.id;
		this.#sync = new ClassSync(row, world);
	}

	/**
	 * One round with the server: sends what waits, reads what is new.
	 *
	 * @returns whether there was anything new @throws CallError, StorageError
	 */
	round(): Promise<boolean> {
		return this.#sync.round();
	}

	/** Says that the teacher link is kept elsewhere too. */
	keptLink() {
		return this.#sync.change({ linkKept: true });
	}

	/** Gives the class to the server, with the assignments made so far. @throws CallError */
	async connect(): Promise<TaughtClass> {
		const { client, random, now, classroom } = this.#world;
		const row = await putOnServer(await this.#sync.row(), { client, random, now: now() });
		await classroom.put('classes', row);
		if (row.joinCode) await this.#sync.tellCode(row.joinCode);
		await this.#sync.send();
		return row;
	}

	/** Who is in the class, in the order of joining. */
	async pupils(): Promise<Pupil[]> {
		const rows = await this.#world.classroom.allOf('members', 'class', this.#id);
		const { identity } = await this.#sync.keys;
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

	/** How many devices are at work on an assignment, as far as they have told. */
	async atWork(assignment: string): Promise<number> {
		const rows = await this.#world.classroom.allOf('members', 'class', this.#id);
		const { identity } = await this.#sync.keys;
		const told = await Promise.all(
			rows.map(async ({ id, removed, progress }) =>
				removed || !progress
					? undefined
					: orLeft(openProgress({ id, sealed: progress.sealed }, identity))
			)
		);
		const isAt = ({ assignment: of, handIn }: Progress['work'][number]) =>
			of === assignment && handIn === undefined;
		return told.filter((each) => each?.work.some(isAt)).length;
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
		if (!(await this.#sync.row()).onServer) return { row: edit };
		try {
			await this.#sync.send();
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
		const known = await this.#sync.row();
		const keys = await this.#sync.keys;
		// What another device of the teacher has changed meanwhile stays.
		if (known.onServer) await this.#sync.readDoor(known);
		const before = await this.#sync.row();
		const expires = days === undefined ? before.expires : now() + days * DAY;
		const joinCode = newCode || !before.joinCode ? newJoinCode(random) : before.joinCode;
		const { name, naming, locked } = { ...before, ...parts };
		const door = { name, naming, locked, expires, joinCode };
		if (!before.onServer) return this.#sync.change(door);
		const { sequence } = await client.putDoor(this.#id, keys.token, {
			locked,
			expires,
			sequence: before.sequence + 1,
			...(await doorOf({ ...before, name, naming }, joinCode, keys, random))
		});
		const after = await this.#sync.change({ ...door, sequence });
		if (joinCode !== before.joinCode) {
			await this.#sync.tellCode(joinCode);
			await this.#sync.send();
		}
		return after;
	}

	/** Removes pupils. @param handIns what becomes of what they handed in, on every device @throws CallError */
	async remove(ids: readonly string[], handIns: 'keep' | 'delete'): Promise<void> {
		const { client, classroom } = this.#world;
		const { token } = await this.#sync.keys;
		const rows = await classroom.allOf('members', 'class', this.#id);
		for (let at = 0; at < ids.length; at += PURGE_LIMIT) {
			const some = ids.slice(at, at + PURGE_LIMIT);
			await client.purge(this.#id, token, { ids: some, handIns });
			const removed = { removed: true, sealed: '', progress: null };
			const left = rows
				.filter(({ id }) => some.includes(id))
				.map(({ opened: _, ...row }) => ({ ...row, ...removed, emptied: handIns === 'delete' }));
			await this.#sync.keepMembers(left);
		}
	}

	/**
	 * Ends the class: deletes all of it on the server, then here.
	 *
	 * @throws CallError when the server could not be reached: then nothing is deleted
	 */
	async end(): Promise<void> {
		const { client } = this.#world;
		const { token } = await this.#sync.keys;
		if ((await this.#sync.row()).onServer) await gone(client.deleteClass(this.#id, token));
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

/** It is there no more, as it should be. */
async function gone(call: Promise<void>): Promise<void> {
	try {
		await call;
	} catch (cause) {
		if (!(cause instanceof CallError && cause.code === 'not-found')) throw cause;
	}
}
