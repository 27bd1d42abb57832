/**
 * Seeded schedules of what can happen to hand-ins between the phones of a class and the class server:
 * the real outbox, the real client and the real endpoints on SQLite, with a bad network in between.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { toBase64Url } from '../../src/lib/class/bytes.ts';
import { handIn, type HandIn } from '../../src/lib/class/documents/hand-in.ts';
import { merged } from '../../src/lib/class/gradebook/merge.ts';
import { openHandIn, sealForTeacher } from '../../src/lib/class/seal/documents.ts';
import { publicKeyOf } from '../../src/lib/class/seal/class-key.ts';
import { hashOf, newSecret, teacherKeys } from '../../src/lib/class/secrets.ts';
import { aHandIn, idOf, seeded } from '../../src/lib/class/testing.ts';
import { ClassClient, readOn } from '../../src/lib/classroom/client.ts';
import { again, Outbox, sender, type OutboxStorage } from '../../src/lib/classroom/outbox.ts';
import { Outgoing } from '../../src/lib/classroom/rows.ts';
import { randomFrom } from '../../src/lib/quiz/random.ts';
import { putClass } from '../../src/lib/server/class/classes.ts';
import { putMember } from '../../src/lib/server/class/members.ts';
import { classStore, closeClassStore } from '../../src/lib/server/class/service.ts';
import { GET as getHandIns } from '../../src/routes/api/v1/classes/[class]/hand-ins/+server.ts';
import { PUT as putHandIn } from '../../src/routes/api/v1/classes/[class]/hand-ins/[handIn]/+server.ts';
import { classBody, memberBody } from './class-data.ts';

const PUPILS = ['Ani', 'Leyla', 'Mika'];
const WORKS = 3;
const STEPS = 24;
const MINUTE = 60_000;

/** A hand-in sealed twice, as two tabs do that hand in the same work at once. */
interface Made {
	document: HandIn;
	sealed: { text: string; sha256: string }[];
}

interface Pupil {
	id: string;
	secret: string;
	works: Made[];
}

interface Teacher {
	token: string;
	identity: string;
}

/** A class whose pupils have their hand-ins sealed; sealing is slow, so that all schedules share them. */
export interface Sealed {
	teacher: Teacher;
	pupils: Pupil[];
	/** Opens what the server gives out, each sealed text once. */
	opened: Map<string, Promise<HandIn>>;
}

async function sealedPupil(name: string, publicKey: string): Promise<Pupil> {
	const id = idOf(name);
	const works = Array.from({ length: WORKS }, async (_, index): Promise<Made> => {
		const document = aHandIn({
			id: idOf(`${name}/${index}`),
			member: { id, name },
			attempt: index + 1,
			answers: [{ item: 'q-1', revision: 1, response: `${name} ${index}`, shown: 0, answered: 9 }]
		});
		const sealed = [1, 2].map(async () => {
			const text = await sealForTeacher(handIn, document, publicKey);
			return { text, sha256: await hashOf(text) };
		});
		return { document, sealed: await Promise.all(sealed) };
	});
	return {
		id,
		secret: toBase64Url(seeded(`secret of ${name}`)(32)),
		works: await Promise.all(works)
	};
}

export async function sealAll(): Promise<Sealed> {
	const { token, identity } = await teacherKeys(newSecret(seeded('teacher')));
	const publicKey = await publicKeyOf(identity);
	const pupils = await Promise.all(PUPILS.map((name) => sealedPupil(name, publicKey)));
	return { teacher: { token, identity }, pupils, opened: new Map() };
}

/** Runs work with a class server of its own in this process. */
export async function withClassServer<T>(work: () => Promise<T>): Promise<T> {
	const dataDir = mkdtempSync(join(tmpdir(), 'outbox-'));
	const before = { ...process.env };
	process.env.DATA_DIR = dataDir;
	delete process.env.DATABASE_URL;
	try {
		return await work();
	} finally {
		await closeClassStore();
		process.env = before;
		rmSync(dataDir, { recursive: true });
	}
}

/** The endpoints, as a fetch. */
async function serve(url: string, init: RequestInit = {}): Promise<Response> {
	const address = new URL(url, 'http://localhost');
	const [, , , , classId = '', , handInId = ''] = address.pathname.split('/');
	const handler: RequestHandler = init.method === 'PUT' ? putHandIn : getHandIns;
	return handler({
		request: new Request(address, { ...init, signal: null }),
		url: address,
		params: { class: classId, handIn: handInId },
		getClientAddress: () => '127.0.0.1'
	} as never);
}

const FAULTS = ['offline', 'lost', 'late', 'twice', 'portal', 'broken', 'busy', 'none'] as const;
type Fault = (typeof FAULTS)[number];

const page = (status: number) =>
	new Response('<!doctype html><title>Log in</title>', {
		status,
		headers: { 'content-type': 'text/html' }
	});

const busy = () =>
	Response.json(
		{
			type: 'about:blank',
			title: 'Busy',
			status: 503,
			code: 'storage-unavailable',
			detail: 'Busy.'
		},
		{ status: 503, headers: { 'content-type': 'application/problem+json', 'retry-after': '5' } }
	);

/** What lies between a phone and the server. */
class Network {
	/** Of ten requests so many go well. */
	good = 5;
	readonly #random: () => number;
	#late: (() => Promise<unknown>)[] = [];

	constructor(random: () => number) {
		this.#random = random;
	}

	readonly fetch: typeof fetch = async (input, init) => {
		const send = () => serve(input as string, init);
		switch (this.#fault()) {
			case 'offline':
				throw new TypeError('Failed to fetch');
			case 'lost':
				await send();
				throw new TypeError('Failed to fetch');
			case 'late':
				this.#late.push(send);
				throw new TypeError('Failed to fetch');
			case 'twice':
				return (await Promise.all([send(), send()]))[this.#random() < 0.5 ? 0 : 1];
			case 'portal':
				return page(200);
			case 'broken':
				return page(502);
			case 'busy':
				return busy();
			case 'none':
				return send();
		}
	};

	/** What was given up by its sender arrives, in any order. */
	async deliver() {
		const late = this.#late.sort(() => this.#random() - 0.5);
		this.#late = [];
		for (const send of late) await send();
	}

	#fault(): Fault {
		if (this.#random() * 10 < this.good) return 'none';
		return FAULTS[Math.floor(this.#random() * FAULTS.length)] ?? 'none';
	}
}

class Killed extends Error {}

/** What a phone keeps: rows outlive every tab. */
class Disk {
	readonly rows = new Map<string, Outgoing>();

	/** As one tab sees it, for as long as that lives. */
	seenBy(tab: { alive: boolean }): OutboxStorage {
		const step = async () => {
			await Promise.resolve();
			if (!tab.alive) throw new Killed();
		};
		return {
			all: async () => {
				await step();
				return structuredClone([...this.rows.values()]);
			},
			add: async (row) => {
				await step();
				const standing = this.rows.get(row.id) ?? v.parse(Outgoing, row);
				this.rows.set(row.id, standing);
				return standing;
			},
			change: async (id, change) => {
				await step();
				const row = this.rows.get(id);
				// As in the database: what could not be read again is not written.
				if (row) this.rows.set(id, v.parse(Outgoing, change(row)));
			}
		};
	}
}

interface Tab {
	alive: boolean;
	outbox: Outbox;
}

/** A phone with one tab or two. */
class Phone {
	readonly disk = new Disk();
	readonly network: Network;
	tabs: Tab[] = [];
	/** Behind the server's by some hours, or before it. */
	clock: number;
	readonly #class: string;
	readonly #pupil: Pupil;
	readonly #random: () => number;
	readonly #locks: boolean;
	#locked = false;
	#begun = 0;

	constructor(classId: string, pupil: Pupil, random: () => number) {
		this.#class = classId;
		this.#pupil = pupil;
		this.#random = random;
		this.#locks = random() < 0.7;
		this.network = new Network(random);
		this.clock = 1e12 * random();
		this.open();
	}

	open() {
		const tab = { alive: true };
		const client = new ClassClient('', this.network.fetch);
		const outbox = new Outbox({
			storage: this.disk.seenBy(tab),
			send: sender(client, () => Promise.resolve(this.#pupil.secret)),
			now: () => Math.floor(this.clock),
			random: this.#random,
			alone: (work) => this.#alone(work)
		});
		this.tabs.push(Object.assign(tab, { outbox }));
	}

	kill() {
		const [first, ...rest] = this.tabs;
		if (first) first.alive = false;
		this.tabs = rest;
		if (rest.length === 0) this.open();
	}

	/** The next work is handed in, in every tab that is open. */
	async handIn() {
		const work = this.#pupil.works[this.#begun];
		if (!work) return;
		this.#begun += 1;
		const { document, sealed } = work;
		await Promise.all(
			this.tabs.map(({ outbox }, index) => {
				const { text, sha256 } = sealed[index % 2] ?? { text: '', sha256: '' };
				return outbox.add({
					v: 1,
					id: document.id,
					membership: this.#pupil.id,
					class: this.#class,
					assignment: document.assignment,
					revision: document.revision,
					sealed: text,
					sha256,
					made: Math.floor(this.clock),
					state: 'waiting',
					failures: 0,
					notBefore: 0,
					problem: ''
				});
			})
		);
	}

	/** All tabs send; perhaps one is killed while it waits for an answer. */
	async flush(urgent: boolean, killed: boolean) {
		const flushed = this.tabs.map(({ outbox }) =>
			outbox.flush(urgent).catch((error: unknown) => {
				if (!(error instanceof Killed)) throw error;
			})
		);
		if (killed) {
			for (let turns = this.#random() * 6; turns > 0; turns--) await Promise.resolve();
			this.kill();
		}
		await Promise.all(flushed);
	}

	/** At last the network is good, and the phone is looked at now and then. */
	async settle() {
		this.network.good = 10;
		for (const row of this.disk.rows.values()) this.disk.rows.set(row.id, again(row));
		for (let times = 0; times < 20; times++) {
			await this.flush(true, false);
			const wait = await this.tabs[0]?.outbox.nextWait();
			if (wait === undefined) return;
			this.clock += wait + 1;
		}
		throw new Error('Something still waits.');
	}

	/** Ids and contents that the pupil sees as handed in. */
	get handedIn(): string[] {
		return [...this.disk.rows.values()]
			.filter(({ state }) => state === 'confirmed')
			.map(({ id, sealed }) => `${id} ${sealed}`);
	}

	get handedInIds(): string[] {
		return [...this.disk.rows.values()]
			.filter(({ state }) => state === 'confirmed')
			.map(({ id }) => id);
	}

	/** How many works were handed in, whatever became of them. */
	get begun() {
		return this.#begun;
	}

	async #alone(work: () => Promise<void>) {
		if (!this.#locks) return work();
		if (this.#locked) return;
		this.#locked = true;
		await work().finally(() => {
			this.#locked = false;
		});
	}
}

async function oneStep(phone: Phone, random: () => number) {
	const dice = random();
	if (dice < 0.2) await phone.handIn();
	else if (dice < 0.6) await phone.flush(random() < 0.5, random() < 0.2);
	else if (dice < 0.7) phone.network.good = Math.floor(random() * 11);
	else if (dice < 0.78) await phone.network.deliver();
	else if (dice < 0.84) phone.kill();
	else if (dice < 0.9) phone.open();
	else {
		const by = (random() < 0.7 ? random() * 20 : (random() - 0.5) * 1e6) * MINUTE;
		// No clock shows a time before 1970.
		phone.clock = Math.max(0, phone.clock + by);
	}
}

/** Makes the class and its members, past the limits on how many classes may be made in a minute. */
async function makeClass(classId: string, { teacher, pupils }: Sealed) {
	const store = await classStore();
	const hash = await hashOf(teacher.token);
	const join = toBase64Url(seeded(`join ${classId}`)(32));
	await store.write((batch) => putClass(batch, classId, hash, classBody(join)));
	const joined = await hashOf(join);
	for (const { id, secret } of pupils)
		await store.write((batch) => putMember(batch, classId, id, joined, memberBody(secret)));
}

/** What the teacher's gradebook holds, by the real client and the real opening. */
async function gradebookOf(classId: string, { teacher, opened }: Sealed) {
	const client = new ClassClient('', serve as typeof fetch);
	const { entries } = await readOn(0, (after) => client.handIns(classId, teacher.token, after));
	const open = (row: (typeof entries)[number]) => {
		const known = opened.get(row.sealed) ?? openHandIn(row, teacher.identity);
		opened.set(row.sealed, known);
		return known;
	};
	const received = await Promise.all(
		entries.map(async (row) => ({ document: await open(row), received: row.received }))
	);
	return { entries: entries.map(({ id, sealed }) => `${id} ${sealed}`), ...merged(received) };
}

const same = (a: string[], b: string[]) => JSON.stringify(a.sort()) === JSON.stringify(b.sort());

/** What one schedule came to. */
export interface Outcome {
	seed: string;
	/** Hand-ins of all pupils. */
	made: number;
	/** What is wrong; empty when the gradebook holds what the pupils saw as handed in. */
	mistakes: string[];
}

/** One schedule, decided by its seed. */
export async function runSchedule(seed: string, all: Sealed): Promise<Outcome> {
	const random = randomFrom(seed);
	const classId = idOf(`class ${seed}`);
	await makeClass(classId, all);
	const phones = all.pupils.map((pupil) => new Phone(classId, pupil, random));
	const mistakes: string[] = [];
	for (let step = 0; step < STEPS; step++) {
		const phone = phones[Math.floor(random() * phones.length)];
		if (phone) await oneStep(phone, random);
		// A look at the gradebook in between: nothing is shown as handed in that is not there.
		if (step % 8 !== 7) continue;
		const { entries } = await gradebookOf(classId, all);
		for (const shown of phones.flatMap(({ handedIn }) => handedIn))
			if (!entries.includes(shown)) mistakes.push(`shown too early: ${shown.slice(0, 26)}`);
	}
	for (const phone of phones) {
		await phone.network.deliver();
		await phone.settle();
	}
	const { entries, handIns, conflicts } = await gradebookOf(classId, all);
	const shown = phones.flatMap(({ handedIn }) => handedIn);
	const made = phones.reduce((sum, { begun }) => sum + begun, 0);
	if (!same(entries, shown)) mistakes.push('the server holds something else than what was shown');
	if (conflicts.length > 0) mistakes.push('an id came with two contents');
	const ids = handIns.map(({ document }) => document.id);
	if (
		!same(
			ids,
			phones.flatMap(({ handedInIds }) => handedInIds)
		)
	)
		mistakes.push('the gradebook counts something else than what was shown');
	if (shown.length !== made) mistakes.push(`${made} handed in, ${shown.length} arrived`);
	return { seed, made, mistakes };
}

/** Runs so many schedules, some at the same time. */
export async function runSchedules(count: number, atOnce = 20): Promise<Outcome[]> {
	const all = await sealAll();
	const outcomes: Outcome[] = [];
	let next = 0;
	const worker = async () => {
		while (next < count) outcomes.push(await runSchedule(`schedule ${next++}`, all));
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return outcomes;
}
