/** The way into a class: a code or an assignment, then a name. */
import { ClassError } from '../../class/problem.ts';
import type { Assignment } from '../../class/documents/assignment.ts';
import { readFile } from '../../class/carry/file.ts';
import { readLink } from '../../class/carry/link.ts';
import { unpackAssignment, type Packet } from '../../class/carry/packet.ts';
import { PartCollector, type Gathered } from '../../class/carry/parts.ts';
import { readJoinCode } from '../../class/join-code.ts';
import { classroom } from '../database.ts';
import { client } from '../outbox-here.ts';
import type { Membership } from '../rows.ts';
import {
	join,
	joiningProblem,
	keepAssignment,
	newPlace,
	openedDoor,
	placeFor,
	prepareJoining,
	type Door,
	type Joining
} from './joining.ts';
import { chosenName, type Naming } from './naming.ts';
import { device } from './pupil.svelte.ts';

const ANY_NAME: Naming = { by: 'nickname' };

const other = () =>
	new ClassError('other', 'This is no assignment; look for the right link, code or file.');

/** An assignment out of a link or a file's text. */
async function readWhole(text: string): Promise<Assignment> {
	if (text.startsWith('{')) {
		const opened = readFile(text);
		if (opened.what === 'assignment') return opened.document;
		throw other();
	}
	const packet = await readLink(text);
	if (packet.what === 'assignment') return unpackAssignment(packet);
	throw other();
}

const isPart = (text: string) => /^\s*WSW\d/.test(text);

/** Whether a text is more than a join code. */
const isCarried = (text: string) => isPart(text) || /^\s*\{|(^|#)[ah]\d+\./.test(text);

const isCode = (text: string) => {
	try {
		return readJoinCode(text) !== '';
	} catch {
		return false;
	}
};

/** Whether a code that the camera sees is worth trying: any poster has one. */
const isOurs = (text: string) => isCarried(text) || isCode(text);

export class JoinPage {
	problem = $state('');
	busy = $state(false);
	door = $state.raw<Door>();
	assignment = $state.raw<Assignment>();
	/** An assignment of which some codes are still to come. */
	gathered = $state.raw<Gathered>();
	/** The place that this device has in that class already. */
	before = $state.raw<Membership>();
	#prepared: { name: string; joining: Joining } | undefined;
	/** Codes come one by one and in any order, scanned or pasted. */
	readonly #parts = new PartCollector();

	/** How pupils are called here; `undefined` while it is not known where. */
	get naming(): Naming | undefined {
		if (this.door) return this.door.board.naming;
		return this.assignment && (this.assignment.naming ?? ANY_NAME);
	}

	/** Who comes to know the name that is chosen here. */
	get sealed(): 'on-server' | 'to-teacher' | 'nobody' {
		if (this.door) return 'on-server';
		return this.assignment?.publicKey ? 'to-teacher' : 'nobody';
	}

	get title(): string {
		return this.door?.board.name ?? this.assignment?.className ?? this.assignment?.title ?? '';
	}

	/**
	 * Takes what was typed, pasted, dropped or stands in the address.
	 *
	 * @param from `carried` for what was given where a file, link or text is asked for, not a code
	 * @returns whether the device is in the class now, and the class can be opened
	 */
	take(text: string, from?: 'carried'): Promise<boolean> {
		return this.#guarded(async () => {
			this.door = this.assignment = this.before = this.#prepared = undefined;
			const memberships = await classroom.all('memberships');
			if (isCarried(text)) {
				const document = await this.#readAssignment(text);
				if (!document) return false;
				this.assignment = document;
				const place = placeFor(document, memberships);
				if (!place) return false;
				await keepAssignment(document, place, classroom, Date.now());
				return true;
			}
			if (from && !isCode(text)) throw other();
			const door = await openedDoor(client, text);
			this.before = memberships.find(
				({ class: id, standing }) => id === door.class && standing === 'in'
			);
			this.door = door;
			return false;
		});
	}

	/**
	 * Takes what the camera sees.
	 *
	 * @returns what it was: `foreign` when it is no code of this app, `part` when others are still to
	 * come, `taken` when there is something to go on with or to tell, `in` as `take` says
	 */
	async scanned(text: string): Promise<'foreign' | 'part' | 'taken' | 'in'> {
		if (!isOurs(text)) return 'foreign';
		if (await this.take(text)) return 'in';
		return isPart(text) && this.gathered && !this.problem ? 'part' : 'taken';
	}

	/** @returns nothing while codes are still to come */
	async #readAssignment(text: string): Promise<Assignment | undefined> {
		if (!isPart(text)) return readWhole(text.trim());
		let packet: Packet | undefined;
		for (const line of text.trim().split(/\s*[\r\n]+\s*/)) {
			const gathered = await this.#parts.add(line);
			if (gathered.what !== 'assignment') throw other();
			packet = gathered.packet;
			this.gathered = packet ? undefined : gathered;
		}
		return packet && unpackAssignment(packet);
	}

	/** Joins under a name. @returns whether that succeeded */
	joinAs(entered: string): Promise<boolean> {
		return this.#guarded(async () => {
			const { naming, door, assignment } = this;
			if (!naming) return false;
			const name = chosenName(naming, entered);
			if (door) await this.#joinClass(door, name);
			else if (assignment)
				await keepAssignment(assignment, newPlace(assignment, name, device), classroom, Date.now());
			return true;
		});
	}

	async #joinClass(door: Door, name: string) {
		if (this.#prepared?.name !== name) {
			const places = await classroom.allOf('memberships', 'class', door.class);
			const before = places.find(({ standing }) => standing === 'no-server');
			this.#prepared = { name, joining: await prepareJoining(door, name, device, before) };
		}
		// The same again after an answer that was lost: the class then has this device once.
		await join(this.#prepared.joining, door, client, classroom);
	}

	async #guarded(work: () => Promise<boolean>): Promise<boolean> {
		if (this.busy) return false;
		this.problem = '';
		this.busy = true;
		try {
			return await work();
		} catch (cause) {
			this.problem = joiningProblem(cause);
			return false;
		} finally {
			this.busy = false;
		}
	}
}
