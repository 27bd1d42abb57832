import type { Page } from 'playwright/test';
import { firstModule } from '../support/transfer.ts';
import { expect, saved, test } from './fixtures.ts';

/** Marks what a closed part of the finished page holds, before scripts run. */
const markBeforeScripts = (page: Page, inside: string) =>
	page.addInitScript((selector) => {
		document.addEventListener('DOMContentLoaded', () => {
			for (const each of document.querySelectorAll(selector)) Object.assign(each, { stood: true });
		});
	}, inside);

const stood = (page: Page, selector: string) =>
	page
		.locator(selector)
		.first()
		.evaluate((node) => 'stood' in node);

test('scripts take over what stands in a closed part, and draw none of it anew', async ({
	page,
	server
}) => {
	const entry = '#clashes-12-may-2023';
	const claim = `${entry} details#wi02-armenia-blames-azerbaijan`;
	await markBeforeScripts(page, `${entry} .claim, ${entry} h4`);
	await page.goto(`${server.url}/timeline`);
	await page.locator(entry).getByText('Who tells it').click();
	await expect(page).toHaveURL(/#clashes-12-may-2023$/);
	await page.locator(`${claim} > summary`).click();
	await expect(page.locator(`${claim} .claim`)).toBeVisible();
	expect(await stood(page, `${claim} .claim`)).toBe(true);
	expect(await stood(page, `${entry} h4`)).toBe(true);
	// It is the scripts' now: an address that names the claim is marked in it.
	await page.evaluate(() => {
		location.hash = 'wi02-armenia-blames-azerbaijan';
	});
	await expect(page.locator(claim)).toHaveClass(/meant/);
});

test('what was opened before scripts ran stays open, with what it held', async ({
	page,
	server
}) => {
	await page.addInitScript(() => {
		document.addEventListener('DOMContentLoaded', () => {
			document.querySelector('#war-2020-dead details')?.setAttribute('open', '');
		});
	});
	await page.goto(`${server.url}/figures`);
	const claim = page.locator('#war-2020-dead details .claim').first();
	await expect(claim).toBeVisible();
	await page.locator('#war-2020-dead summary').first().click();
	await expect(claim).toBeHidden();
});

test('another card has its own evidence behind each sentence', async ({
	page,
	server,
	context
}) => {
	const { card } = await firstModule(server.url);
	const evidence = (on: Page) => on.locator('.sentence .claim');
	const opened = async (on: Page) => {
		await expect(on.getByText('card 2 of')).toBeVisible();
		await expect(evidence(on)).toHaveCount(0);
		for (const summary of await on.locator('.sentence summary').all()) await summary.click();
		const sentences = on.locator('.sentence');
		await expect(sentences.filter({ has: on.locator('.claim') })).toHaveCount(
			await sentences.count()
		);
		return evidence(on).allTextContents();
	};
	await page.goto(server.url + card);
	await saved(page);
	expect(await evidence(page).count()).toBeGreaterThan(0);
	await page.keyboard.press('ArrowRight');
	const turnedTo = await opened(page);
	// Served from what is saved, it is drawn from nothing.
	const other = await context.newPage();
	await other.goto(page.url());
	expect(turnedTo).toEqual(await opened(other));
});

test('an address that asks for a part stands with the entries of that part', async ({
	page,
	server
}) => {
	const entries = () =>
		page
			.locator('ol.line > li')
			.evaluateAll((all) => all.map((each) => `${each.id}: ${(each as HTMLElement).innerText}`));
	await page.goto(`${server.url}/timeline?show=may-2023`);
	await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([/^May 2023/]);
	const some = await entries();
	// Closed, they hold no other entry's claims.
	await expect(page.locator('ol.line .claim')).toHaveCount(0);
	await page.goto(`${server.url}/timeline`);
	const all = await entries();
	expect(some.length).toBeLessThan(all.length);
	expect(all).toEqual(expect.arrayContaining(some));
});
