import type { PlayedItem } from '../../src/lib/content/item.ts';
import type { Option } from '../../src/lib/quiz/kind.ts';
import { explain } from '../../src/lib/quiz/kinds/explain.ts';
import { rightResponse, wrongResponse } from '../support/questions.ts';
import { QuizPage, type Way } from '../support/quiz-page.ts';
import { expect, test } from './fixtures.ts';

const textsOf = (item: PlayedItem) => (item.options as Option[]).map(({ text }) => text);

for (const way of ['tap', 'keyboard'] satisfies Way[])
	test(`a whole quiz by ${way}`, async ({ page, server }) => {
		test.slow();
		const quiz = await QuizPage.of(page, server.url);
		await quiz.open(server.url);
		const asked = await quiz.questions();
		for (const [index, item] of asked.entries()) {
			await expect(quiz.prompt).toHaveText(item.prompt);
			await expect(page.getByText(`Question ${index + 1} of ${asked.length}`)).toBeVisible();
			await quiz.answer(rightResponse, way);
			await expect(quiz.verdict).toHaveText('Right');
			await quiz.next(way);
			await expect(quiz.prompt).toBeFocused();
		}
		await expect(quiz.prompt).toHaveText(`Result: ${asked.length} of ${asked.length} points`);
		await expect(page.getByText('You missed nothing')).toBeVisible();
	});

test('the feedback: what is right and why, the evidence, and back to the card', async ({
	page,
	server
}) => {
	const quiz = await QuizPage.of(page, server.url);
	await quiz.open(server.url);
	const item = await quiz.answer(wrongResponse);
	await expect(quiz.verdict).toHaveText('Not right');
	const parts = explain(item, quiz.whysOf(item), wrongResponse(item));
	for (const { text, why } of parts.filter(({ mark }) => mark !== 'left')) {
		const part = page.getByRole('listitem').filter({ hasText: text });
		await expect(part.filter({ hasText: why ?? 'no why' }).first()).toBeVisible();
	}
	await expect(page.getByRole('status').filter({ hasText: 'Saved on this device.' })).toBeVisible();
	await page.getByText(/^The evidence: \d+ claims?$/).click();
	await expect(page.getByRole('link', { name: /, paragraphs? \d/ }).first()).toBeVisible();
	await page.getByRole('link', { name: /^Card: / }).click();
	await expect(page).toHaveURL(new RegExp(`/cards/${item.card}$`));
	await page.goBack();
	await expect(page.getByText('Question 2 of')).toBeVisible();
});

test.describe('without the pack of reasons', () => {
	test.use({ serviceWorkers: 'block' });

	test('an answer is told right or wrong all the same', async ({ page, server }) => {
		const quiz = await QuizPage.of(page, server.url);
		await page.route('**/data/whys/*.json', (route) => route.abort());
		await quiz.open(server.url);
		await quiz.answer(wrongResponse);
		await expect(quiz.verdict).toHaveText('Not right');
		await expect(page.getByRole('alert')).toHaveText('The reasons could not be loaded.');
		await expect(page.getByText(/✗ You/).first()).toBeVisible();

		await page.unroute('**/data/whys/*.json');
		await quiz.next();
		const item = await quiz.answer(rightResponse);
		const [why = ''] = Object.values(quiz.whysOf(item));
		await expect(page.getByText(why).first()).toBeAttached();
	});
});

test('an answer that leaves something out is not taken', async ({ page, server }) => {
	const quiz = await QuizPage.of(page, server.url);
	const open = quiz.pack.items.filter(({ kind }) => kind !== 'order');
	await page.addInitScript(
		([key, draft]) => {
			sessionStorage.setItem(key ?? '', draft ?? '');
		},
		[`quiz-${quiz.pack.module}`, draftOf(quiz, 'one', open.slice(0, 1))]
	);
	await quiz.open(server.url);
	await quiz.answerButton.click();
	await expect(page.getByRole('alert')).toHaveText(/Something is still open/);
	// Below the button it may be out of sight on a phone.
	const [said, pressed] = await Promise.all([
		page.getByRole('alert').boundingBox(),
		quiz.answerButton.boundingBox()
	]);
	expect(said?.y).toBeLessThan(pressed?.y ?? 0);
	await quiz.answer(rightResponse);
	await expect(quiz.verdict).toHaveText('Right');
});

test('a reload stays at the question, with what was chosen', async ({ page, server }) => {
	const quiz = await QuizPage.of(page, server.url);
	await quiz.open(server.url);
	await quiz.answer(rightResponse);
	await quiz.next();
	await quiz.answer(wrongResponse);
	await quiz.next();
	const item = await quiz.current();
	await quiz.enter(item, rightResponse(item));
	await page.reload();
	await expect(page.getByText('Question 3 of')).toBeVisible();
	await expect(quiz.prompt).toHaveText(item.prompt);
	await quiz.answerButton.click();
	await expect(quiz.verdict).toHaveText('Right');
});

test('a closed tab loses no answer', async ({ page, context, server }) => {
	const quiz = await QuizPage.of(page, server.url);
	await quiz.open(server.url);
	const asked = await quiz.questions();
	await quiz.answer(rightResponse);
	await expect(page.getByText('Saved on this device.')).toBeVisible();
	await page.close();
	const again = await QuizPage.of(await context.newPage(), server.url);
	await again.open(server.url);
	await expect(again.page.getByText(`Question 2 of ${asked.length}`)).toBeVisible();
	expect(await again.questions()).toEqual(asked);
});

/** What a tab holds that has begun a quiz with this seed. */
const draftOf = ({ pack }: QuizPage, seed: string, items: readonly PlayedItem[]) =>
	JSON.stringify({
		session: {
			v: 2,
			mode: 'quiz',
			id: 'journey',
			module: pack.module,
			seed,
			items: items.map(({ id, revision }) => ({ id, revision })),
			startedAt: 0,
			ended: false
		},
		item: items[0]?.id,
		response: null
	});

test('the same seed gives the same quiz on another device', async ({ browser, server }) => {
	const shown = async () => {
		const context = await browser.newContext();
		const quiz = await QuizPage.of(await context.newPage(), server.url);
		const single = quiz.pack.items.filter(({ kind }) => kind === 'choice').slice(0, 1);
		await context.addInitScript(
			([key, draft]) => {
				sessionStorage.setItem(key ?? '', draft ?? '');
			},
			[`quiz-${quiz.pack.module}`, draftOf(quiz, 'the seed', single)]
		);
		await quiz.open(server.url);
		const labels = await quiz.page.getByRole('group').getByRole('listitem').allInnerTexts();
		expect(labels).toEqual(textsOf(await quiz.current()));
		await context.close();
		return labels;
	};
	expect(await shown()).toEqual(await shown());
});

test('the result, and again with what was missed', async ({ page, server }) => {
	const quiz = await QuizPage.of(page, server.url);
	await page.addInitScript(
		([key, draft]) => {
			if (!sessionStorage.getItem(key ?? '')) sessionStorage.setItem(key ?? '', draft ?? '');
		},
		[`quiz-${quiz.pack.module}`, draftOf(quiz, 'three', quiz.pack.items.slice(0, 3))]
	);
	await quiz.open(server.url);
	const missed = await quiz.answer(wrongResponse);
	await quiz.next();
	await quiz.finish(rightResponse);
	await expect(quiz.prompt).toHaveText('Result: 2 of 3 points');
	await expect(page.getByRole('table').getByRole('row').nth(1)).toHaveText(/ of \d/);
	await expect(page.getByRole('listitem').filter({ hasText: missed.prompt })).toBeVisible();

	await page.reload();
	await expect(quiz.prompt).toHaveText('Result: 2 of 3 points');

	await page.getByRole('button', { name: 'Again with what you missed' }).click();
	await expect(page.getByText('Question 1 of 1')).toBeVisible();
	await expect(quiz.prompt).toHaveText(missed.prompt);
	await quiz.finish(rightResponse);
	await expect(quiz.prompt).toHaveText('Result: 1 of 1 points');

	await page.getByRole('button', { name: /^Again with all/ }).click();
	await expect(page.getByText(`Question 1 of ${quiz.pack.items.length}`)).toBeVisible();
});

test('rows that this version cannot read are left alone', async ({ page, server }) => {
	const quiz = await QuizPage.of(page, server.url);
	await quiz.open(server.url);
	const asked = await quiz.questions();
	await quiz.answer(rightResponse);
	await expect(page.getByText('Saved on this device.')).toBeVisible();
	const { session } = await quiz.draft();
	await page.evaluate(
		([session, second]) =>
			new Promise<void>((done, failed) => {
				const opening = indexedDB.open('who-says-what');
				opening.onerror = () => {
					failed(new Error('The database did not open.'));
				};
				opening.onsuccess = () => {
					const db = opening.result;
					const write = db.transaction(['sessions', 'attempts'], 'readwrite');
					write.objectStore('sessions').put({ ...session, id: 'newer', v: 9, startedAt: 9e15 });
					write
						.objectStore('sessions')
						.put({ id: 'hostile', module: session.module, items: '<b>' });
					const attempt = {
						v: 1,
						session: session.id,
						item: second?.id,
						revision: second?.revision
					};
					const times = { shownAt: 1, at: 1 };
					const attempts = write.objectStore('attempts');
					attempts.put({
						...attempt,
						...times,
						id: 'a',
						score: 1,
						response: { not: 'a response' }
					});
					attempts.put({ ...attempt, ...times, id: 'b', score: 7, response: null });
					attempts.put({ ...attempt, id: 'c', score: 'right' });
					write.oncomplete = () => {
						db.close();
						done();
					};
				};
			}),
		[session, asked[1]] as const
	);
	await page.reload();
	await expect(page.getByText(`Question 2 of ${asked.length}`)).toBeVisible();
	expect(await quiz.questions()).toEqual(asked);
});

test('a button that is pressed before scripts run is pressed once they do', async ({
	page,
	server
}) => {
	const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
	await page.route('**/_app/**', async (route) => {
		await released;
		await route.continue();
	});
	const quiz = await QuizPage.of(page, server.url);
	await page.goto(`${server.url}/modules/${quiz.pack.module}/test`, { waitUntil: 'commit' });
	await page.getByRole('button', { name: 'Begin, or go on' }).click();
	release(undefined);
	await expect(quiz.prompt).toBeVisible();
});

test.describe('with JavaScript blocked', () => {
	test.use({ javaScriptEnabled: false });

	test('the quiz leads to its questions, each with its answer and why', async ({
		page,
		server
	}) => {
		const quiz = await QuizPage.of(page, server.url);
		await page.goto(server.url + quiz.path);
		await page.getByRole('link', { name: 'All questions with their answers' }).click();
		for (const { prompt } of quiz.pack.items)
			await expect(
				page.getByRole('heading', { level: 2, name: prompt, exact: true }).first()
			).toBeVisible();
		const first = page
			.getByRole('listitem')
			.filter({ has: page.getByRole('heading', { level: 2 }) })
			.first();
		await expect(first.getByText('✓ Right').first()).toBeHidden();
		await first.getByText('Answer and why').click();
		await expect(first.getByText('✓ Right').first()).toBeVisible();
		await first.getByRole('link', { name: /^Card: / }).click();
		await expect(page).toHaveURL(/\/cards\//);
	});
});
