/** Time that is allowed for an attempt, on devices whose clocks and tabs do as they like. */
import type { BrowserContext, Page } from 'playwright/test';
import { nameMark, type Assignment } from '../../src/lib/class/documents/assignment.ts';
import { PupilPage, Teacher } from '../support/classroom.ts';
import type { TestServer } from '../support/server.ts';
import { expect, test } from './fixtures.ts';

const MINUTE = 60_000;
const MINUTES = 10;
const NAMES = { by: 'list' as const, names: ['Ani', 'Leyla'] };
const TIME_UP = 'Time was up, so it was handed in as it was: 1 of 2 answered.';

/** A class with a test of ten minutes; Leyla has five more. */
async function timed({ url }: TestServer, parts: Partial<Assignment> = {}) {
	const teacher = await Teacher.withClass(url, NAMES);
	const plain = await teacher.assignment({ minutes: MINUTES, ...parts });
	const who = await nameMark(plain.id, 'Leyla');
	const assignment = { ...plain, extra: [{ who, minutes: 5 }] };
	await teacher.set(assignment);
	return { teacher, assignment };
}

/** Joins, begins and answers the first of two questions. */
async function beginAndAnswerOne(page: Page, teacher: Teacher, name: string, time = '10 minutes') {
	const pupil = new PupilPage(page);
	await pupil.join(teacher.joinLink, name);
	await expect(page.getByText(new RegExp(`· ${time}( ·|$)`))).toBeVisible();
	await page.getByRole('button', { name: 'Begin', exact: true }).click();
	await page.getByText('Question 1 of 2').waitFor();
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Answer', exact: true }).click();
	await page.getByText('Saved on this device.').waitFor();
	return pupil;
}

/** One hand-in of one answer, handed in so many minutes after it was begun. */
async function expectOne(teacher: Teacher, minutes: number) {
	await expect.poll(async () => (await teacher.handIns()).length).toBe(1);
	const [handIn] = await teacher.handIns();
	expect(handIn?.answers).toHaveLength(1);
	expect((handIn?.handedIn ?? 0) - (handIn?.begun ?? 0)).toBe(minutes * MINUTE);
}

test('time runs out while a pupil works, and what is answered is handed in', async ({
	page,
	server
}) => {
	const { teacher } = await timed(server);
	await page.clock.install();
	const pupil = await beginAndAnswerOne(page, teacher, 'Ani');
	await expect(page.getByText('9 minutes left')).toBeVisible();
	await page.clock.fastForward(9 * MINUTE);
	await expect(page.getByText(/^\d+ seconds left$/)).toBeVisible();
	await expect(page.getByRole('status').getByText('Less than a minute is left.')).toBeVisible();
	expect(await teacher.handIns()).toEqual([]);
	await page.clock.fastForward(MINUTE);
	await expect(page.getByText(TIME_UP)).toBeVisible();
	await expect(pupil.status).toHaveText(/^Handed in/);
	await expectOne(teacher, MINUTES);
});

test('a named pupil has more time, also when it is given meanwhile', async ({ page, server }) => {
	const { teacher, assignment } = await timed(server);
	await page.clock.install();
	await beginAndAnswerOne(page, teacher, 'Leyla', '15 minutes, 5 of them extra for you');
	await page.clock.fastForward(12 * MINUTE);
	await expect(page.getByText('2 minutes left')).toBeVisible();
	const who = await nameMark(assignment.id, 'Leyla');
	await teacher.set({ ...assignment, revision: 2, extra: [{ who, minutes: 8 }] });
	// What is new is asked for each minute.
	await page.clock.fastForward(MINUTE);
	await expect(page.getByText('4 minutes left')).toBeVisible();
	await expect(page.getByText('You have 18 minutes in all.')).toBeVisible();
	await page.clock.fastForward(5 * MINUTE);
	await expect(page.getByText(TIME_UP)).toBeVisible();
	await expectOne(teacher, MINUTES + 8);
});

test('who works is told at the question what the teacher changes', async ({ page, server }) => {
	const { teacher, assignment } = await timed(server, { mode: 'test' });
	await page.clock.install();
	await beginAndAnswerOne(page, teacher, 'Ani');
	const told = page.getByText('Your teacher has changed this');
	await expect(page.getByText('Question 2 of 2')).toBeVisible();
	await expect(told).toHaveCount(0);
	const closes = Date.now() + 5 * MINUTE;
	await teacher.set({ ...assignment, revision: 2, closes, note: 'The bell rings early today.' });
	await page.clock.fastForward(MINUTE);
	await expect(page.getByRole('status').filter({ has: told })).toContainText('It closes');
	await expect(page.getByText('The bell rings early today.')).toBeVisible();
	await expect(page.getByText('Question 2 of 2')).toBeVisible();
});

/** Opens the app in another tab, so much later. */
async function openLater(context: BrowserContext, address: string, minutes: number) {
	const page = await context.newPage();
	await page.clock.install({ time: Date.now() + minutes * MINUTE });
	await page.goto(address);
	return page;
}

test('time that runs out while the tab is closed ends the attempt then, not later', async ({
	page,
	context,
	server
}) => {
	const { teacher } = await timed(server);
	await beginAndAnswerOne(page, teacher, 'Ani');
	await page.close();
	// Any page of the app hands in, not that of the class alone.
	const later = await openLater(context, `${server.url}/about`, 90);
	await expectOne(teacher, MINUTES);
	await later.goto(`${server.url}/class`);
	await later.getByRole('link', { name: 'Attempt 1' }).click();
	await expect(later.getByText(TIME_UP)).toBeVisible();
});

test('an attempt that closing ends is not late', async ({ page, context, server }) => {
	const closes = Date.now() + 5 * MINUTE;
	const { teacher } = await timed(server, { closes });
	await beginAndAnswerOne(page, teacher, 'Ani');
	await page.close();
	await openLater(context, `${server.url}/class`, 30);
	await expect.poll(async () => (await teacher.handIns()).length).toBe(1);
	expect((await teacher.handIns())[0]?.handedIn).toBe(closes);
});

test('a clock that is set back gives no time', async ({ page, server }) => {
	const { teacher } = await timed(server);
	await page.clock.install();
	await beginAndAnswerOne(page, teacher, 'Ani');
	await page.clock.fastForward(5 * MINUTE);
	await expect(page.getByText('4 minutes left')).toBeVisible();
	await page.clock.setSystemTime(Date.now() - 60 * MINUTE);
	await page.clock.fastForward(2 * MINUTE);
	await expect(page.getByText('2 minutes left')).toBeVisible();
	await page.clock.fastForward(3 * MINUTE);
	await expect(page.getByText(TIME_UP)).toBeVisible();
	await expectOne(teacher, MINUTES);
});

test('a clock that leaps ahead ends the attempt, and what is answered is handed in', async ({
	page,
	server
}) => {
	const { teacher } = await timed(server);
	await page.clock.install();
	await beginAndAnswerOne(page, teacher, 'Ani');
	await page.clock.setSystemTime(Date.now() + 24 * 60 * MINUTE);
	await expect(page.getByText(TIME_UP)).toBeVisible();
	await expectOne(teacher, MINUTES);
});
