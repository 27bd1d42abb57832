import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deskRecord } from '../../class/documents/desk.ts';
import type { HandIn } from '../../class/documents/hand-in.ts';
import { aHandIn, idOf } from '../../class/testing.ts';
import type { DeskRow, MemberRow, Received } from '../rows.ts';
import { handInsOf, uncarried } from './opened.ts';

const handInOf = (name: string): HandIn =>
	aHandIn({ id: idOf(name), member: { id: idOf(`of ${name}`), name } });

const received = (name: string): Received => ({
	v: 1,
	id: idOf(name),
	class: idOf('class'),
	assignment: idOf('assignment'),
	sealed: 'sealed',
	document: handInOf(name),
	received: 1,
	by: 'paste'
});

const carried = (name: string, at: number): DeskRow => {
	const id = idOf(`${name} ${at}`);
	const document = deskRecord(id, at, { kind: 'collected', handIn: handInOf(name) });
	return { v: 1, class: idOf('class'), id, document, sent: true };
};

const emptied = (name: string): MemberRow => ({
	v: 1,
	class: idOf('class'),
	id: idOf(`of ${name}`),
	joined: 1,
	removed: true,
	emptied: true,
	sealed: '',
	progress: null
});

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
const namesOf = (rows: Parameters<typeof handInsOf>[0]) =>
	handInsOf(rows)
		.map(({ document }) => document.member.name)
		.sort();

it('has each hand-in once, here or taken in on another device, and none of a pupil who was emptied', () => {
	fc.assert(
		fc.property(names, names, names, names, (here, there, again, gone) => {
			const desk = [...there, ...again].map(carried);
			const rows = { received: here.map(received), desk, members: gone.map(emptied) };
			const all = new Set([...here, ...there, ...again]);
			expect(namesOf(rows)).toEqual([...all].filter((name) => !gone.includes(name)).sort());
		})
	);
});

it('carries to the other devices what came here and nothing that they have or must not have', () => {
	const byServer = { ...received('a'), by: 'server' as const };
	const rows = {
		received: [byServer, ...['b', 'c', 'd'].map(received)],
		desk: [carried('c', 1)],
		members: [emptied('d')]
	};
	expect(uncarried(rows.received, rows).map(({ handIn }) => handIn.member.name)).toEqual(['b']);
});
