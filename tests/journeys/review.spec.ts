import { QuizPage } from '../support/quiz-page.ts';
import { wrongResponse } from '../support/questions.ts';
import { expect, saved, test } from './fixtures.ts';

test('what was sure and wrong is asked first the next day, without server and network', async ({
	page,
	context,
	server
}) => {
	await page.clock.install({ time: new Date('2026-11-22T10:00:00') });
	await page.goto(server.url);
	await page.clock.resume();
	await saved(page);
	const quiz = await QuizPage.of(page, server.url);
	await server.stop();
	await context.setOffline(true);

	await quiz.open(server.url);
	const item = await quiz.current();
	await quiz.enter(item, wrongResponse(item));
	await page.getByRole('button', { name: 'Sure', exact: true }).click();
	await expect(page.getByRole('region', { name: 'You were sure' })).toContainText(' in ');
	await expect(page.getByText('Saved on this device.')).toBeVisible();

	await page.clock.setFixedTime(new Date('2026-11-23T10:00:00'));
	await page.goto(`${server.url}/review`);
	await page.getByRole('button', { name: 'Five minutes' }).click();
	await expect(quiz.prompt).toHaveText(item.prompt);
	await expect(page.getByText('You were sure of a wrong answer yesterday.')).toBeVisible();
	await page.getByRole('radio').first().check();
	await quiz.answerButton.click();
	await expect(page.getByText('Saved on this device.')).toBeVisible();

	await page.goto(`${server.url}/review`);
	await page.getByRole('button', { name: 'Go on: 1 of 10 answered' }).click();
	await expect(page.getByText('Question 2 of 10')).toBeVisible();
});

test('practice asks what was chosen, and its address leads back to the choice', async ({
	page,
	server
}) => {
	await page.goto(`${server.url}/practice`);
	await page.getByRole('checkbox', { name: 'Dates' }).check();
	await expect(page).toHaveURL(/skill=dates/);
	const count = page.getByRole('status').filter({ hasText: 'question' });
	const text = await count.innerText();
	await page.reload();
	await expect(page.getByRole('checkbox', { name: 'Dates' })).toBeChecked();
	await expect(count).toHaveText(text);
	await page.getByRole('button', { name: 'Begin' }).click();
	await expect(page.getByText(/Question 1 of \d+/)).toBeVisible();
});

test('a test says nothing on what is right before its end', async ({ page, server }) => {
	const quiz = await QuizPage.of(page, server.url);
	await page.goto(`${server.url}/modules/${quiz.pack.module}/test`);
	await page.getByRole('button', { name: 'Begin' }).click();
	await page.getByRole('radio').first().check();
	await quiz.answerButton.click();
	await expect(page.getByText(`Question 2 of ${quiz.pack.items.length}`)).toBeVisible();
	await expect(quiz.verdict).toHaveCount(0);
	await expect(page.getByText('All before is saved on this device.')).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: 'Begin' }).click();
	await expect(page.getByText(`Question 2 of ${quiz.pack.items.length}`)).toBeVisible();
});
