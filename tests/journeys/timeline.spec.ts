import type { Page } from 'playwright/test';
import { expect, saved, test } from './fixtures.ts';

const CLASHES = 'clashes-12-may-2023';
const parts = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });
const entries = (page: Page) => page.locator('ol.line > li');
const entry = (page: Page, id: string) => page.locator(`li#${id}`);
const told = (page: Page, id: string) =>
	entry(page, id).getByRole('heading', { name: 'For Azerbaijan' });
const part = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Parts' }).getByRole('link', { name });

test('a part and an entry are chosen, and the address opens at the same', async ({
	page,
	server,
	context
}) => {
	await page.goto(`${server.url}/timeline`);
	await expect(parts(page)).toHaveCount(4);
	const all = await entries(page).count();
	await part(page, 'May 2023').click();
	await expect(parts(page)).toHaveText([/^May 2023/]);
	await expect(part(page, 'May 2023')).toHaveAttribute('aria-current', 'true');
	expect(await entries(page).count()).toBeLessThan(all);

	await expect(told(page, CLASHES)).toBeHidden();
	await entry(page, CLASHES).getByText('Who tells it').click();
	await expect(told(page, CLASHES)).toBeVisible();
	await expect(page).toHaveURL(`${server.url}/timeline?show=may-2023#${CLASHES}`);

	const other = await context.newPage();
	await other.goto(page.url());
	await expect(parts(other)).toHaveText([/^May 2023/]);
	await expect(told(other, CLASHES)).toBeVisible();
	await expect(entry(other, CLASHES)).toBeInViewport();

	await entry(page, CLASHES).getByText('Who tells it').click();
	await expect(page).toHaveURL(/show=may-2023#?$/);
	await page.goBack();
	await expect(parts(page)).toHaveCount(4);
});

test('an entry leads to evidence in place, to a disputed point and to a card', async ({
	page,
	server
}) => {
	await page.goto(`${server.url}/timeline#${CLASHES}`);
	const inside = entry(page, CLASHES);
	const claim = inside.locator('details#wi02-armenia-blames-azerbaijan');
	await claim.locator('summary').click();
	await expect(claim.getByText('speaks for Armenia')).toBeVisible();
	await expect(page).toHaveURL(new RegExp(`#${CLASHES}$`));
	await inside.getByRole('link', { name: /fired first/ }).click();
	await expect(page).toHaveURL(/\/disputes\//);
	await page.goBack();
	await expect(inside.getByRole('heading', { name: 'Cards' })).toBeVisible();
	await inside.locator('a[href*="/cards/"]').first().click();
	await expect(page.getByRole('article')).toBeVisible();
});

test('a shared link opens without server and network', async ({ page, server, context }) => {
	await page.goto(server.url);
	await saved(page);
	await server.stop();
	await context.setOffline(true);
	await page.goto(`${server.url}/timeline?show=may-2023#${CLASHES}`);
	await expect(parts(page)).toHaveText([/^May 2023/]);
	await expect(told(page, CLASHES)).toBeVisible();
	await page.goto(`${server.url}/after#washington-2025`);
	await expect(page.locator('#washington-2025')).toBeInViewport();
});

test('what came later stands apart, closed, and leads to its notes', async ({ page, server }) => {
	await page.goto(`${server.url}/timeline`);
	const later = page.locator('details#later');
	const link = later.getByRole('link', { name: /initialled/ });
	await expect(link).toBeHidden();
	await later.getByText('after the articles').first().click();
	await expect(page).toHaveURL(/#later$/);
	await link.click();
	await expect(page).toHaveURL(/\/after#washington-2025$/);
	const note = page.locator('#washington-2025');
	await expect(note.getByRole('heading', { level: 3 })).toHaveText([
		'Armenia',
		'Azerbaijan',
		'Sources'
	]);
	await page
		.locator('#lachin-road-closed')
		.getByRole('link', { name: /Checkpoint/ })
		.click();
	await expect(entry(page, 'checkpoint-april-2023')).toBeInViewport();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('every entry and its claims can be read, whatever part is asked for', async ({
		page,
		server
	}) => {
		await page.goto(`${server.url}/timeline?show=january-2022`);
		await expect(parts(page)).toHaveCount(4);
		await entry(page, CLASHES).getByText('Who tells it').click();
		await expect(told(page, CLASHES)).toBeVisible();
		await page.locator('details#later summary').click();
		await expect(page.locator('details#later ol')).toBeVisible();
	});

	test('what came later can be read to where it stops', async ({ page, server }) => {
		await page.goto(`${server.url}/after`);
		await expect(page.getByText('This page stops in June 2026')).toBeVisible();
		await expect(page.getByRole('article')).toHaveCount(16);
	});
});
