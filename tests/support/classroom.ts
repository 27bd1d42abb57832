/** A teacher as the API sees one, for journeys of pupils: makes a class, sets, reads what came. */
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright/test';
import type { CatalogPack, ItemsPack } from '../../src/lib/content/packs.ts';
import type { Bytes } from '../../src/lib/class/bytes.ts';
import type { Assignment } from '../../src/lib/class/documents/assignment.ts';
import type { Board } from '../../src/lib/class/documents/board.ts';
import type { HandIn } from '../../src/lib/class/documents/hand-in.ts';
import { newId } from '../../src/lib/class/ids.ts';
import { joinKeys, newJoinCode, printJoinLink } from '../../src/lib/class/join-code.ts';
import { publicKeyOf } from '../../src/lib/class/seal/class-key.ts';
import { openHandIn, sealAssignment, sealBoard } from '../../src/lib/class/seal/documents.ts';
import { hashOf, newSecret, teacherKeys, type TeacherKeys } from '../../src/lib/class/secrets.ts';
import { anAssignment } from '../../src/lib/class/testing.ts';
import { ClassClient, readOn } from '../../src/lib/classroom/client.ts';
import { serverPack } from './packs.ts';

const random = (count: number): Bytes => new Uint8Array(randomBytes(count));

export class Teacher {
	readonly id = newId(Date.now(), random);
	readonly code = newJoinCode(random);
	readonly #url: string;
	readonly #client: ClassClient;
	readonly #keys: TeacherKeys;
	readonly publicKey: string;

	private constructor(url: string, keys: TeacherKeys, publicKey: string) {
		this.#url = url;
		this.#client = new ClassClient(url);
		this.#keys = keys;
		this.publicKey = publicKey;
	}

	/** A teacher without a class on any server. */
	static async alone(url: string): Promise<Teacher> {
		const keys = await teacherKeys(newSecret(random));
		return new Teacher(url, keys, await publicKeyOf(keys.identity));
	}

	/** Makes a class on the server. */
	static async withClass(url: string, naming: Board['naming']): Promise<Teacher> {
		const teacher = await Teacher.alone(url);
		await teacher.#open(naming);
		return teacher;
	}

	get joinLink() {
		return `${this.#url}/join${printJoinLink(this.code)}`;
	}

	get identity() {
		return this.#keys.identity;
	}

	async #open(naming: Board['naming']) {
		const { token, doorKey } = await joinKeys(this.code);
		const { boardKey } = this.#keys;
		const board = await sealBoard(
			{ type: 'who-says-what/board', version: 1, class: this.id, name: 'History 9b', naming },
			{ boardKey, doorKey },
			random
		);
		const joinHash = await hashOf(token);
		const { publicKey } = this;
		await this.#client.putClass(this.id, this.#keys.token, { publicKey, joinHash, board });
	}

	async lock() {
		const { token, doorKey } = await joinKeys(this.code);
		const found = await this.#client.getClass(this.id, this.#keys.token);
		await this.#client.putDoor(this.id, this.#keys.token, {
			locked: true,
			joinHash: await hashOf(token),
			board: found.board,
			expires: found.expires,
			sequence: found.sequence + 1
		});
		return doorKey;
	}

	/** An assignment of the first questions of one choice, and of the first card. */
	async assignment(parts: Partial<Assignment> = {}, count = 2): Promise<Assignment> {
		const [{ items }, { modules }] = await Promise.all([
			serverPack(this.#url, 'items') as Promise<ItemsPack>,
			serverPack(this.#url, 'catalog') as Promise<CatalogPack>
		]);
		const chosen = items.filter(({ kind }) => kind === 'choice').slice(0, count);
		return anAssignment({
			id: newId(Date.now(), random),
			publicKey: this.publicKey,
			cards: modules[0]?.cards.slice(0, 1).map(({ id }) => id) ?? [],
			items: chosen.map(({ id, revision }) => ({ id, revision })),
			at: Date.now(),
			...parts
		});
	}

	async set(document: Assignment) {
		const { token, boardKey } = this.#keys;
		const sealed = await sealAssignment(document, boardKey, random);
		const { id, revision } = document;
		await this.#client.putAssignment(this.id, id, token, { revision, sealed });
	}

	/** What came in, in its order. */
	async handIns(): Promise<HandIn[]> {
		const { token, identity } = this.#keys;
		const { entries } = await readOn(0, (after) => this.#client.handIns(this.id, token, after));
		return Promise.all(entries.map((row) => openHandIn(row, identity)));
	}

	/** How many members have told where they are. */
	async moving(): Promise<number> {
		const { entries } = await this.#client.members(this.id, this.#keys.token, 0);
		return entries.filter(({ progress }) => progress).length;
	}
}

/** A pupil at a phone. */
export class PupilPage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	async join(link: string, name: string) {
		await this.page.goto(link);
		await this.joinAs(name);
	}

	/** Fills in the name where the door stands open, and goes in. */
	async joinAs(name: string) {
		const list = this.page.getByLabel('Your name');
		const nickname = this.page.getByLabel(/nickname/);
		await list.or(nickname).waitFor();
		if (await list.isVisible()) await list.selectOption(name);
		else await nickname.fill(name);
		await this.page.getByRole('button', { name: 'Join' }).click();
		await this.page.getByText(`You are here as ${name}.`).waitFor();
	}

	/**
	 * Begins, or begins again, and answers every question.
	 *
	 * @param choose an option by the question; the first of all where it is left out
	 */
	async work(
		count: number,
		button: string | RegExp = /^Begin/,
		choose: (prompt: string) => string | undefined = () => undefined
	) {
		await this.page.getByRole('button', { name: button }).click();
		for (let at = 1; at <= count; at++) {
			await this.page.getByText(`Question ${at} of ${count}`).waitFor();
			const prompt = await this.page.getByRole('heading', { level: 2 }).first().innerText();
			const option = choose(prompt);
			const options = this.page.getByRole('radio', option ? { name: option, exact: true } : {});
			await options.first().check();
			await this.page.getByRole('button', { name: 'Answer', exact: true }).click();
			await this.page.getByRole('button', { name: /^(Next question|To the end)$/ }).click();
		}
		await this.page.getByRole('heading', { name: 'All is answered' }).waitFor();
	}

	async handIn() {
		await this.page.getByRole('button', { name: 'Hand in', exact: true }).click();
	}

	/** What it says of the hand-in that stands open. */
	get status() {
		return this.page.getByRole('status').filter({ hasText: /anded in|canned/ });
	}

	async leave() {
		await this.page.getByRole('button', { name: 'Leave this class' }).click();
		await this.page.getByRole('button', { name: /^Leave( and lose it)?$/ }).click();
	}

	/** Everything that the device keeps of classes, as text. */
	kept(): Promise<string> {
		return this.page.evaluate(
			() =>
				new Promise<string>((done, failed) => {
					const opening = indexedDB.open('classroom');
					opening.onerror = () => {
						failed(new Error('The database did not open.'));
					};
					opening.onsuccess = () => {
						const db = opening.result;
						const names = [...db.objectStoreNames];
						const all = names.map(
							(name) =>
								new Promise<unknown>((read) => {
									const asked = db.transaction(name).objectStore(name).getAll();
									asked.onsuccess = () => {
										read(asked.result);
									};
								})
						);
						void Promise.all(all).then((rows) => {
							db.close();
							done(JSON.stringify(rows.flat()));
						});
					};
				})
		);
	}
}
