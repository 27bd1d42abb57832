import type { Page } from 'playwright/test';
import { keptAnswers, keptRows, putRow } from '../support/kept.ts';
import { QuizPage } from '../support/quiz-page.ts';
import { rightResponse } from '../support/questions.ts';
import { expect, saved, test } from './fixtures.ts';

/** What a page remembers outside the database; Kit's own notes on scrolling are nobody's. */
const remembered = () =>
	[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(
		(key) => !key.startsWith('sveltekit:')
	);

const isSaved = (page: Page) => page.getByText('Saved on this device.');

test('what one tab deletes is gone in every tab, and only the app stays', async ({
	page,
	context,
	server
}) => {
	const quiz = await QuizPage.of(page, server.url);
	await quiz.answerOne(server.url, rightResponse);
	const other = await context.newPage();
	await (await QuizPage.of(other, server.url)).answerOne(server.url, rightResponse);
	await saved(other);
	await page.goto(`${server.url}/settings`);
	await page.getByRole('radio', { name: 'Dark' }).check();

	await page.getByRole('button', { name: 'Delete everything on this device' }).click();
	await page.getByRole('button', { name: 'Delete', exact: true }).click();
	for (const each of [page, other]) {
		await expect(each).toHaveURL(`${server.url}/`);
		await expect(each.getByRole('link', { name: /^Start with/ })).toBeVisible();
		expect(await each.evaluate(remembered)).toEqual([]);
	}
	expect(await keptAnswers(page)).toEqual([]);
	expect(await keptRows(page, 'sessions')).toEqual([]);
	const caches = await page.evaluate(() => self.caches.keys());
	expect(caches.filter((name) => !name.startsWith('workbox-precache'))).toEqual([]);

	// The other tab begins anew, too.
	await other.goto(server.url + quiz.path);
	await expect(other.getByText('Question 1 of')).toBeVisible();
	expect(await keptAnswers(page)).toEqual([]);
});

test('an answer for which there is no room stays on the screen, and is saved when there is some', async ({
	page,
	context,
	server
}) => {
	const quiz = await QuizPage.of(page, server.url);
	await quiz.open(server.url);
	await saved(page);
	const devtools = await context.newCDPSession(page);
	const origin = server.url;
	await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	await quiz.answer(rightResponse);
	await expect(page.getByText('This device has no room left')).toBeVisible();
	await expect(isSaved(page)).toBeHidden();
	await expect(quiz.verdict).toHaveText('Right');

	await devtools.send('Storage.overrideQuotaForOrigin', { origin });
	await page.getByRole('button', { name: 'Try to save again' }).click();
	await expect(isSaved(page)).toBeVisible();
	expect(await keptAnswers(page)).toHaveLength(1);
	await page.reload();
	await expect(page.getByText('Question 2 of')).toBeVisible();
});

test('where nothing can be kept, study goes on and says so', async ({ page, server }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'indexedDB', { value: undefined });
	});
	const quiz = await QuizPage.of(page, server.url);
	await quiz.open(server.url);
	await quiz.answer(rightResponse);
	await expect(page.getByText('This browser keeps nothing for this page')).toBeVisible();
	await expect(isSaved(page)).toBeHidden();
	await quiz.next();
	await expect(page.getByText('Question 2 of')).toBeVisible();
	await page.goto(server.url);
	await expect(page.getByText('This browser keeps nothing for this page')).toBeVisible();
});

test('the browser is asked to keep everything after a first quiz, and Settings say what it keeps', async ({
	page,
	server
}) => {
	await page.addInitScript(() => {
		StorageManager.prototype.persist = () => {
			document.documentElement.dataset.asked = String(
				Number(document.documentElement.dataset.asked ?? 0) + 1
			);
			return Promise.resolve(true);
		};
	});
	const asked = () => page.evaluate(() => document.documentElement.dataset.asked);
	const quiz = await QuizPage.of(page, server.url);
	await quiz.open(server.url);
	await quiz.answer(rightResponse);
	await quiz.next();
	expect(await asked()).toBeUndefined();
	await quiz.finish(rightResponse);
	await expect.poll(asked).toBe('1');

	await putRow(page, 'attempts', { v: 2, id: 'broken' });
	await page.goto(`${server.url}/settings`);
	await expect(page.getByText('The browser may delete this when')).toBeVisible();
	await expect(page.getByText('An answer (broken) is damaged')).toBeVisible();
});
