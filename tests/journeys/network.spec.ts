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
	page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
	return { hosts, complaints };
}

/** Content Security Policy violations go to the console as errors, wherever they come from. */
const reportViolations = () => {
	addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
		console.error(`Policy violated: ${violatedDirective} by ${blockedURI}`);
	});
};

const PAGES = ['Sources', 'Voices', 'Places', 'Settings', 'About'];

async function tour(page: Page) {
	for (const name of PAGES) {
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
		await expect(page).toHaveURL(new RegExp(name, 'i'));
		const first = page.getByRole('main').getByRole('link').first();
		if (!['Settings', 'About'].includes(name)) await first.click();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	await page.getByRole('link', { name: 'Who Says What' }).click();
	await page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link').first().click();
	await page.getByRole('main').getByRole('list').first().getByRole('link').first().click();
	while (await page.getByRole('link', { name: '→' }).and(page.locator('[href*="/cards/"]')).count())
		await page.getByRole('link', { name: '→' }).click();
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
