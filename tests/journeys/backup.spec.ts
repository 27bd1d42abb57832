import { readFileSync } from 'node:fs';
import { QuizPage } from '../support/quiz-page.ts';
import { rightResponse } from '../support/questions.ts';
import { expect, test } from './fixtures.ts';

test('answers come to another device by a backup, and twice changes nothing', async ({
	page,
	browser,
	server
}) => {
	const quiz = await QuizPage.of(page, server.url);
	await quiz.open(server.url);
	await quiz.answer(rightResponse);
	await expect(page.getByText('Saved on this device.')).toBeVisible();
	await page.goto(`${server.url}/settings`);
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup' }).click();
	const path = await (await downloading).path();
	const file = {
		name: 'backup.json',
		mimeType: 'application/json',
		buffer: readFileSync(path)
	};

	const other = await (await browser.newContext()).newPage();
	await other.goto(`${server.url}/settings`);
	// Drawn by the page's script, as the reader's choice of a file is heard by it.
	await other.getByRole('button', { name: 'Save a calendar file' }).waitFor();
	const input = other.getByLabel('Take a backup over');
	await input.setInputFiles(file);
	await expect(other.getByText('Taken over: 1 answer')).toBeVisible();
	await input.setInputFiles(file);
	await expect(other.getByText('nothing in it that is not here already')).toBeVisible();
	await input.setInputFiles({ ...file, buffer: file.buffer.subarray(0, 200) });
	await expect(other.getByText('This backup is damaged')).toBeVisible();
	await other.goto(server.url + quiz.path);
	await expect(other.getByText('Question 2 of')).toBeVisible();
	await other.context().close();
});
