import { expect, it } from 'vitest';
import { deskRecord } from '../../class/documents/desk.ts';
import { newSecret } from '../../class/secrets.ts';
import { aHandIn, idOf, seeded } from '../../class/testing.ts';
import { openDesk } from '../../class/seal/documents.ts';
import { CallError } from '../client.ts';
import { deskBody, deskRead, fitsDesk, recordRow, sendDesk } from './desk-records.ts';

const random = seeded('desk');
const deskKey = newSecret(random);
const collected = (seed: string) =>
	deskRecord(idOf('d'), 1, { kind: 'collected', handIn: aHandIn({ seed }) });

const door = deskRecord(idOf('d'), 1, { kind: 'door', joinCode: '7K3MP0QZ' });

it('tells other devices the join code, sealed', async () => {
	const { sealed } = await deskBody(door, deskKey, random);
	expect(await openDesk(sealed, deskKey, door.id)).toEqual(door);
});

it.each([
	['taken', () => Promise.resolve({ id: door.id, sha256: '', received: 1 })],
	[
		'there already, its answer lost',
		() => Promise.reject(new CallError('refused', { code: 'conflict' }))
	]
])('counts as sent what is %s', async (_, putDesk) => {
	const row = recordRow(idOf('class'), door);
	const sent = sendDesk(row, { putDesk }, { token: 'token', deskKey }, random);
	expect(await sent).toEqual({ ...row, sent: true });
});

it('does not count as sent what the server refuses', async () => {
	const putDesk = () => Promise.reject(new CallError('refused', { code: 'not-found' }));
	const sent = sendDesk(
		recordRow(idOf('class'), door),
		{ putDesk },
		{ token: '', deskKey },
		random
	);
	await expect(sent).rejects.toThrow(CallError);
});

it('says to the server whose hand-in a record carries, so that it is deleted with the others', async () => {
	const { member } = await deskBody(collected('seed'), deskKey, random);
	expect(member).toBe(aHandIn().member.id);
	expect(await deskBody(door, deskKey, random)).not.toHaveProperty('member');
});

it('reads the desk from its beginning once this app knows more kinds of records', () => {
	const cursors = { members: 1, assignments: 2, handIns: 3, desk: 4 };
	expect(deskRead({ cursors })).toBe(0);
	expect(deskRead({ cursors, deskVersion: 2 })).toBe(4);
});

it('knows which record the server would not take', async () => {
	const body = await deskBody(collected('seed'), deskKey, random);
	expect(fitsDesk(body)).toBe(true);
	expect(fitsDesk({ sealed: 'a'.repeat(70_000) })).toBe(false);
});
