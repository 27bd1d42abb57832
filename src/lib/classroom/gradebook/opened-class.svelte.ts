import { resolve } from '$app/paths';
import type { Assignment } from '../../class/documents/assignment.ts';
import {
	collectedIn,
	desk as deskKind,
	deskRecord,
	type Decision,
	type Desk
} from '../../class/documents/desk.ts';
import type { HandIn } from '../../class/documents/hand-in.ts';
import { toBase64 } from '../../class/bytes.ts';
import { unpackHandIn, type Packet } from '../../class/carry/packet.ts';
import { newId } from '../../class/ids.ts';
import { ClassError } from '../../class/problem.ts';
import type { TeacherKeys, TeacherLink } from '../../class/secrets.ts';
import { painted } from '../../study/pause.ts';
import { CallError, ClassClient } from '../client.ts';
import { classroom } from '../database.ts';
import type { DeskRow, Received as ReceivedRow, TaughtClass } from '../rows.ts';
import { foreseeQuestions } from './content.ts';
import { keep, kept, news, together, type Rows } from './keeping.ts';
import { handInsOf, membersOf, progressOf, uncarried, type Trouble } from './opened.ts';
import { deskBody, fitsDesk, recordRow, sendDesk } from '../teach/desk-records.ts';
import { emptiedOf } from '../teach/emptied.ts';
import type { Round } from '../teach/polling.ts';
import { classByLink } from '../teach/class-by-link.ts';

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** By which way something came without the server. */
export type Way = 'scan' | 'paste' | 'file';

/** What became of something collected. */
export type Taken = 'new' | 'known';

const GONE =
	'The class server no longer has this class, or the link is not whole; what this device keeps stays here.';

const EMPTIED =
	'This pupil was removed from the class and the hand-ins were deleted, so it was not taken over.';

/** A class as its teacher reads it: what this device keeps, and what the server adds while it can be reached. */
export class OpenedClass {
	taught = $state.raw<TaughtClass>();
	#rows = $state.raw<Rows>({ assignments: [], desk: [], members: [], received: [] });
	troubles = $state.raw<Trouble[]>([]);
	/** A sentence where the server cannot be asked; empty when all is well. */
	away = $state('');
	/** A sentence where this device cannot keep what came. */
	unkept = $state('');
	/** When the server was last asked with success; in milliseconds since 1970, UTC. */
	asked = $state(0);
	/** How many are opened, of how many, while a long list is opened. */
	opening = $state.raw<{ done: number; of: number }>();

	readonly revisions = $derived(this.#rows.assignments.map(({ document }) => document));
	readonly handIns = $derived(handInsOf(this.#rows));
	readonly members = $derived(membersOf(this.#rows.members));
	readonly progress = $derived(progressOf(this.#rows.members));
	readonly desk = $derived(this.#rows.desk.map(({ document }) => document));

	#keys: TeacherKeys | undefined;
	/** Ids of hand-ins that no record can carry: each is sealed once to see that, not in every round. */
	readonly #tooLong: string[] = [];
	readonly #client = new ClassClient(resolve('/').replace(/\/$/, ''));

	/** How much waits to reach the server. */
	readonly waiting = $derived.by(() => {
		const rows = this.#rows.desk.filter(({ sent }) => !sent);
		const handIns = rows.filter(({ document }) => collectedIn(document)).length;
		return { decisions: rows.length - handIns, handIns };
	});

	/** @throws CallError, ClassError, StorageError with a sentence for the teacher */
	async open(link: TeacherLink): Promise<void> {
		const { taught, keys, kept: here } = await classByLink(this.#client, link, Date.now());
		this.#keys = keys;
		if (here) {
			const { rows, troubles } = await kept(taught.id, keys, this.#told);
			this.#rows = rows;
			this.troubles = troubles;
		} else this.unkept = 'This browser keeps nothing for this page, so all is read anew each time.';
		this.opening = undefined;
		this.taught = taught;
	}

	/** One round with the server: decisions go there, what is new comes. Never throws. */
	async round(): Promise<Round> {
		const [{ taught }, keys] = [this, this.#keys];
		if (!taught?.onServer || !keys) return { news: false };
		try {
			await this.#carryEarlier(taught.id, keys);
			await this.#sendDesk(keys);
			const read = await news(this.#client, taught, keys, this.#told, foreseeQuestions);
			this.#add(read.rows, read.troubles);
			// The marks are drawn before those who joined are opened.
			if (read.rows.received.length > 0) await painted();
			const { members, troubles } = await read.people();
			this.#add({ ...NOTHING, members }, troubles);
			const rows: Rows = { ...read.rows, members };
			const fresh = hasAny(rows);
			if (fresh) this.unkept = (await keep(taught.id, rows, read.cursors)) || this.unkept;
			if (read.rows.assignments.length > 0) await this.#readSet(taught.id);
			this.taught = { ...taught, cursors: read.cursors, deskVersion: deskKind.version };
			this.asked = Date.now();
			this.away = '';
			return { news: fresh };
		} catch (cause) {
			if (!(cause instanceof CallError)) console.error(cause);
			const call = cause instanceof CallError ? cause : undefined;
			this.away = !call
				? 'What the class server sent could not be read; open the page again.'
				: call.code === 'not-found'
					? GONE
					: call.message;
			return { failed: true, retryAfter: call?.retryAfter };
		} finally {
			this.opening = undefined;
		}
	}

	/** Writes down a decision of the teacher; it holds once it is kept, and goes to the server when it can be reached. */
	async decide(decision: Decision): Promise<void> {
		const { taught } = this;
		if (!taught) return;
		// Without a server too: one may be found later.
		const desk = [recordRow(taught.id, this.#record(decision))];
		this.unkept = await keep(taught.id, { desk });
		this.#rows = together(this.#rows, { ...NOTHING, desk });
		await this.round();
	}

	/** Later than all that are known, whatever another device's clock said. */
	#record(decision: Decision): Desk {
		const at = Math.max(Date.now(), ...this.desk.map((each) => each.at + 1));
		return deskRecord(newId(at, random), at, decision);
	}

	/**
	 * Writes down what this device took in, for the teacher's other devices; once for each hand-in.
	 *
	 * @returns the rows to keep; none for one that is known on the server, or too long for it
	 */
	async #carried(taken: readonly ReceivedRow[], { deskKey }: TeacherKeys): Promise<DeskRow[]> {
		const rows: DeskRow[] = [];
		for (const { of, handIn } of uncarried(taken, this.#rows)) {
			if (this.#tooLong.includes(handIn.id)) continue;
			const record = this.#record({ kind: 'collected', handIn });
			if (fitsDesk(await deskBody(record, deskKey, random))) rows.push(recordRow(of, record));
			else this.#tooLong.push(handIn.id);
		}
		return rows;
	}

	/**
	 * Takes over a hand-in that came without the server.
	 *
	 * @returns what became of it; `alone` where the teacher's other devices cannot be given it @throws ClassError with a sentence for the teacher
	 */
	async take(
		packet: Packet,
		by: Way
	): Promise<{ taken: Taken; document: HandIn; alone?: boolean }> {
		const [{ taught }, keys] = [this, this.#keys];
		if (!taught || !keys) throw new ClassError('not-ours', 'Open the class first.');
		const document = await unpackHandIn(packet, keys.identity);
		if (document.class !== undefined && document.class !== taught.id)
			throw new ClassError('not-ours', 'This was handed in to another class.');
		if (emptiedOf(this.#rows.members).has(document.member.id))
			throw new ClassError('not-ours', EMPTIED);
		const text = JSON.stringify(document);
		const same = this.handIns.some(
			(each) => each.document.id === document.id && JSON.stringify(each.document) === text
		);
		if (same) return { taken: 'known', document };
		const row: ReceivedRow = {
			v: 1,
			id: document.id,
			class: taught.id,
			assignment: document.assignment,
			sealed: toBase64(packet.bytes),
			document,
			received: Date.now(),
			by
		};
		// Of two contents under one id the device keeps the first; the gradebook names both meanwhile.
		const first = !this.handIns.some((each) => each.document.id === document.id);
		const desk = first ? await this.#carried([row], keys) : [];
		this.#rows = together(this.#rows, { ...NOTHING, received: [row], desk });
		if (first) this.unkept = await keep(taught.id, { received: [row], desk });
		return { taken: 'new', document, alone: taught.onServer && first && desk.length === 0 };
	}

	/** Takes over an assignment from a file or link. @throws ClassError when it is another class's */
	async takeAssignment(document: Assignment): Promise<Taken> {
		const { taught } = this;
		const ours = taught && [undefined, taught.publicKey].includes(document.publicKey);
		if (!ours || ![undefined, taught.id].includes(document.class))
			throw new ClassError('not-ours', 'This assignment belongs to another class; open that one.');
		const { id, revision } = document;
		if (this.revisions.some((each) => each.id === id && each.revision === revision)) return 'known';
		const row = { v: 1 as const, class: taught.id, id, revision, document, sent: false };
		this.#rows = together(this.#rows, { ...NOTHING, assignments: [row] });
		this.unkept = await keep(taught.id, { assignments: [row] });
		return 'new';
	}

	/** As they are kept: an edit made here may have made room for what the server has. */
	async #readSet(of: string) {
		const assignments = this.unkept ? [] : await classroom.allOf('assignments', 'class', of);
		this.#rows = together(this.#rows, { ...NOTHING, assignments });
	}

	#add(rows: Rows, troubles: readonly Trouble[]) {
		if (hasAny(rows)) this.#rows = together(this.#rows, rows);
		if (troubles.length > 0) this.troubles = [...this.troubles, ...troubles];
	}

	/** What was taken in before this app could carry it. */
	async #carryEarlier(of: string, keys: TeacherKeys): Promise<void> {
		const desk = await this.#carried(this.#rows.received, keys);
		if (desk.length === 0) return;
		this.#rows = together(this.#rows, { ...NOTHING, desk });
		await keep(of, { desk });
	}

	async #sendDesk(keys: TeacherKeys): Promise<void> {
		for (const row of this.#rows.desk.filter(({ sent }) => !sent)) {
			const desk = [await sendDesk(row, this.#client, keys, random)];
			this.#rows = together(this.#rows, { ...NOTHING, desk });
			await keep(row.class, { desk });
		}
	}

	readonly #told = (done: number, of: number) => {
		this.opening = { done, of };
	};
}

const hasAny = (rows: Rows) => Object.values(rows).some((each: unknown[]) => each.length > 0);

const NOTHING: Rows = { assignments: [], desk: [], members: [], received: [] };
