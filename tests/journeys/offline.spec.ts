import type { BrowserContext, Page } from 'playwright/test';
import { withoutHash } from '../support/packs.ts';
import { expect, saved, test } from './fixtures.ts';

/** One visit to the home page, until everything is saved; then no server and no network. */
async function visitOnce(page: Page, context: BrowserContext, server: Server) {
	await page.goto(server.url);
	await saved(page);
	await server.stop();
	await context.setOffline(true);
}

interface Server {
	url: string;
	stop(): Promise<void>;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const modules = (page: Page) =>
	page.getByRole('main').getByRole('list').last().getByRole('heading').getByRole('link');
/** The home page, which stays until a module is there, has lists too, but no card. */
const cards = (page: Page) => page.getByRole('main').locator('ol a[href*="/cards/"]');

test('after one visit a card never visited opens, with its evidence', async ({
	page,
	context,
	server
}) => {
	await visitOnce(page, context, server);
	await page.reload();
	await expect(heading(page)).toBeVisible();
	await modules(page).last().click();
	await cards(page).nth(3).click();
	await expect(page).toHaveURL(/\/cards\//);
	await expect(page.getByRole('article').getByRole('paragraph').first()).toBeVisible();
	const title = await heading(page).innerText();

	await page.getByRole('link', { name: '→' }).click();
	await expect(heading(page)).not.toHaveText(title);
	await page.goBack();
	await expect(heading(page)).toHaveText(title);
	await page.reload();
	await expect(heading(page)).toHaveText(title);
});

/** Of the many pages of one sort, such as voices, it is enough to open some. */
const OF_A_SORT = 6;

/** Cards are of a sort in whichever module, and so are quizzes. */
const sortOf = (path: string) =>
	/^\/modules\/[^/]+\/\w+/.exec(path)?.[0].replace(/[^/]+(?=\/\w+$)/, '*') ??
	path.replace(/[^/]+$/, '');

test('the whole course opens without server and network', async ({ page, context, server }) => {
	test.setTimeout(240_000);
	await visitOnce(page, context, server);
	const opened: string[] = [];
	const next = ['/'];
	for (let path = next.shift(); path !== undefined; path = next.shift()) {
		// A teacher's pages are saved once one of them is opened: the next journey opens them.
		if (opened.includes(path) || path.startsWith('/teach')) continue;
		const sort = sortOf(path);
		const alike = opened.filter((other) => sortOf(other) === sort);
		// Pages at the top are each of a sort of their own.
		if (sort !== '/' && alike.length >= OF_A_SORT) continue;
		opened.push(path);
		await page.goto(server.url + path);
		await expect(heading(page), path).toBeVisible();
		await expect(heading(page), path).not.toHaveText(/no page here|did not open/);
		next.push(...(await linksOf(page)));
	}
	for (const path of ['/sources', '/voices', '/places', '/settings', '/about', '/method'])
		expect(opened).toContain(path);
	expect(opened.length).toBeGreaterThan(30);
});

test('once a teacher’s page was opened, all of them open without server and network', async ({
	page,
	context,
	server
}) => {
	await page.goto(`${server.url}/teach`);
	await saved(page);
	await expect(page.getByRole('main')).toContainText(
		'The teacher’s pages are saved on this device'
	);
	await server.stop();
	await context.setOffline(true);
	for (const path of ['', '/assignment', '/class', '/show', '/help', '/marks']) {
		await page.goto(`${server.url}/teach${path}`);
		await expect(heading(page), path).toBeVisible();
		await expect(heading(page), path).not.toHaveText(/no page here|did not open/);
	}
	await page.goto(`${server.url}/teach/assignment`);
	await expect(page.getByRole('button', { name: /give it out/i })).toBeVisible();
});

/** Paths of the pages that a page links to. */
const linksOf = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll('a')]
			.filter(({ origin }) => origin === location.origin)
			.map(({ pathname }) => pathname)
	);

test('a shared link with parameters opens without network', async ({ page, context, server }) => {
	await page.goto(server.url);
	const card = await firstCard(page);
	await page.goto(server.url);
	await visitOnce(page, context, server);
	await page.goto(`${server.url}${card}?utm=x&from=mail.example.com#main`);
	await expect(page.getByRole('article')).toBeVisible();
	await page.goto(`${server.url}/?utm=x`);
	await expect(modules(page).first()).toBeVisible();
});

async function firstCard(page: Page): Promise<string> {
	await modules(page).first().click();
	await expect(page).toHaveURL(/\/modules\//);
	return (await cards(page).first().getAttribute('href')) ?? '';
}

/** What a reader sees of a card, and where each sentence stands. */
const cardOnScreen = (page: Page, main: string) =>
	page.evaluate((selector) => {
		const card = document.querySelector(`${selector} .card-text`);
		const lines = [...(card?.querySelectorAll('.eyebrow, h1, .question, .sentence') ?? [])];
		return lines.map((line) => ({
			text: line.textContent.replace(/\s+/g, ''),
			top: Math.round(line.getBoundingClientRect().top)
		}));
	}, main);

test('a card can be read before any script has run, and does not move when it has', async ({
	page,
	context,
	server
}) => {
	await page.goto(server.url);
	const card = await firstCard(page);
	await page.goto(server.url);
	await visitOnce(page, context, server);
	const devtools = await context.newCDPSession(page);
	await devtools.send('Emulation.setScriptExecutionDisabled', { value: true });
	await page.goto(server.url + card);
	const early = await cardOnScreen(page, 'main.early');
	await devtools.send('Emulation.setScriptExecutionDisabled', { value: false });
	await page.goto(server.url + card);
	await expect(page.locator('main#main article')).toBeVisible();
	await expect(page.locator('main.early')).toHaveCount(0);
	expect(early.length).toBeGreaterThan(5);
	expect(early).toEqual(await cardOnScreen(page, 'main#main'));
});

test('an unknown address gives a helpful page without network', async ({
	page,
	context,
	server
}) => {
	await visitOnce(page, context, server);
	for (const path of ['/nothing', '/modules/none', '/modules/none/cards/none', '/sources/none']) {
		await page.goto(server.url + path);
		await expect(heading(page), path).toHaveText('There is no page here');
	}
	await page.getByRole('link', { name: 'All modules' }).click();
	await expect(modules(page).first()).toBeVisible();
});

test('each file is saved once, and no page but the empty one', async ({ page, server }) => {
	await page.goto(server.url);
	await saved(page);
	const files = await page.evaluate(async () => {
		const requests = await Promise.all(
			(await caches.keys()).map(async (name) => (await caches.open(name)).keys())
		);
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});
	expect(new Set(files).size).toBe(files.length);
	const lasting = files.filter((file) => !file.startsWith('/_app/immutable/'));
	expect(lasting.filter((file) => !file.startsWith('/data/')).sort()).toEqual([
		'/icons/icon.svg',
		'/manifest.webmanifest',
		'/shell.html'
	]);
	expect(lasting.map(withoutHash)).toEqual(
		expect.arrayContaining(['/data/contents.json', '/data/catalog.json', '/data/ledger.json'])
	);
});

test('the page says how far it is, and moves nothing while it does', async ({ page, server }) => {
	await page.addInitScript(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			shifts.push(
				...list.getEntries().map((entry) => (entry as unknown as { value: number }).value)
			);
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await page.goto(server.url);
	await expect(page.getByRole('progressbar')).toBeVisible();
	await saved(page);
	await expect(
		page.getByRole('status').filter({ hasText: 'Saved: everything works' })
	).toBeVisible();
	expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test('a server that dies after the first answer leaves a page that can be read', async ({
	page,
	middleman
}) => {
	let requests = 0;
	middleman.fault = () => (requests++ > 0 ? 'cut' : undefined);
	await page.goto(middleman.url, { waitUntil: 'load' });
	await expect(heading(page)).toBeVisible();
	await expect(modules(page).first()).toBeVisible();

	middleman.fault = () => undefined;
	await page.reload();
	await saved(page);
});

test('a first saving that breaks off is said plainly, and the next visit goes on', async ({
	page,
	middleman
}) => {
	middleman.fault = (path) => (withoutHash(path) === '/data/ledger.json' ? 'cut' : undefined);
	await page.goto(middleman.url);
	await expect(page.getByRole('contentinfo')).toContainText('Not everything could be saved yet');
	await modules(page).first().click();
	await expect(cards(page).first()).toBeVisible();

	middleman.fault = () => undefined;
	middleman.passed.length = 0;
	await page.reload();
	await saved(page);
	const scripts = middleman.passed.filter(({ path }) => path.endsWith('.js'));
	expect(scripts.length, 'files saved before are not fetched again').toBeLessThan(25);
});

test('without room the page says so and goes on with the network', async ({
	page,
	context,
	server
}) => {
	const devtools = await context.newCDPSession(page);
	await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 20_000 });
	await page.goto(server.url);
	await expect(page.getByRole('contentinfo')).toContainText('This device has no room left');
	expect(await page.evaluate(() => caches.keys())).toEqual([]);
	await modules(page).first().click();
	await cards(page).first().click();
	await expect(page.getByRole('article')).toBeVisible();
});

/** As in a private window of some browsers. */
const withoutWorkers = (page: Page) =>
	page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));

test('a browser that cannot save says so and goes on with the network', async ({
	page,
	server
}) => {
	await withoutWorkers(page);
	await page.goto(server.url);
	await expect(page.getByRole('contentinfo')).toContainText('This browser cannot save the app');
	await modules(page).first().click();
	await expect(cards(page).first()).toBeVisible();
});

test('a tab whose scripts are gone from the server starts afresh, once', async ({
	page,
	middleman
}) => {
	await withoutWorkers(page);
	await page.goto(middleman.url);
	await expect(page.getByRole('contentinfo')).toContainText('This browser cannot save the app');
	let loads = 0;
	page.on('load', () => loads++);
	middleman.fault = (path) => {
		if (path.startsWith('/_app/immutable/')) return { status: 404, body: '' };
		// With the page itself come the scripts that belong to it.
		if (path.startsWith('/modules/')) middleman.fault = () => undefined;
		return undefined;
	};
	await modules(page).first().click();
	await expect.poll(() => loads).toBe(1);
	await expect(heading(page)).not.toHaveText('This page did not open');
	await modules(page).or(cards(page)).first().click();
	await expect(page).toHaveURL(/\/modules\//);
});

test.describe('before scripts know', () => {
	test.use({ javaScriptEnabled: false });

	test('nothing is said of being saved', async ({ page, server }) => {
		await page.goto(server.url);
		const footer = page.getByRole('contentinfo');
		await expect(footer).toContainText('Armenia stands before');
		await expect(footer).not.toContainText(/saved/i);
	});
});
