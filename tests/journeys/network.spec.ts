import type { BrowserContext, Page } from 'playwright/test';
import { expect, saved, test } from './fixtures.ts';

/** Everything that a whole tour must not do. */
function watch(page: Page, context: BrowserContext) {
	const hosts = new Set<string>();
	const complaints: string[] = [];
	context.on('request', (request) => hosts.add(new URL(request.url()).host));
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	page.on('requestfailed', (request) => {
		const why = request.failure()?.errorText ?? '';
		// A page that is left lets go of what it still fetches.
		if (why !== 'net::ERR_ABORTED') complaints.push(`${why}: ${request.url()}`);
	});
	return { hosts, complaints };
}

/** Content Security Policy violations go to the console as errors, wherever they come from. */
const reportViolations = () => {
	addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
		console.error(`Policy violated: ${violatedDirective} by ${blockedURI}`);
	});
};

const MENU = ['Modules', 'Review', 'Disputes', 'Search', 'Settings', 'About', 'Explore'];

async function tour(page: Page) {
	const menu = page.getByRole('navigation', { name: 'Main' });
	const heading = page.getByRole('heading', { level: 1 });
	for (const name of MENU) {
		await menu.getByRole('link', { name, exact: true }).click();
		await expect(menu.locator('[aria-current]')).toHaveText(name);
		await expect(heading).toBeVisible();
	}
	const tiles = page.getByRole('main').getByRole('link');
	const views = await tiles.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
	expect(views.length).toBeGreaterThan(8);
	for (const view of new Set(views)) {
		await menu.getByRole('link', { name: 'Explore' }).click();
		await page
			.locator(`main a[href="${view ?? ''}"]`)
			.first()
			.click();
		await expect(page).toHaveURL(new RegExp(`${view ?? ''}$`));
		await expect(heading).toBeVisible();
	}
	await page.getByRole('link', { name: 'Who Says What' }).click();
	await page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link').first().click();
	await page.getByRole('main').locator('ol a[href*="/cards/"]').first().click();
	const next = page.getByRole('link', { name: '→' });
	const toCard = async () => (await next.getAttribute('href'))?.includes('/cards/');
	while (await toCard()) {
		const title = await heading.innerText();
		await next.click();
		await expect(heading).not.toHaveText(title);
	}
	await page.reload();
}

test('a whole tour asks no other host, sets no cookie, and makes no complaint', async ({
	page,
	context,
	server
}) => {
	const { hosts, complaints } = watch(page, context);
	await page.addInitScript(reportViolations);
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto(server.url);
	await saved(page);
	await tour(page);

	expect([...hosts]).toEqual([new URL(server.url).host]);
	expect(await context.cookies()).toEqual([]);
	expect(await page.evaluate(() => document.cookie)).toBe('');
	expect(complaints).toEqual([]);
});
