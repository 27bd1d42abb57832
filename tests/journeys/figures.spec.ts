import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Length of the mark in the row of a figure, in pixels. */
const lengthOf = async (page: Page, chart: string, words: string, row = 0) => {
	const rows = page.locator(chart).locator('summary').filter({ hasText: words });
	return (await rows.nth(row).locator('.length').boundingBox())?.width ?? Number.NaN;
};

test('a shared link opens at its figures, from the list of views', async ({ page, server }) => {
	await page.goto(`${server.url}/explore`);
	await page.getByRole('link', { name: 'Figures' }).click();
	await page
		.getByRole('navigation', { name: 'Figures on this page' })
		.getByRole('link', { name: 'Dead of the war of 2020' })
		.click();
	await expect(page).toHaveURL(/#war-2020-dead$/);
	await page.reload();
	await expect(section(page, 'Dead of the war of 2020')).toBeInViewport();
});

test('marks are as long as their figures, and the outlier has a chart without it', async ({
	page,
	server
}) => {
	await page.goto(`${server.url}/figures#war-2020-dead`);
	const all = '#war-2020-dead .charts > .chart';
	const high = await lengthOf(page, all, 'over 65,000');
	const low = await lengthOf(page, all, 'more than 6,500');
	expect(high / low).toBeCloseTo(10, 1);
	const closer = section(page, 'Dead of the war of 2020').locator('.closer');
	await expect(closer).toContainText('Left out here: over 65,000 (Dispatches).');
	await expect(closer.locator('summary')).toHaveCount(2);
	expect(await lengthOf(page, '#war-2020-dead .closer', 'more than 6,500')).toBeGreaterThan(
		low * 5
	);
	await expect(section(page, 'Dead of the war of 2020')).toContainText('ten times too high');
});

test('both sides have marks of one height and colour', async ({ page, server }) => {
	await page.goto(`${server.url}/figures#january-2022`);
	const drawn = await page
		.locator('#january-2022 .length')
		.evaluateAll((all) =>
			all
				.slice(0, 2)
				.map((each) => [getComputedStyle(each).fill, each.getBoundingClientRect().height])
		);
	expect(drawn).toHaveLength(2);
	expect(drawn[0]).toEqual(drawn[1]);
});

test('a mark opens to its evidence, and a table row leads to its paragraph', async ({
	page,
	server
}) => {
	await page.goto(`${server.url}/figures#dead-13-september-2022`);
	const group = section(page, 'Losses of 13 September 2022');
	await group.locator('summary').filter({ hasText: 'at least 49' }).press('Enter');
	await expect(
		group.getByText('At least 49 soldiers of Armenia were killed on Tuesday.')
	).toBeVisible();
	await group
		.getByRole('row', { name: /at least 49/ })
		.getByRole('link')
		.click();
	await expect(page).toHaveURL(/\/sources\/dispatches#p6$/);
});

test('a disputed point about a figure leads to its chart', async ({ page, server }) => {
	await page.goto(`${server.url}/disputes/toll-2020-war`);
	await page.getByRole('main').getByRole('link', { name: 'Dead of the war of 2020' }).click();
	await expect(page).toHaveURL(/\/figures#war-2020-dead$/);
	await expect(section(page, 'Dead of the war of 2020')).toBeInViewport();
});

for (const size of ['', '200'])
	test(`nothing stands out of a small screen, text at ${size || '100'} %`, async ({
		page,
		server
	}) => {
		await page.addInitScript((look) => {
			localStorage.setItem('look', look);
		}, JSON.stringify({ size }));
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(`${server.url}/figures`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
	});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('charts, tables and evidence are there', async ({ page, server }) => {
		await page.goto(`${server.url}/figures`);
		const group = section(page, 'Losses of January 2022');
		await expect(group.getByRole('row', { name: /three/ })).toContainText('Armenia');
		await group.locator('summary').filter({ hasText: 'three' }).click();
		await expect(group.getByText('Three Armenian soldiers were killed.').first()).toBeVisible();
	});
});
