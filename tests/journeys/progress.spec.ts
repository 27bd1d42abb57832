import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { QuizPage } from '../support/quiz-page.ts';
import { rightResponse, wrongResponse } from '../support/questions.ts';
import { expect, saved, test } from './fixtures.ts';

/** Notes in the tab what is put on the app's icon; 0 when it is taken away. */
function watchBadge() {
	const set = (count: number) => {
		sessionStorage.setItem('badge', String(count));
		return Promise.resolve();
	};
	Object.assign(navigator, { setAppBadge: set, clearAppBadge: () => set(0) });
}

const badge = (page: Page) => page.evaluate(() => sessionStorage.getItem('badge'));

const dueLink = (page: Page) => page.getByRole('link', { name: /^Review: \d+ due today$/ });

test('answers show in progress, on the first page and on the icon, without server and network', async ({
	page,
	context,
	server
}) => {
	await page.addInitScript(watchBadge);
	await page.clock.install({ time: new Date('2026-11-20T10:00:00') });
	await page.goto(server.url);
	await page.clock.resume();
	await saved(page);
	const quiz = await QuizPage.of(page, server.url);
	await server.stop();
	await context.setOffline(true);

	await page.goto(`${server.url}/progress`);
	await expect(page.getByText('Nothing is answered on this device so far')).toBeVisible();

	await quiz.open(server.url);
	for (const [respond, button] of [
		[wrongResponse, 'Sure'],
		[rightResponse, 'Sure'],
		[rightResponse, 'Think so']
	] as const) {
		const item = await quiz.current();
		await quiz.enter(item, respond(item));
		await page.getByRole('button', { name: button, exact: true }).click();
		await expect(page.getByText('Saved on this device.')).toBeVisible();
		await quiz.next();
	}

	await page.goto(server.url);
	await expect(
		page.getByText(/1 of \d+ cards read|0 of \d+ cards read, 2 of/).first()
	).toBeVisible();
	await expect(dueLink(page)).toHaveCount(0);
	await page.goto(`${server.url}/settings`);
	await page.getByRole('checkbox', { name: /on the app’s icon/ }).check();
	await expect.poll(() => badge(page)).toBe('0');

	// The next day what was wrong is due.
	await page.clock.setFixedTime(new Date('2026-11-21T10:00:00'));
	await page.goto(server.url);
	await expect(dueLink(page)).toHaveText('Review: 1 due today');
	await expect.poll(() => badge(page)).toBe('1');
	await dueLink(page).click();
	await expect(page.getByText('One question is due today.')).toBeVisible();

	await page.getByRole('link', { name: 'See your progress' }).click();
	await expect(page.getByText(/^3 of \d+ questions answered, 2 of them right/)).toBeVisible();
	const module = page.getByRole('list', { name: 'Modules' }).getByRole('listitem').first();
	await expect(module).toContainText(`3 of ${quiz.pack.items.length} answered`);
	await expect(
		page.getByRole('region', { name: 'Answers on each day' }).getByRole('cell', { name: '3' })
	).toHaveCount(1);
	const sure = page.getByRole('list', { name: 'Right answers by how sure you were' });
	await expect(sure.getByRole('listitem').filter({ hasText: 'Sure' })).toContainText(
		'right in 50 % of 2 answers'
	);
	await expect(sure.getByRole('listitem').filter({ hasText: 'Think so' })).toContainText(
		'right in 100 % of one answer'
	);
	const coming = page.getByRole('list', { name: 'Questions due on each day' });
	await expect(coming.getByRole('listitem')).toHaveCount(14);
	await expect(coming.getByRole('listitem').first()).toHaveText(/Today\s*1/);

	await page.goto(`${server.url}/settings`);
	await page.getByRole('checkbox', { name: /on the app’s icon/ }).uncheck();
	await expect.poll(() => badge(page)).toBe('0');
});

test('a calendar file carries the reminder that was chosen, and a second one takes its place', async ({
	page,
	server
}) => {
	await page.clock.install({ time: new Date('2026-11-22T10:00:00') });
	await page.goto(`${server.url}/settings`);
	const save = page.getByRole('button', { name: 'Save a calendar file' });
	const file = async () => {
		const downloading = page.waitForEvent('download');
		await save.click();
		const download = await downloading;
		expect(download.suggestedFilename()).toBe('who-says-what.ics');
		return readFileSync(await download.path(), 'utf8').split('\r\n');
	};
	const daily = await file();
	expect(daily).toContain('DTSTART:20261122T180000');
	expect(daily).toContain('RRULE:FREQ=DAILY');

	await page.getByRole('textbox', { name: 'At' }).fill('07:30');
	await page.getByRole('checkbox', { name: 'Tue' }).check();
	await page.getByRole('checkbox', { name: 'Fri' }).check();
	await page.reload();
	await expect(page.getByRole('checkbox', { name: 'Fri' })).toBeChecked();
	const chosen = await file();
	expect(chosen).toContain('DTSTART:20261124T073000');
	expect(chosen).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU,FR');
	expect(chosen).toContain('SEQUENCE:1');
	const uid = (lines: string[]) => lines.find((line) => line.startsWith('UID:'));
	expect(uid(chosen)).toBe(uid(daily));
});

test('without scripts the page says what would stand there', async ({ browser, server }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${server.url}/progress`);
	await expect(page.getByText('Worked out on this device')).toBeVisible();
	expect(await page.content()).toContain('Progress needs JavaScript.');
	await context.close();
});
