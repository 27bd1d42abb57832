import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64, toBase64, utf8 } from '../bytes.ts';
import type { Board } from '../documents/board.ts';
import type { Desk } from '../documents/desk.ts';
import { handIn } from '../documents/hand-in.ts';
import { member, progress, type Member, type Progress } from '../documents/member.ts';
import { joinKeys } from '../join-code.ts';
import { newSecret, teacherKeys, type TeacherKeys } from '../secrets.ts';
import { aHandIn, anAssignment, handIns, idOf, seeded } from '../testing.ts';
import { openAsTeacher, publicKeyOf, sealToClass } from './class-key.ts';
import {
	openAssignment,
	openBoard,
	openDesk,
	openDoor,
	openForTeacher,
	openHandIn,
	openMember,
	openProgress,
	sealAssignment,
	sealBoard,
	sealDesk,
	sealForTeacher
} from './documents.ts';
import { openWith, sealWith } from './shared-key.ts';

const random = seeded('nonces');
const some = fc.uint8Array({ maxLength: 500 }).map((array) => new Uint8Array(array));

let teacher: TeacherKeys;
let stranger: TeacherKeys;
let publicKey: string;
beforeAll(async () => {
	teacher = await teacherKeys(newSecret(seeded('teacher')));
	stranger = await teacherKeys(newSecret(seeded('stranger')));
	publicKey = await publicKeyOf(teacher.identity);
});

const notOurs = { problem: 'not-ours' };

describe('what is sealed to the class key', () => {
	it('opens for the teacher as it went, and for nobody else', async () => {
		await fc.assert(
			fc.asyncProperty(some, async (bytes) => {
				const sealed = await sealToClass(publicKey, bytes);
				expect(sealed.length).toBe(bytes.length + 200);
				expect(await openAsTeacher(teacher.identity, sealed)).toEqual(bytes);
				await expect(openAsTeacher(stranger.identity, sealed)).rejects.toMatchObject(notOurs);
			}),
			{ numRuns: 20 }
		);
	});

	it('changed or cut off anywhere is refused', async () => {
		const sealed = await sealToClass(publicKey, utf8('said'));
		for (let at = 0; at < sealed.length; at++) {
			const changed = sealed.slice();
			changed[at] = (changed[at] ?? 0) ^ 1;
			const refused = { problem: expect.stringMatching(/damaged|not-ours/) as string };
			await expect(openAsTeacher(teacher.identity, changed)).rejects.toMatchObject(refused);
			await expect(openAsTeacher(teacher.identity, sealed.slice(0, at))).rejects.toMatchObject(
				refused
			);
		}
	});

	it('hides name and answer', async () => {
		const document = aHandIn();
		const sealed = await sealForTeacher(handIn, document, publicKey);
		expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toMatch(/Ani|q-1/);
		expect(await openForTeacher(handIn, sealed, teacher.identity)).toEqual(document);
	});

	it('is never taken for another kind of document', async () => {
		const sealed = await sealForTeacher(handIn, aHandIn(), publicKey);
		await expect(openForTeacher(member, sealed, teacher.identity)).rejects.toMatchObject({
			problem: 'other'
		});
	});

	it('is held against what the server says it is', async () => {
		const document = aHandIn();
		const sealed = await sealForTeacher(handIn, document, publicKey);
		const { id, assignment, revision } = document;
		const row = { id, member: document.member.id, assignment, revision, sealed };
		const { identity } = teacher;
		expect(await openHandIn(row, identity)).toEqual(document);
		for (const wrong of [
			{ id: idOf('x') },
			{ member: idOf('x') },
			{ assignment: idOf('x') },
			{ revision: 2 }
		])
			await expect(openHandIn({ ...row, ...wrong }, identity)).rejects.toMatchObject(notOurs);

		const joined: Member = {
			type: 'who-says-what/member',
			version: 1,
			id: idOf('Ani'),
			class: idOf('class'),
			name: 'Ani',
			joined: 1,
			app: '0.1.0'
		};
		const own = await sealForTeacher(member, joined, publicKey);
		expect(await openMember({ id: joined.id, sealed: own }, identity)).toEqual(joined);
		await expect(openMember({ id: idOf('x'), sealed: own }, identity)).rejects.toMatchObject(
			notOurs
		);

		const far: Progress = {
			type: 'who-says-what/progress',
			version: 1,
			member: joined.id,
			at: 1,
			work: []
		};
		const told = await sealForTeacher(progress, far, publicKey);
		expect(await openProgress({ id: joined.id, sealed: told }, identity)).toEqual(far);
		await expect(openProgress({ id: idOf('x'), sealed: told }, identity)).rejects.toMatchObject(
			notOurs
		);
	});

	it('may be any hand-in, and anything else is refused with a sentence', async () => {
		await fc.assert(
			fc.asyncProperty(handIns, fc.string(), async (document, other) => {
				const sealed = await sealForTeacher(handIn, document, publicKey);
				expect(await openForTeacher(handIn, sealed, teacher.identity)).toEqual(document);
				await expect(openForTeacher(handIn, other, teacher.identity)).rejects.toHaveProperty(
					'problem'
				);
			}),
			{ numRuns: 20 }
		);
		await expect(
			openForTeacher(handIn, 'A'.repeat(5_000_000), teacher.identity)
		).rejects.toMatchObject({ problem: 'too-long' });
	});
});

describe('what is sealed with a shared key', () => {
	it('opens only with this key and as what it is', async () => {
		const { boardKey } = teacher;
		await fc.assert(
			fc.asyncProperty(some, fc.string(), fc.string(), async (bytes, about, other) => {
				const sealed = await sealWith(boardKey, about, bytes, random);
				expect(await openWith(boardKey, about, sealed)).toEqual(bytes);
				await expect(openWith(stranger.boardKey, about, sealed)).rejects.toMatchObject(notOurs);
				if (other !== about)
					await expect(openWith(boardKey, other, sealed)).rejects.toMatchObject(notOurs);
			})
		);
	});

	it('looks different each time', async () => {
		const seal = () => sealWith(teacher.boardKey, 'board', utf8('the same'), random);
		expect(await seal()).not.toEqual(await seal());
	});

	it('changed or cut off anywhere is refused', async () => {
		const sealed = await sealWith(teacher.boardKey, 'board', utf8('said'), random);
		for (let at = 0; at < sealed.length; at++) {
			const changed = sealed.slice();
			changed[at] = (changed[at] ?? 0) ^ 1;
			await expect(openWith(teacher.boardKey, 'board', changed)).rejects.toMatchObject(notOurs);
			await expect(openWith(teacher.boardKey, 'board', sealed.slice(0, at))).rejects.toMatchObject(
				notOurs
			);
		}
	});
});

describe('the board', () => {
	const board: Board = {
		type: 'who-says-what/board',
		version: 1,
		class: idOf('class'),
		name: 'History 9b',
		naming: { by: 'list', names: ['Ani', 'Leyla'] }
	};

	it('opens by the join code, and then for good by the key behind the door', async () => {
		const first = await joinKeys('7K3MP0QZ');
		const second = await joinKeys('00000000');
		const { boardKey } = teacher;
		const before = await sealBoard(board, { boardKey, doorKey: first.doorKey }, random);
		const inside = await openDoor(before, first.doorKey, board.class);
		expect(inside).toEqual({ boardKey, board });

		const renamed = { ...board, name: 'History 10b' };
		const after = await sealBoard(renamed, { boardKey, doorKey: second.doorKey }, random);
		expect(await openBoard(after, inside.boardKey, board.class)).toEqual(renamed);
		await expect(openDoor(after, first.doorKey, board.class)).rejects.toMatchObject(notOurs);
	});

	it('of another class is refused', async () => {
		const { doorKey } = await joinKeys('7K3MP0QZ');
		const sealed = await sealBoard(board, { boardKey: teacher.boardKey, doorKey }, random);
		await expect(openDoor(sealed, doorKey, idOf('another'))).rejects.toMatchObject(notOurs);
		await expect(openBoard(sealed, teacher.boardKey, idOf('another'))).rejects.toMatchObject(
			notOurs
		);
		expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toMatch(/History|Leyla/);
	});
});

describe('an assignment and a record of the teacher', () => {
	it('open as what they are only', async () => {
		const set = anAssignment();
		const sealed = await sealAssignment(set, teacher.boardKey, random);
		expect(await openAssignment(sealed, teacher.boardKey, set)).toEqual(set);
		await expect(
			openAssignment(sealed, teacher.boardKey, { ...set, revision: 2 })
		).rejects.toMatchObject(notOurs);

		const record: Desk = {
			type: 'who-says-what/desk',
			version: 1,
			id: idOf('record'),
			at: 1,
			decision: { kind: 'door', joinCode: '7K3MP0QZ' }
		};
		const kept = await sealDesk(record, teacher.deskKey, random);
		expect(await openDesk(kept, teacher.deskKey, record.id)).toEqual(record);
		await expect(openDesk(kept, teacher.deskKey, idOf('x'))).rejects.toMatchObject(notOurs);
		await expect(openDesk(kept, teacher.boardKey, record.id)).rejects.toMatchObject(notOurs);
		const bytes = fromBase64(sealed) ?? new Uint8Array();
		await expect(openDesk(toBase64(bytes), teacher.deskKey, record.id)).rejects.toMatchObject(
			notOurs
		);
	});
});
