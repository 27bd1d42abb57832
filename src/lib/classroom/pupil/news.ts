/** What a pupil's device and the class server tell each other, beside hand-ins. */
import { progress } from '../../class/documents/member.ts';
import { openAssignment, openBoard, sealForTeacher } from '../../class/seal/documents.ts';
import { ClassError } from '../../class/problem.ts';
import { CallError, readOn, type ClassClient } from '../client.ts';
import type { Classroom } from '../database.ts';
import type { Given, Membership } from '../rows.ts';
import { progressOf, type Task } from './work.ts';

/** Whether a membership has a server behind it. */
export const hasServer = ({ standing }: Membership) => standing === 'in';

/**
 * Fetches what is set. What cannot be opened is left out and not asked for again.
 *
 * @returns a sentence about what could not be opened; empty when all could
 * @throws CallError, but when the class has ended or the device was removed: that is then noted
 */
export async function fetchNews(
	row: Membership,
	client: ClassClient,
	classroom: Classroom,
	now: number
): Promise<string> {
	const { class: id, secret, boardKey } = row;
	if (!hasServer(row) || !boardKey) return '';
	try {
		const found = await client.getClass(id, secret);
		const board = await openBoard(found.board, boardKey, id);
		const { entries, next } = await readOn(row.cursor, (after) =>
			client.assignments(id, secret, after)
		);
		const opened = await Promise.all(
			entries.map((entry) => opening(() => openAssignment(entry.sealed, boardKey, entry)))
		);
		const given = opened.flatMap(({ value }): Given[] => {
			if (!value) return [];
			const { id: of, revision } = value;
			return [{ v: 1, membership: row.id, id: of, revision, document: value, received: now }];
		});
		await classroom.write(['memberships', 'given'], async (transaction) => {
			const memberships = transaction.objectStore('memberships');
			const current = await memberships.get(row.id);
			// Left meanwhile: nothing of it comes back.
			if (!current) return;
			for (const each of given) await transaction.objectStore('given').put(each);
			await memberships.put({
				...current,
				className: board.name,
				expires: found.expires,
				cursor: Math.max(current.cursor, next)
			});
		});
		return opened.find(({ problem }) => problem)?.problem ?? '';
	} catch (error) {
		if (!(error instanceof CallError) || error.code !== 'not-found') throw error;
		await classroom.change('memberships', row.id, (current) =>
			current ? { ...current, standing: 'out' } : undefined
		);
		return '';
	}
}

async function opening<T>(open: () => Promise<T>): Promise<{ value?: T; problem?: string }> {
	try {
		return { value: await open() };
	} catch (error) {
		if (error instanceof ClassError) return { problem: error.message };
		throw error;
	}
}

/** Tells the teacher where a pupil is. @throws CallError */
export async function sendProgress(
	row: Membership,
	tasks: readonly Task[],
	client: ClassClient,
	classroom: Classroom,
	now: number
): Promise<void> {
	if (!hasServer(row) || !row.publicKey) return;
	const sealed = await sealForTeacher(progress, progressOf(row, tasks, now), row.publicKey);
	const counted = await classroom.change('memberships', row.id, (current) =>
		current ? { ...current, sequence: current.sequence + 1 } : undefined
	);
	if (counted)
		await client.putProgress(row.class, row.id, row.secret, { sequence: counted.sequence, sealed });
}

/** Takes everything of a pupil off this device. What was handed in stays with the teacher. */
export const leave = (id: string, classroom: Classroom): Promise<void> =>
	classroom.write(['memberships', 'given', 'work', 'outbox'], async (transaction) => {
		await transaction.objectStore('memberships').delete(id);
		for (const name of ['given', 'work', 'outbox'] as const) {
			const rows = transaction.objectStore(name).index('membership');
			for (let at = await rows.openCursor(id); at; at = await at.continue()) await at.delete();
		}
	});
