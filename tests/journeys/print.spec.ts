import type { Page } from 'playwright/test';
import type { CardsPack } from '../../src/lib/content/packs.ts';
import { paperOf } from '../../src/lib/quiz/kinds/paper.ts';
import { loadKinds } from '../../src/lib/quiz/kinds/index.ts';
import { paperItems } from '../../src/lib/study/print.ts';
import { plainText } from '../../src/lib/content/card-text.ts';
import { readPdf, squeezed } from '../support/pdf.ts';
import { serverPack } from '../support/packs.ts';
import { QuizPage } from '../support/quiz-page.ts';
import { firstModule } from '../support/transfer.ts';
import { expect, saved, test } from './fixtures.ts';

const A4 = [595, 842];
const LETTER = [612, 792];
const PART = /^(Hand-out|Question paper|Answer key)$/;

/** A part of the first module as a PDF, in a dark theme, which paper must not take over. */
async function printed(page: Page, url: string, search: string) {
	const { module } = await firstModule(url);
	await page.addInitScript(() => {
		localStorage.setItem('look', '{"theme":"dark"}');
	});
	await page.goto(`${url}${module}/print${search}`);
	// The finished page holds all three parts until the scripts have read the address.
	await expect(page.getByRole('region', { name: PART })).toHaveCount(1);
	return readPdf(await page.pdf({ preferCSSPageSize: true }));
}

/** Reasons that stand in the key alone. */
async function whysIn(page: Page, url: string) {
	const quiz = await QuizPage.of(page, url);
	const texts = quiz.pack.items.flatMap((item) => Object.values(quiz.whysOf(item)));
	return texts.filter((text) => text.length > 30).map(squeezed);
}

test('a hand-out has every sentence of every card, and who says it', async ({ page, server }) => {
	const { module } = await firstModule(server.url);
	const pack = (await serverPack(server.url, module.slice(1))) as CardsPack;
	const { pages, text } = await printed(page, server.url, '?what=handout');
	expect(pages.length).toBeGreaterThanOrEqual(2);
	expect(pages.length).toBeLessThanOrEqual(6);
	expect(pages[0]).toEqual(A4);
	expect(text).toContain(squeezed(`Page ${pages.length} of ${pages.length}`));
	for (const card of pack.cards) expect(text).toContain(squeezed(card.title));
	const sentences = pack.cards.flatMap(({ paragraphs }) => paragraphs.flat());
	const [first, last] = [sentences[0], sentences.at(-1)];
	expect(text).toContain(squeezed(plainText(first?.parts ?? [])));
	expect(text).toContain(squeezed(plainText(last?.parts ?? [])));
	expect(text).toMatch(/AlJazeera,initsownwords,13September2022,¶\d/);
});

test('a question paper asks everything and gives nothing away', async ({ page, server }) => {
	const quiz = await QuizPage.of(page, server.url);
	const { pages, text } = await printed(page, server.url, '?what=paper&size=letter&version=7');
	expect(pages.length).toBeGreaterThanOrEqual(4);
	expect(pages.length).toBeLessThanOrEqual(12);
	expect(pages[0]).toEqual(LETTER);
	expect(text).toContain(squeezed('Question paper, version 7'));
	for (const { prompt } of quiz.pack.items) expect(text).toContain(squeezed(prompt));
	expect(text).not.toContain('Answer');
	for (const why of await whysIn(page, server.url)) expect(text).not.toContain(why);
});

test('a key fits the paper of its version and says why', async ({ page, server }) => {
	await loadKinds();
	const quiz = await QuizPage.of(page, server.url);
	const items = paperItems(quiz.pack.items, '7');
	const paper = await printed(page, server.url, '?what=paper&version=7');
	const key = await printed(page, server.url, '?what=key&version=7');
	expect(key.pages.length).toBeLessThanOrEqual(12);
	for (const [at, item] of items.entries()) {
		const asked = squeezed(`${at + 1}. ${item.prompt}`);
		const [first] = paperOf(item).options ?? [];
		expect(paper.text).toContain(asked);
		if (first) expect(paper.text).toContain(squeezed(first.mark + first.text));
		expect(key.text).toContain(asked + squeezed(`Answer: ${paperOf(item).answer}`));
	}
	const whys = await whysIn(page, server.url);
	expect(whys.filter((why) => key.text.includes(why)).length).toBeGreaterThan(whys.length * 0.8);
});

test('what is chosen stands in the address, and another version is another order', async ({
	page,
	server
}) => {
	const { module } = await firstModule(server.url);
	await page.goto(`${server.url}${module}/print`);
	await saved(page);
	await page.getByRole('radio', { name: 'Question paper' }).check();
	await expect(page).toHaveURL(/what=paper/);
	await expect(page.getByRole('region', { name: 'Answer key' })).toHaveCount(0);
	const prompts = page
		.getByRole('region', { name: 'Question paper' })
		.getByRole('heading', { level: 3 });
	const before = await prompts.allTextContents();
	await page.getByLabel('Version of the questions').fill('spring');
	await page.getByLabel('Version of the questions').press('Tab');
	await expect(page).toHaveURL(/version=spring/);
	await expect(page.getByText('Question paper, version spring')).toBeVisible();
	const after = await prompts.allTextContents();
	expect(after).not.toEqual(before);
	await page.reload();
	await expect(page.getByRole('radio', { name: 'Question paper' })).toBeChecked();
	expect(await prompts.allTextContents()).toEqual(after);
});

test('it prints without a network', async ({ page, server }) => {
	const { module } = await firstModule(server.url);
	await page.goto(server.url);
	await saved(page);
	await server.stop();
	await page.goto(`${server.url}${module}/print?what=key`);
	await expect(page.getByRole('heading', { name: 'Who says it, and where' })).toBeVisible();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('all three parts can be read', async ({ page, server }) => {
		const { module } = await firstModule(server.url);
		await page.goto(`${server.url}${module}/print`);
		for (const name of ['Hand-out', 'Question paper', 'Answer key'])
			await expect(page.getByRole('region', { name })).toBeVisible();
	});
});

test('a dark page is printed as dark ink on white', async ({ page, server }) => {
	const { card } = await firstModule(server.url);
	await page.addInitScript(() => {
		localStorage.setItem('look', '{"theme":"dark"}');
	});
	await page.goto(server.url + card);
	await page.emulateMedia({ media: 'print' });
	const ink = await page.evaluate(() => getComputedStyle(document.body).color);
	expect(ink).toBe('rgb(36, 33, 43)');
});
