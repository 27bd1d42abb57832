import { afterEach, beforeEach, expect, it } from 'vitest';
import { newSecret } from '../../class/secrets.ts';
import { idOf, seeded } from '../../class/testing.ts';
import { classroom } from '../database.ts';
import { openedWithoutServer } from '../teach/making.ts';
import { OpenedClass } from './opened-class.svelte.ts';

const link = { class: idOf('class'), secret: newSecret(seeded('teacher')) };

beforeEach(async () => {
	await classroom.clear();
	const wanted = { name: '9b', naming: { by: 'nickname' as const }, days: 30 };
	await classroom.put('classes', await openedWithoutServer(link, wanted, { now: 0 }));
});

afterEach(() => classroom.clear());

it('shows a decision once this device keeps it, and not before', async () => {
	const opened = new OpenedClass();
	await opened.open(link);
	const decision = {
		kind: 'void' as const,
		assignment: idOf('assignment'),
		item: 'a-q-first',
		voided: true,
		reason: 'Not taught yet'
	};
	const deciding = opened.decide(decision);
	expect(opened.desk).toEqual([]);
	await deciding;
	expect(opened.desk).toMatchObject([{ decision }]);

	const again = new OpenedClass();
	await again.open(link);
	expect(again.desk).toEqual(opened.desk);
});
