import type { Page } from 'playwright/test';
import { expect, saved, test } from './fixtures.ts';

const NETWORK = '/voices/network';

const entries = (page: Page) => page.getByRole('article');
const node = (page: Page, name: string) =>
	page.getByRole('figure').getByRole('link', { name, exact: true });

test('a name chosen by keyboard shows its contacts, and the address holds it', async ({
	page,
	server
}) => {
	await page.goto(server.url + NETWORK);
	const all = await entries(page).count();
	await node(page, 'Ararat Mirzoyan').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Contacts of Ararat Mirzoyan' })).toBeVisible();
	await expect(entries(page)).toHaveCount(1);
	await expect(entries(page)).toContainText('Jeyhun Bayramov');
	await expect(node(page, 'Ararat Mirzoyan')).toBeFocused();

	await page.reload();
	await expect(entries(page)).toHaveCount(1);
	await expect(node(page, 'Ararat Mirzoyan')).toHaveAttribute('aria-current', 'true');

	await page.getByRole('link', { name: 'Show all' }).click();
	await expect(entries(page)).toHaveCount(all);
	expect(new URL(page.url()).search).toBe('');
});

test('a voice and a kind hold together, and what is planned says so', async ({ page, server }) => {
	await page.goto(`${server.url}${NETWORK}?voice=aliyev`);
	await page.getByRole('link', { name: /^Planned meetings/ }).click();
	await expect(page).toHaveURL(/voice=aliyev&kind=planned/);
	await expect(
		page.getByRole('heading', { name: 'Planned meetings of Ilham Aliyev' })
	).toBeVisible();
	for (const entry of await entries(page).all()) {
		await expect(entry).toContainText('Ilham Aliyev');
		await expect(entry).toContainText('Announced by');
		await expect(entry).toContainText('None of the five articles tells whether it took place.');
	}
});

test('evidence of a contact opens in place', async ({ page, server }) => {
	await page.goto(`${server.url}${NETWORK}?voice=macron`);
	await expect(entries(page)).toHaveCount(1);
	await entries(page).locator('summary').click();
	await expect(entries(page).getByRole('link', { name: 'Al Jazeera, paragraph 29' })).toBeVisible();
	await expect(page).toHaveURL(/voice=macron/);
});

test('everyone of one article and one side is found again by address', async ({ page, server }) => {
	await page.goto(`${server.url}/voices`);
	await saved(page);
	const shown = page.getByRole('status').filter({ hasText: 'voices' });
	await page.getByLabel(/^Article/).selectOption('WION');
	await page.getByLabel(/^Side/).selectOption('Speaking for Azerbaijan');
	await expect(page).toHaveURL(/article=wion&side=azerbaijan/);
	await expect(shown).toHaveText(/^3 of /);
	await page.getByLabel(/^Shown/).selectOption('Only those given words');
	await expect(shown).toHaveText(/^2 of /);
	await page.reload();
	await expect(shown).toHaveText(/^2 of /);
});

test('the claims of a voice stand by event or by article', async ({ page, server }) => {
	await page.goto(`${server.url}/voices/blinken`);
	await saved(page);
	await expect(page.getByRole('heading', { level: 3, name: 'Al Jazeera' })).toHaveCount(0);
	await page.getByLabel('Claims grouped by').selectOption('Article');
	await expect(page).toHaveURL(/by=article/);
	await expect(page.getByRole('heading', { level: 3, name: 'Al Jazeera' }).first()).toBeVisible();
});

test('a link to a claim opens it on the page of its source', async ({ page, server }) => {
	await page.goto(`${server.url}/sources/dispatches`);
	await page
		.getByRole('listitem')
		.filter({ hasText: 'The figure 65,000 is ten times too high' })
		.getByRole('link', { name: /¶10, 11/ })
		.click();
	await expect(page).toHaveURL(/#di11-toll-65000$/);
	await expect(page.locator('#di11-toll-65000')).toHaveAttribute('open', '');
	await page.getByLabel('Claims grouped by').selectOption('Voice');
	await expect(page.getByRole('heading', { level: 3, name: 'Antonio Guterres' })).toBeVisible();
});

test.describe('with JavaScript blocked', () => {
	test.use({ javaScriptEnabled: false });

	test('the picture and the whole list are there', async ({ page, server }) => {
		await page.goto(server.url + NETWORK);
		await expect(node(page, 'Nikol Pashinyan')).toBeVisible();
		await expect(entries(page).filter({ hasText: 'Guterres asked Armenia' })).toBeVisible();
		expect(await entries(page).count()).toBeGreaterThan(20);
	});
});
