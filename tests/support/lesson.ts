/**
 * A lesson as devices hold it, by the app's own client code over the network: a class is made, pupils
 * join by its code, work, and hand in. Only the browser's database is a plain one here.
 */
import { randomBytes } from 'node:crypto';
import { courseItems, someResponse } from '../../src/lib/class/answering.ts';
import { fromBase64Url, type Bytes } from '../../src/lib/class/bytes.ts';
import { nameMark, type Assignment } from '../../src/lib/class/documents/assignment.ts';
import { deskRecord, type Decision } from '../../src/lib/class/documents/desk.ts';
import { progress } from '../../src/lib/class/documents/member.ts';
import { newId } from '../../src/lib/class/ids.ts';
import { joinKeys, printJoinCode, printJoinLink } from '../../src/lib/class/join-code.ts';
import { sealAssignment, sealForTeacher } from '../../src/lib/class/seal/documents.ts';
import { printTeacherLink, teacherKeys, type TeacherKeys } from '../../src/lib/class/secrets.ts';
import { anAssignment } from '../../src/lib/class/testing.ts';
import { ClassClient } from '../../src/lib/classroom/client.ts';
import type { Classroom } from '../../src/lib/classroom/database.ts';
import { Outbox, sender } from '../../src/lib/classroom/outbox.ts';
import { join, openedDoor, prepareJoining } from '../../src/lib/classroom/pupil/joining.ts';
import { handInWork, newWork, progressOf, tasksOf } from '../../src/lib/classroom/pupil/work.ts';
import type { Membership, Outgoing, TaughtClass, Work } from '../../src/lib/classroom/rows.ts';
import { recordRow, sendDesk } from '../../src/lib/classroom/teach/desk-records.ts';
import { boardOf, newClass, putOnServer } from '../../src/lib/classroom/teach/making.ts';

const random = (count: number): Bytes => new Uint8Array(randomBytes(count));
const device = { now: Date.now, random, app: '0.1.0' };

/** The stores of one device, as far as a lesson needs them. */
function memory() {
	const rows = new Map<string, Map<string, { id: string }>>();
	const storeOf = (name: string) => {
		const store = rows.get(name) ?? new Map<string, { id: string }>();
		rows.set(name, store);
		return {
			get: (id: string) => Promise.resolve(store.get(id)),
			put: (row: { id: string }) => Promise.resolve(store.set(row.id, row))
		};
	};
	const classroom = {
		get: (name: string, id: string) => storeOf(name).get(id),
		put: (name: string, row: { id: string }) => storeOf(name).put(row),
		write: (_: string[], work: (transaction: unknown) => unknown) =>
			work({ objectStore: (name: string) => storeOf(name) })
	} as unknown as Classroom;
	const outbox = () => [...(rows.get('outbox')?.values() ?? [])] as Outgoing[];
	return { classroom, outbox };
}

/** What nobody but the people of the class may read, by what it is. */
export type Private = Record<string, (string | Uint8Array)[]>;

const QUESTIONS = 60;
const TEACHERS_REASON = 'said it aloud, three Wednesdays late';

/** What a lesson says and does. */
export interface Plan {
	className: string;
	title: string;
	note: string;
	pupils: string[];
	/** Figures that nobody would guess, given to the questions that ask for figures. */
	figures: number[];
}

/** A number is given where one is asked for, else an answer of the question's own. */
function responseTo(item: (typeof courseItems)[number], seed: string, figure: number): unknown {
	const response = someResponse(item, seed);
	if (item.kind !== 'number') return response;
	return Object.fromEntries(Object.keys(response as object).map((id) => [id, figure]));
}

class Teacher {
	readonly client: ClassClient;
	readonly plan: Plan;
	row!: TaughtClass;
	keys!: TeacherKeys;
	set!: Assignment;

	constructor(client: ClassClient, plan: Plan) {
		this.client = client;
		this.plan = plan;
	}

	async begin() {
		const { className: name, pupils: names, title, note } = this.plan;
		const wanted = { name, naming: { by: 'list' as const, names }, days: 180 };
		const around = { client: this.client, random, now: Date.now() };
		this.row = await putOnServer(await newClass(wanted, around), around);
		this.keys = await teacherKeys(this.row.secret);
		const { id, publicKey, joinCode = '' } = this.row;
		await this.#tell({ kind: 'door', joinCode });
		const items = courseItems.filter(({ kind }) => kind === 'number');
		const rest = courseItems.filter(({ kind }) => kind !== 'number');
		const asked = [...items, ...rest].slice(0, QUESTIONS);
		const made = newId(Date.now(), random);
		this.set = anAssignment({
			id: made,
			class: id,
			className: name,
			publicKey,
			title,
			note,
			items: asked.map(({ id: item, revision }) => ({ id: item, revision })),
			extra: [{ who: await nameMark(made, names[0] ?? ''), minutes: 15 }]
		});
		const sealed = await sealAssignment(this.set, this.keys.boardKey, random);
		await this.client.putAssignment(id, made, this.keys.token, { revision: 1, sealed });
	}

	/** Puts another mark in place of an answer's. */
	async decide(member: string, item: string) {
		const about = { assignment: this.set.id, member, item };
		await this.#tell({ kind: 'override', ...about, score: 1, reason: TEACHERS_REASON });
	}

	async #tell(decision: Decision) {
		const now = Date.now();
		const row = recordRow(this.row.id, deskRecord(newId(now, random), now, decision));
		await sendDesk(row, this.client, this.keys, random);
	}
}

interface Done {
	membership: Membership;
	work: Work;
}

/** A pupil's device, from the code on the blackboard to the confirmation. */
async function pupil(teacher: Teacher, name: string, figure: number): Promise<Done> {
	const { client, set } = teacher;
	const { classroom, outbox } = memory();
	const door = await openedDoor(client, printJoinLink(teacher.row.joinCode ?? ''));
	const joining = await prepareJoining(door, name, device);
	await join(joining, door, client, classroom);
	const membership = joining.row;
	const given = { membership: membership.id, id: set.id, revision: 1, document: set };
	const kept = { memberships: [], given: [{ v: 1 as const, ...given, received: 0 }], works: [] };
	const [task] = tasksOf(membership, kept, Date.now());
	if (!task) throw new Error('Nothing is set.');
	const begun = await newWork(task, device);
	const known = new Map(courseItems.map((item) => [item.id, item]));
	const answers = set.items.flatMap(({ id, revision }, at): Work['answers'] => {
		const item = known.get(id);
		const times = { shownAt: begun.begun + at * 9000, at: begun.begun + at * 9000 + 5000 };
		const response = item && responseTo(item, `${name}/${id}`, figure);
		return item ? [{ item: id, revision, response, confidence: 'sure', ...times }] : [];
	});
	const work = { ...begun, answers };
	await classroom.put('work', work);
	const far = progressOf(membership, [{ ...task, works: [work] }], Date.now());
	const sealed = await sealForTeacher(progress, far, door.publicKey);
	const { class: of, id, secret } = membership;
	await client.putProgress(of, id, secret, { sequence: 1, sealed });
	const how = { app: device.app, at: Date.now(), timeUp: false };
	await handInWork(work, membership, classroom, how);
	await sendAll(client, classroom, outbox, secret);
	return { membership, work };
}

async function sendAll(
	client: ClassClient,
	classroom: Classroom,
	rows: () => Outgoing[],
	secret: string
) {
	const sending = new Outbox({
		storage: {
			all: () => Promise.resolve(rows()),
			add: (row) => Promise.resolve(row),
			change: async (id, change) => {
				const row = rows().find((each) => each.id === id);
				if (row) await classroom.put('outbox', change(row));
			}
		},
		send: sender(client, () => Promise.resolve(secret)),
		now: Date.now,
		random: Math.random,
		alone: (work) => work()
	});
	await sending.flush(true);
	const open = rows().filter(({ state }) => state !== 'confirmed');
	if (rows().length !== 1 || open.length > 0) throw new Error('The hand-in was not confirmed.');
}

/** A secret as it is written, and the bytes behind it. */
const secretly = (...texts: string[]) =>
	texts.flatMap((text) => [text, fromBase64Url(text) ?? text]);

async function privateOf({ row, keys, set, plan }: Teacher, pupils: Done[]): Promise<Private> {
	const code = row.joinCode ?? '';
	const { token, doorKey } = await joinKeys(code);
	const answers = pupils.flatMap(({ work }) =>
		work.answers.map(({ response }) => JSON.stringify(response).replace(/^"|"$/g, ''))
	);
	return {
		'name of the class': [row.name, JSON.stringify(boardOf(row).naming)],
		'name of a pupil': pupils.map(({ membership }) => membership.name),
		'title or note': [set.title, set.note],
		question: set.items.map(({ id }) => id),
		answer: [...new Set(answers)].filter((text) => text.length >= 8),
		'figure that was given': plan.figures.map(String),
		'mark that stands for a name': set.extra.map(({ who }) => who),
		'reason of the teacher': [TEACHERS_REASON],
		'join code': [code, printJoinCode(code)],
		'secret of the teacher': [
			...secretly(row.secret, keys.token, keys.boardKey, keys.deskKey, token, doorKey),
			keys.identity,
			printTeacherLink({ class: row.id, secret: row.secret })
		],
		'secret of a pupil': secretly(...pupils.map(({ membership }) => membership.secret))
	};
}

/** What a lesson leaves behind. */
export interface Held {
	/** What must not be in any copy of the server's database. */
	hidden: Private;
	/** What the server keeps, as the search must find: else it would find nothing at all. */
	kept: Private;
}

/** Holds a lesson at a running server. Kinds must be loaded. */
export async function holdLesson(url: string, plan: Plan): Promise<Held> {
	const teacher = new Teacher(new ClassClient(url), plan);
	await teacher.begin();
	const pupils: Done[] = [];
	for (const [at, name] of plan.pupils.entries())
		pupils.push(await pupil(teacher, name, plan.figures[at] ?? 0));
	await teacher.decide(pupils[0]?.membership.id ?? '', teacher.set.items[0]?.id ?? '');
	const works = pupils.map(({ work }) => work.id);
	const kept = { 'what the server keeps': [teacher.row.id, teacher.row.publicKey, ...works] };
	return { hidden: await privateOf(teacher, pupils), kept };
}
