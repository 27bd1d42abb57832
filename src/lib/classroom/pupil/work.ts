/** A pupil's work at an assignment: begun, answered, handed in. */
import {
	endOf,
	seedOf,
	showsFeedback,
	standing,
	editOf,
	type Edit,
	type Standing
} from '../../class/assigned.ts';
import { fromBase64 } from '../../class/bytes.ts';
import { extraMinutes, newest, type Assignment } from '../../class/documents/assignment.ts';
import { handIn, type HandIn } from '../../class/documents/hand-in.ts';
import { progress, type Progress } from '../../class/documents/member.ts';
import type { Packet } from '../../class/carry/packet.ts';
import { newId } from '../../class/ids.ts';
import { sealForTeacher } from '../../class/seal/documents.ts';
import { hashOf } from '../../class/secrets.ts';
import type { Classroom } from '../database.ts';
import type { Given, Membership, Outgoing, Work, WorkAnswer } from '../rows.ts';
import type { Device } from './joining.ts';

/** An assignment as a pupil stands to it. */
export interface Task {
	membership: Membership;
	/** The revision that holds. */
	assignment: Assignment;
	standing: Standing;
	/** Attempts handed in. */
	handedIn: number;
	/** What is worked on. */
	open: Work | undefined;
	/** Minutes more that this pupil has, by the revision that holds. */
	extra: number;
	/** The revision that is worked on. */
	worked: Assignment | undefined;
	/** Minutes more by the revision that is worked on; where there is none, by the one that holds. */
	extraBefore: number;
	/** What became of it since the work was begun, or since the last was handed in. */
	edit: Edit | undefined;
	/** All attempts, the latest first. */
	works: Work[];
	/** Whether answers are told right or wrong by now. */
	feedback: boolean;
}

/** A revision that came in, and the minutes more that it gives this pupil; none where that is not worked out. */
export type Held = Given & { extra?: number };

export interface Kept {
	memberships: readonly Membership[];
	given: readonly Held[];
	works: readonly Work[];
}

/** What is set in one class, what is open first, then by when it came. @param now milliseconds since 1970 */
export function tasksOf(membership: Membership, { given, works }: Kept, now: number): Task[] {
	const own = given.filter((each) => each.membership === membership.id);
	const ids = [...new Set(own.map(({ id }) => id))];
	const tasks = ids.flatMap((id): Task[] => {
		const rows = own.filter((each) => each.id === id);
		const revisions = rows.map(({ document }) => document);
		const extraBy = (revision: Assignment | undefined) =>
			rows.find(({ document }) => document === revision)?.extra ?? 0;
		const assignment = newest(revisions);
		if (!assignment) return [];
		const mine = works
			.filter((work) => work.membership === membership.id && work.assignment === id)
			.sort((a, b) => b.attempt - a.attempt);
		const open = mine.find((work) => work.handedIn === undefined);
		const last = open ?? mine[0];
		const worked = last && revisions.find(({ revision }) => revision === last.revision);
		const handedIn = mine.filter((work) => work.handedIn !== undefined).length;
		return [
			{
				membership,
				assignment,
				standing: standing(assignment, now, handedIn),
				handedIn,
				open,
				extra: extraBy(assignment),
				worked,
				extraBefore: extraBy(worked ?? assignment),
				edit: worked && editOf(worked, assignment),
				works: mine,
				feedback: showsFeedback(assignment, now, handedIn)
			}
		];
	});
	const rank = ({ open, standing: at }: Task) => (open || at === 'open' ? 0 : 1);
	return tasks.sort((a, b) => rank(a) - rank(b) || b.assignment.at - a.assignment.at);
}

/** Titles of what a pupil who leaves now does not see on this device again: results to come, and work that is not handed in. */
export const lostByLeaving = (tasks: readonly Task[]): { results: string[]; begun: string[] } => {
	const titles = (some: readonly Task[]) => [
		...new Set(some.map(({ assignment }) => assignment.title))
	];
	return {
		results: titles(tasks.filter(({ handedIn, feedback }) => handedIn > 0 && !feedback)),
		begun: titles(tasks.filter(({ open }) => open))
	};
};

/** Begins an attempt. */
export async function newWork(
	{ membership, assignment, works }: Task,
	{ now, random }: Pick<Device, 'now' | 'random'>
): Promise<Work> {
	const attempt = (works[0]?.attempt ?? 0) + 1;
	const begun = Math.floor(now());
	return {
		v: 1,
		id: newId(begun, random),
		membership: membership.id,
		assignment: assignment.id,
		revision: assignment.revision,
		attempt,
		seed: seedOf(assignment, membership.id, attempt),
		begun,
		extra: await extraMinutes(assignment, membership.name),
		answers: []
	};
}

/** Keeps a new attempt, unless another tab has begun one: then that one stands. */
export const keepWork = (work: Work, classroom: Classroom): Promise<Work> =>
	classroom.write(['work'], async (transaction) => {
		const kept = await transaction.store.index('membership').getAll(work.membership);
		const same = kept.find(
			({ assignment, attempt }) => assignment === work.assignment && attempt === work.attempt
		);
		if (!same) await transaction.store.put(work);
		return same ?? work;
	});

/** Keeps an answer. A question is answered once: of two tabs the first counts. @returns the work as it is then */
export const keepAnswer = (
	id: string,
	answer: WorkAnswer,
	classroom: Classroom
): Promise<Work | undefined> =>
	classroom.change('work', id, (work) =>
		!work || work.handedIn !== undefined || work.answers.some(({ item }) => item === answer.item)
			? undefined
			: { ...work, answers: [...work.answers, answer] }
	);

/** When an attempt ends by itself, in milliseconds since 1970; `undefined` when never. */
export const workEnd = (work: Work, assignment: Assignment): number | undefined =>
	endOf(assignment, work);

/** Attempts whose time is up. @param now the time of an attempt, in milliseconds since 1970 */
export const overdue = (
	tasks: readonly Task[],
	now: (work: Work) => number
): { task: Task; work: Work; end: number }[] =>
	tasks.flatMap((task) => {
		const { open, assignment } = task;
		const end = open && workEnd(open, assignment);
		return open && end !== undefined && now(open) >= end ? [{ task, work: open, end }] : [];
	});

/** All revisions, each with the minutes more that it gives to the pupil who holds it. */
export const withOwnExtra = ({
	memberships,
	given
}: Pick<Kept, 'memberships' | 'given'>): Promise<Held[]> =>
	Promise.all(
		given.map(async (row) => {
			const own = memberships.find(({ id }) => id === row.membership);
			return { ...row, extra: own ? await extraMinutes(row.document, own.name) : 0 };
		})
	);

/** All attempts; those that are worked on with the extra time that the newest revision gives. */
export const withExtras = ({ memberships, given, works }: Kept): Promise<Work[]> =>
	Promise.all(
		works.map(async (work) => {
			const { handedIn, membership, assignment, revision } = work;
			const own = memberships.find(({ id }) => id === membership);
			const revisions = given.filter(
				(each) => each.membership === membership && each.id === assignment
			);
			const holds = newest(revisions.map(({ document }) => document));
			if (handedIn !== undefined || !own || !holds || holds.revision === revision) return work;
			return { ...work, extra: await extraMinutes(holds, own.name) };
		})
	);

const seconds = (from: number, to: number) => Math.max(0, Math.round((to - from) / 1000));

/** The document of a hand-in. */
export const handInOf = (work: Work, membership: Membership, now: number, app: string): HandIn => ({
	type: handIn.type,
	version: 1,
	id: work.id,
	...(membership.class && { class: membership.class }),
	assignment: work.assignment,
	revision: work.revision,
	member: { id: membership.id, name: membership.name },
	attempt: work.attempt,
	begun: work.begun,
	handedIn: Math.max(work.begun, Math.floor(now)),
	answers: work.answers.map(({ item, revision, response, confidence, shownAt, at }) => ({
		item,
		revision,
		response,
		...(confidence && { confidence }),
		shown: seconds(work.begun, shownAt),
		answered: seconds(work.begun, at)
	})),
	seed: work.seed,
	app
});

/**
 * Hands in: the work is closed and its sealed document put into the outbox, both or none. Of two
 * tabs that do so, one does.
 *
 * @param how which build of the app hands in; the time in whole milliseconds since 1970, which is the end of
 * an attempt that ended by itself, however much later that is noticed; and whether it did
 * @throws StorageError; ClassError when nobody could read the document
 */
export async function handInWork(
	work: Work,
	membership: Membership,
	classroom: Classroom,
	how: { app: string; at: number; timeUp: boolean }
): Promise<void> {
	const { app, at, timeUp } = how;
	const { publicKey } = membership;
	const current = (await classroom.get('work', work.id)) ?? work;
	const row = publicKey && (await outgoing(current, membership, publicKey, { at, app }));
	const done = await classroom.write(['work', 'outbox'], async (transaction) => {
		const works = transaction.objectStore('work');
		const stored = await works.get(work.id);
		// Left, or handed in by another tab.
		if (!stored || stored.handedIn !== undefined) return true;
		// Another tab answered while this one sealed.
		if (stored.answers.length !== current.answers.length) return false;
		await works.put({ ...current, handedIn: at, ...(timeUp && { timeUp }) });
		const outbox = transaction.objectStore('outbox');
		if (row && !(await outbox.get(row.id))) await outbox.put(row);
		return true;
	});
	if (!done) await handInWork(work, membership, classroom, how);
}

async function outgoing(
	work: Work,
	membership: Membership,
	publicKey: string,
	{ at, app }: { at: number; app: string }
): Promise<Outgoing> {
	const document = handInOf(work, membership, at, app);
	const sealed = await sealForTeacher(handIn, document, publicKey);
	return {
		v: 1,
		id: work.id,
		membership: membership.id,
		class: membership.standing === 'in' ? membership.class : '',
		assignment: work.assignment,
		revision: work.revision,
		sealed,
		sha256: await hashOf(sealed),
		made: at,
		state: 'waiting',
		failures: 0,
		notBefore: 0,
		problem: ''
	};
}

/** What is shown or saved in place of sending: the very bytes that would be sent. */
export const packetOf = ({ sealed }: Outgoing): Packet => ({
	what: 'hand-in',
	bytes: fromBase64(sealed) ?? new Uint8Array()
});

/** How far a pupil is. */
export function progressOf(membership: Membership, tasks: readonly Task[], now: number): Progress {
	const works = tasks.flatMap(({ works: all, assignment }) =>
		all.map((work) => ({ work, of: assignment.items.length }))
	);
	return {
		type: progress.type,
		version: 1,
		member: membership.id,
		at: Math.floor(now),
		work: works.slice(0, 200).map(({ work, of }) => ({
			assignment: work.assignment,
			revision: work.revision,
			attempt: work.attempt,
			answered: work.answers.length,
			of,
			begun: work.begun,
			...(work.handedIn !== undefined && { handIn: work.id })
		}))
	};
}
