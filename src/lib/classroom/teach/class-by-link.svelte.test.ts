import { afterEach, beforeEach, expect, it } from 'vitest';
import { idOf, seeded } from '../../class/testing.ts';
import { newSecret, printTeacherLink } from '../../class/secrets.ts';
import { classroom } from '../database.ts';
import { openedWithoutServer } from './making.ts';
import { linkOf, opensShort, shortFragment } from './class-by-link.ts';

const link = { class: idOf('class'), secret: newSecret(seeded('teacher')) };
const short = shortFragment({ id: link.class });

beforeEach(async () => {
	await classroom.clear();
	const wanted = { name: '9b', naming: { by: 'nickname' as const }, days: 30 };
	await classroom.put('classes', await openedWithoutServer(link, wanted, { now: 0 }));
});

afterEach(() => classroom.clear());

it('opens a class that this device keeps without its secret in the address', async () => {
	expect(short).not.toContain(link.secret);
	expect(await linkOf(short)).toEqual(link);
	expect(await opensShort(link)).toBe(true);
});

it('still opens a teacher link, and does not take another secret for the kept one', async () => {
	const other = { ...link, secret: newSecret(seeded('another')) };
	expect(await linkOf(printTeacherLink(other))).toEqual(other);
	expect(await opensShort(other)).toBe(false);
});

it('says that it keeps no such class', async () => {
	await classroom.clear();
	expect(await opensShort(link)).toBe(false);
	await expect(linkOf(short)).rejects.toThrow('This device keeps no such class');
	await expect(linkOf('#nothing')).rejects.toThrow('not whole');
});
