/** A class as a teacher's and pupils' devices make it, by the core and over the API, for journeys and the bench. */
import { randomBytes } from 'node:crypto';
import { courseItems, someAnswers } from '../../src/lib/class/answering.ts';
import type { Bytes } from '../../src/lib/class/bytes.ts';
import { packHandIn, type Packet } from '../../src/lib/class/carry/packet.ts';
import type { Assignment } from '../../src/lib/class/documents/assignment.ts';
import { handIn, type HandIn, type HandInAnswer } from '../../src/lib/class/documents/hand-in.ts';
import { member, progress } from '../../src/lib/class/documents/member.ts';
import { newId } from '../../src/lib/class/ids.ts';
import { publicKeyOf } from '../../src/lib/class/seal/class-key.ts';
import { sealAssignment, sealBoard, sealForTeacher } from '../../src/lib/class/seal/documents.ts';
import {
	hashOf,
	newSecret,
	printTeacherLink,
	teacherKeys,
	type TeacherKeys
} from '../../src/lib/class/secrets.ts';
import { aHandIn, anAssignment } from '../../src/lib/class/testing.ts';
import { loadKinds } from '../../src/lib/quiz/kinds/index.ts';
import { send } from './class-client.ts';

await loadKinds();

const random = (count: number): Bytes => new Uint8Array(randomBytes(count));

let last = 0;
/** Later than all before, so that ids sort as they were made. */
const now = () => (last = Math.max(last + 1, Date.now()));

export interface Pupil {
	id: string;
	name: string;
	token: string;
}

/** The first questions of the course. */
export const firstItems = (count: number) => courseItems.slice(0, count);

export class TaughtClass {
	readonly id = newId(now(), random);
	readonly secret = newSecret(random);
	readonly #url: string;
	readonly #join = newSecret(random);
	#keys: TeacherKeys | undefined;
	publicKey = '';

	private constructor(url: string) {
		this.#url = url;
	}

	/** A class that no server has. */
	static async unserved(): Promise<TaughtClass> {
		const made = new TaughtClass('');
		made.#keys = await teacherKeys(made.secret);
		made.publicKey = await publicKeyOf(made.#keys.identity);
		return made;
	}

	/** @param url of a running server */
	static async make(url: string, name = 'Class 9b'): Promise<TaughtClass> {
		const made = new TaughtClass(url);
		const keys = (made.#keys = await teacherKeys(made.secret));
		made.publicKey = await publicKeyOf(keys.identity);
		const board = await sealBoard(
			{
				type: 'who-says-what/board',
				version: 1,
				class: made.id,
				name,
				naming: { by: 'nickname' }
			},
			{ boardKey: keys.boardKey, doorKey: newSecret(random) },
			random
		);
		const joinHash = await hashOf(made.#join);
		await made.#put('', keys.token, { publicKey: made.publicKey, joinHash, board });
		return made;
	}

	/** The fragment of the teacher link. */
	get fragment(): string {
		return printTeacherLink({ class: this.id, secret: this.secret });
	}

	get #teacher(): TeacherKeys {
		if (!this.#keys) throw new Error('The class is not made.');
		return this.#keys;
	}

	async join(name: string): Promise<Pupil> {
		const pupil = { id: newId(now(), random), name, token: newSecret(random) };
		const document = {
			type: 'who-says-what/member' as const,
			version: 1 as const,
			id: pupil.id,
			class: this.id,
			name,
			joined: now(),
			app: 'test'
		};
		const sealed = await sealForTeacher(member, document, this.publicKey);
		const secretHash = await hashOf(pupil.token);
		await this.#put(`/members/${pupil.id}`, this.#join, { secretHash, sealed });
		return pupil;
	}

	/** An assignment of some questions of the course; not yet given out. */
	assignment(count: number, parts: Partial<Assignment> = {}): Assignment {
		const items = firstItems(count).map(({ id, revision }) => ({ id, revision }));
		return anAssignment({
			id: newId(now(), random),
			class: this.id,
			publicKey: this.publicKey,
			items,
			...parts
		});
	}

	/** Gives an assignment out over the server. */
	async set(document: Assignment): Promise<void> {
		const { token, boardKey } = this.#teacher;
		const sealed = await sealAssignment(document, boardKey, random);
		const { id, revision } = document;
		await this.#put(`/assignments/${id}`, token, { revision, sealed });
	}

	async works(pupil: Pupil, { id, revision, items }: Assignment, answered: number): Promise<void> {
		const work = { assignment: id, revision, attempt: 1, answered, of: items.length, begun: now() };
		const document = {
			type: 'who-says-what/progress' as const,
			version: 1 as const,
			member: pupil.id,
			at: now(),
			work: [work]
		};
		const sealed = await sealForTeacher(progress, document, this.publicKey);
		await this.#put(`/members/${pupil.id}/progress`, pupil.token, { sequence: 1, sealed });
	}

	/** A hand-in, not yet sent. */
	answered(
		{ id, name }: Pick<Pupil, 'id' | 'name'>,
		assignment: Assignment,
		answers: HandInAnswer[] = someAnswers(firstItems(assignment.items.length), `${id}/${name}`),
		parts: Partial<HandIn> = {}
	): HandIn {
		const handedIn = now();
		return aHandIn({
			id: newId(handedIn, random),
			class: this.id,
			assignment: assignment.id,
			revision: assignment.revision,
			member: { id, name },
			begun: handedIn - 600_000,
			handedIn,
			answers,
			...parts
		});
	}

	async handIn({ token }: Pupil, document: HandIn): Promise<void> {
		const sealed = await sealForTeacher(handIn, document, this.publicKey);
		const { id, assignment, revision, member } = document;
		const body = { member: member.id, assignment, revision, sealed };
		await this.#put(`/hand-ins/${id}`, token, body);
	}

	/** A hand-in as it goes without the server. */
	packet(document: HandIn): Promise<Packet> {
		return packHandIn(document, this.publicKey);
	}

	async #put(path: string, token: string, body: object): Promise<void> {
		const to = `/api/v1/classes/${this.id}${path}`;
		const { status, text } = await send(this.#url, 'PUT', to, { token, body });
		if (status >= 300) throw new Error(`${status}: ${text}`);
	}
}
