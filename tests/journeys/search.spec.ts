import type { Page } from 'playwright/test';
import { withoutHash } from '../support/packs.ts';
import { expect, saved, test } from './fixtures.ts';

const field = (page: Page) => page.getByRole('searchbox');
const told = (page: Page) => page.getByRole('main').getByRole('status');
const results = (page: Page) => page.getByRole('main').getByRole('list', { name: 'Results for' });
const links = (page: Page) => results(page).getByRole('link');

/** Opens the search as a reader does, and waits until everything is read. */
async function open(page: Page, url: string) {
	await page.goto(url);
	await page.getByRole('link', { name: 'Search', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
}

test('a name in any spelling leads to its place, without server and network', async ({
	page,
	context,
	server
}) => {
	await page.goto(server.url);
	await saved(page);
	await server.stop();
	await context.setOffline(true);
	await open(page, server.url);
	await expect(field(page)).toBeFocused();
	for (const spelling of ['Kəlbəcər', 'Kelbecer', 'Քարվաճառ']) {
		await field(page).fill(spelling);
		await expect(told(page)).toHaveText(/^\d+ results/);
		await expect(links(page).first()).toHaveText('Kalbajar');
	}
	await links(page).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kalbajar');
});

test('a claim leads to its evidence, which is open', async ({ page, server }) => {
	await open(page, server.url);
	await field(page).fill('checkpoint');
	await page.getByRole('radio', { name: 'Claims' }).check();
	const link = links(page).first();
	const part = new URL((await link.getAttribute('href')) ?? '', server.url).hash;
	await link.click();
	await expect(page).toHaveURL(new RegExp(`/sources/.*${part}$`));
	const evidence = page.locator(part);
	await expect(evidence).toBeInViewport();
	await expect(evidence.getByText('Where', { exact: true })).toBeVisible();
	await page.reload();
	await expect(evidence.getByText('Where', { exact: true })).toBeVisible();
});

/** What stands on a long page of its kind. */
const PARTS = [
	{ query: 'separatist', kind: 'Words', page: '/words' },
	{ query: 'Dead of the war of 2020', kind: 'Figures', page: '/figures' },
	{ query: 'Clashes May 2023', kind: 'Events', page: '/timeline' },
	{ query: 'Washington', kind: 'After the articles', page: '/after' },
	{ query: '65,000', kind: 'Editor’s notes', page: '/sources/dispatches' }
];

for (const { query, kind, page: path } of PARTS)
	test(`a result among ${kind} leads to its part of the page`, async ({ page, server }) => {
		await page.goto(`${server.url}/search?q=${encodeURIComponent(query)}`);
		await page.getByRole('radio', { name: kind }).check();
		const address = (await links(page).first().getAttribute('href')) ?? '';
		expect(address).toContain(`${path}#`);
		await links(page).first().click();
		await expect(page).toHaveURL(server.url + address);
		await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
	});

test('what was looked for is marked', async ({ page, server }) => {
	await page.goto(`${server.url}/search?q=drones+Kelbajar`);
	await expect(results(page).locator('mark').first()).toBeVisible();
	const marked = await results(page).locator('mark').allInnerTexts();
	expect(marked.filter((text) => !/^(drones?|Kalbajar|Kelbajar)$/i.test(text))).toEqual([]);
	expect(marked).toContain('Kalbajar');
});

test('the address holds the search, for a share link and for the way back', async ({
	page,
	server
}) => {
	await open(page, server.url);
	await field(page).fill('13 September');
	await expect(page).toHaveURL(/\/search\?q=13\+September$/);
	await page.getByRole('radio', { name: 'Disputed points' }).check();
	await expect(page).toHaveURL(/\/search\?q=13\+September&kind=dispute$/);
	await expect(told(page)).toHaveText(/^\d+ results$/);
	const count = await told(page).innerText();
	const address = page.url();
	await links(page).nth(2).click();
	await expect(page).toHaveURL(/\/disputes\//);
	await page.goBack();
	await expect(field(page)).toHaveValue('13 September');
	await expect(told(page)).toHaveText(count);

	const other = await page.context().newPage();
	await other.goto(address);
	await expect(told(other)).toHaveText(count);
	await expect(other.getByRole('radio', { name: 'Disputed points' })).toBeChecked();
});

test('a link followed at once leaves its search in the way back', async ({ page, server }) => {
	await open(page, server.url);
	await field(page).fill('Goris');
	await links(page).first().click();
	await expect(page).toHaveURL(/\/places\/goris/);
	await page.goBack();
	await expect(field(page)).toHaveValue('Goris');
});

test('where nothing is found, the nearest words help on', async ({ page, server }) => {
	await page.goto(`${server.url}/search?q=xylophone`);
	await expect(told(page)).toHaveText('0 results');
	await page.getByRole('link', { name: 'telephone', exact: true }).click();
	await expect(field(page)).toHaveValue('telephone');
	await expect(links(page).first()).toBeVisible();
});

test('the search in the header begins anew', async ({ page, server }) => {
	await page.goto(`${server.url}/search?q=Goris`);
	await expect(links(page).first()).toBeVisible();
	await page.getByRole('link', { name: 'Search', exact: true }).click();
	await expect(field(page)).toHaveValue('');
	await expect(page.getByRole('heading', { name: 'For example' })).toBeVisible();
});

test('more than a few results are shown when asked for', async ({ page, server }) => {
	await page.goto(`${server.url}/search?q=Armenia`);
	await expect(told(page)).toHaveText(/^\d{3} results$/);
	const count = Number.parseInt(await told(page).innerText());
	expect(await links(page).count()).toBeLessThan(20);
	await page.getByRole('button', { name: `Show all ${count}` }).click();
	await expect(links(page)).toHaveCount(count);
});

test('no other page reads what only the search needs', async ({ page, server }) => {
	await page.goto(server.url);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const before = new Set(await scripts(page));
	await page.getByRole('link', { name: 'Search', exact: true }).click();
	await expect(field(page)).toBeVisible();
	const own = (await scripts(page)).filter((script) => !before.has(script));
	expect(own.length).toBeGreaterThan(0);
	for (const path of ['/disputes', '/places/kalbajar', '/sources/wion']) {
		const other = await page.context().newPage();
		await other.goto(server.url + path);
		await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
		const read = await scripts(other);
		expect(
			own.every((script) => read.includes(script)),
			path
		).toBe(false);
	}
});

/** Scripts that a page has asked for itself. */
const scripts = (page: Page) =>
	page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.filter((entry) => (entry as PerformanceResourceTiming).initiatorType !== 'fetch')
			.map(({ name }) => name)
			.filter((name) => name.endsWith('.js'))
	);

test('what could not be read is read when asked again', async ({ page, middleman }) => {
	await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
	middleman.fault = (path) => (withoutHash(path) === '/data/ledger.json' ? 'cut' : undefined);
	await page.goto(`${middleman.url}/search?q=Goris`);
	await expect(page.getByText('The texts could not be read.')).toBeVisible();
	middleman.fault = () => undefined;
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(links(page).first()).toHaveText('Goris');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the page says so and leads to the lists', async ({ page, server }) => {
		await page.goto(`${server.url}/search?q=Goris`);
		await expect(page.locator('main noscript p')).toBeVisible();
		await expect(field(page)).toBeHidden();
		await page.getByRole('main').getByRole('link', { name: 'Places' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Places');
	});
});
