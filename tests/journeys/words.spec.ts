import type { Page } from 'playwright/test';
import { expect, saved, test } from './fixtures.ts';

const entries = (page: Page) => page.getByRole('main').locator('article h3');

test('a shared link opens at the same words', async ({ page, server }) => {
	await page.goto(`${server.url}/words`);
	// A choice counts once the scripts have started, which the saving tells.
	await saved(page);
	const whole = await entries(page).count();
	await page.getByLabel('Kind').selectOption('Names in pairs');
	await expect(page).toHaveURL(/kind=names$/);
	await page.getByLabel('Printed in').selectOption('WION');
	await expect(page).toHaveURL(/kind=names&article=wion$/);
	await expect(page.getByRole('main').getByRole('status')).toContainText(`of ${whole} entries`);
	const names = await entries(page).allTextContents();
	expect(names).toContain('Kalbajar, Kelbajar');
	expect(names).not.toContain('Martuni, Khojavend');

	await page.goto(page.url());
	await expect(entries(page)).toHaveText(names);
	await expect(page.getByLabel('Printed in')).toHaveValue('wion');
});

test('a form shows a number or none for each article, and who uses which name', async ({
	page,
	server
}) => {
	await page.goto(`${server.url}/words#kalbajar-kelbajar`);
	const term = page.locator('#kalbajar-kelbajar');
	await expect(term).toBeInViewport();
	const row = term.getByRole('row', { name: /^Kelbajar/ });
	await expect(row.getByRole('cell')).toHaveText([/1/, /none/, /none/, /1/, /none/]);
	await expect(term.getByRole('listitem').first()).toHaveText('Kalbajar: Caucasus Watch and WION');
});

test('a word opens its speakers and its claims in place', async ({ page, server }) => {
	await page.goto(`${server.url}/words#provocation`);
	const term = page.locator('#provocation');
	const paragraph = term.getByRole('link', { name: 'Caucasus Watch, paragraph 3' });
	await expect(paragraph).toBeHidden();
	await term.getByText('In whose words').click();
	await expect(term.getByText('Mevlut Cavusoglu, retold in Al Jazeera')).toBeVisible();
	await paragraph.click();
	await expect(page).toHaveURL(/\/sources\/caucasus-watch#p3$/);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('every word stands in the page', async ({ page, server }) => {
		await page.goto(`${server.url}/words?kind=names`);
		await expect(page.locator('#separatist')).toContainText('Caucasus Watch');
		await expect(page.locator('#lachin-three-things')).toBeVisible();
	});
});
