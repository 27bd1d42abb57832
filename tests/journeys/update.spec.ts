import type { Page } from 'playwright/test';
import { buildEdited, type EditedBuild } from '../support/edited-build.ts';
import type { Middleman } from '../support/middleman.ts';
import type { TestServer } from '../support/server.ts';
import { withoutHash } from '../support/packs.ts';
import { rightResponse } from '../support/questions.ts';
import { QuizPage } from '../support/quiz-page.ts';
import { expect, saved, test } from './fixtures.ts';

/** One worker, so that the second version is built once. */
test.describe.configure({ mode: 'default' });

let edited: EditedBuild;
test.beforeAll(async () => {
	test.setTimeout(300_000);
	edited = await buildEdited();
});

/** The packs that hold the title of the edited card, and the list of all packs. */
const changedPacks = () => [
	'/data/catalog.json',
	'/data/contents.json',
	`/data/modules/${edited.module}.json`,
	`/data/quiz/${edited.module}.json`
];
const cardPath = () => `/modules/${edited.module}/cards/${edited.card}`;
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const prompt = (page: Page) =>
	page.getByRole('status').filter({ hasText: 'A new version is ready' });

/** The server comes back with the edited version. */
async function deploy(server: TestServer) {
	await server.stop();
	await server.start(edited.folder);
}

/** What the browser does by itself on every visit, and the app while it stays open. */
const checkForUpdate = (page: Page) =>
	page.evaluate(async () => {
		await (await navigator.serviceWorker.getRegistration())?.update();
	});

async function openSaved(page: Page, url: string) {
	await page.goto(url + cardPath());
	await saved(page);
	await expect(title(page)).toHaveText(edited.before);
}

const cached = (page: Page) =>
	page.evaluate(async () => {
		const requests = await Promise.all(
			(await caches.keys()).map(async (name) => (await caches.open(name)).keys())
		);
		return requests.flat().map(({ url }) => url.slice(location.origin.length));
	});

test('an update is offered, not forced; the old tab stays whole; accepting switches every tab', async ({
	page,
	context,
	server
}) => {
	await openSaved(page, server.url);
	const other = await context.newPage();
	await other.goto(server.url + cardPath());
	await expect(title(other)).toHaveText(edited.before);
	await saved(other);
	const old = await cached(page);
	await deploy(server);
	await checkForUpdate(page);
	await expect(prompt(page)).toBeVisible();
	await expect(prompt(other)).toBeVisible();

	// Neither a reload nor a way through the pages brings the new version by itself.
	await other.getByRole('button', { name: 'Later' }).click();
	await expect(prompt(other)).toBeHidden();
	await other.getByRole('link', { name: '→' }).click();
	await other.getByRole('link', { name: '←' }).click();
	await expect(title(other)).toHaveText(edited.before);
	await page.reload();
	await expect(title(page)).toHaveText(edited.before);

	const loads = { page: 0, other: 0 };
	page.on('load', () => loads.page++);
	other.on('load', () => loads.other++);
	await page.getByRole('button', { name: 'Use it now' }).click();
	await expect(title(page)).toHaveText(edited.after);
	await expect(title(other)).toHaveText(edited.after);
	expect(loads).toEqual({ page: 1, other: 1 });

	const now = await cached(page);
	expect(now.length).toBe(old.length);
	const gone = old
		.filter((key) => !now.includes(key))
		.map((key) => withoutHash(key.split('?')[0] ?? ''));
	expect(gone.sort()).toEqual(changedPacks());
});

test('an edited card transfers the changed files only, and a check with nothing new almost nothing', async ({
	page,
	server,
	middleman
}) => {
	await openSaved(page, middleman.url);
	middleman.passed.length = 0;
	await checkForUpdate(page);
	expect(middleman.passed.map(({ path }) => path)).toEqual(['/service-worker.js']);
	expect(transferred(middleman)).toBeLessThanOrEqual(1024);

	await deploy(server);
	middleman.passed.length = 0;
	await checkForUpdate(page);
	await expect(prompt(page)).toBeVisible();
	expect(middleman.passed.map(({ path }) => withoutHash(path)).sort()).toEqual([
		...changedPacks(),
		'/service-worker.js'
	]);
	expect(transferred(middleman)).toBeLessThan(30_000);
});

test('a device on which teaching was prepared has the teacher’s pages of the new version', async ({
	page,
	server
}) => {
	await page.goto(`${server.url}/teach`);
	await expect(page.getByRole('main')).toContainText(
		'The teacher’s pages are saved on this device'
	);
	// As if the version before had other files: one that is new, one that is no more.
	const [first, old] = await page.evaluate(async () => {
		const cache = await caches.open('teaching');
		const [first] = await cache.keys();
		if (!first) throw new Error('Nothing is saved for teaching.');
		await cache.delete(first);
		const old = new URL('old.js', first.url).href;
		await cache.put(old, new Response());
		return [first.url, old];
	});
	await deploy(server);
	await checkForUpdate(page);
	const loaded = page.waitForEvent('load');
	await prompt(page).getByRole('button', { name: 'Use it now' }).click();
	await loaded;
	const teaching = () =>
		page.evaluate(async () => (await (await caches.open('teaching')).keys()).map(({ url }) => url));
	await expect.poll(teaching).not.toContain(old);
	expect(await teaching()).toContain(first);
});

const transferred = ({ passed }: Middleman) => passed.reduce((sum, { bytes }) => sum + bytes, 0);

const FAULTS = {
	'is refused with an error': { status: 500, body: '' },
	'breaks off': 'cut',
	'brings a file of yet another version': { status: 200, body: '{"version":"","packs":{}}' }
} as const;

for (const [what, fault] of Object.entries(FAULTS))
	test(`an update that ${what} half-way leaves the old version working`, async ({
		page,
		context,
		server,
		middleman
	}) => {
		await openSaved(page, middleman.url);
		const complete = await cached(page);
		await deploy(server);
		middleman.fault = (path) => (path === '/data/contents.json' ? fault : undefined);
		await updateFails(page);
		await expect(prompt(page)).toBeHidden();
		expect(await cached(page)).toEqual(expect.arrayContaining(complete));

		await context.setOffline(true);
		await page.reload();
		await expect(title(page)).toHaveText(edited.before);
		await expect(page.getByRole('contentinfo')).toContainText('everything works without a network');
		await page.goto(middleman.url);
		await expect(title(page)).toBeVisible();

		await context.setOffline(false);
		middleman.fault = () => undefined;
		await page.goBack();
		await checkForUpdate(page);
		await page.getByRole('button', { name: 'Use it now' }).click();
		await expect(title(page)).toHaveText(edited.after);
		expect((await cached(page)).length).toBe(complete.length);
	});

/** Checks for an update and waits until the browser has given it up. */
const updateFails = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const given = new Promise<void>((up) => {
			registration.addEventListener('updatefound', () => {
				const { installing } = registration;
				installing?.addEventListener('statechange', () => {
					if (installing.state === 'redundant') up();
				});
			});
		});
		await registration.update();
		await given;
	});

test.describe('a deployment while a first visit is not saved yet', () => {
	test.use({ serviceWorkers: 'block' });

	const to = (page: Page, path: string) => page.locator(`main a[href="${path}"]`).first();
	/** A page that stays the one that was opened first keeps this mark. */
	const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { marked: true }));
	const isMarked = (page: Page) => page.evaluate(() => 'marked' in window);

	test('a page that needs what is gone starts afresh at the page that was asked for', async ({
		page,
		server
	}) => {
		await page.goto(server.url);
		await mark(page);
		await to(page, `/modules/${edited.module}`).click();
		await expect(to(page, cardPath())).toBeVisible();
		expect(await isMarked(page)).toBe(true);
		await deploy(server);
		await to(page, cardPath()).click();
		await expect(title(page)).toHaveText(edited.after);
		expect(await isMarked(page)).toBe(false);
		expect(new URL(page.url()).pathname).toBe(cardPath());
	});

	test('a page that has what it needs goes on with its own version', async ({ page, server }) => {
		await page.goto(server.url + cardPath());
		await mark(page);
		await page.getByRole('link', { name: '→' }).click();
		await expect(title(page)).not.toHaveText(edited.before);
		await deploy(server);
		await page.getByRole('link', { name: '←' }).click();
		await expect(title(page)).toHaveText(edited.before);
		expect(await isMarked(page)).toBe(true);
	});

	test('a quiz that was begun before goes on where it was', async ({ page, server }) => {
		const quiz = await QuizPage.of(page, server.url);
		await quiz.open(server.url);
		await deploy(server);
		// What the answer needs is gone: the page starts afresh, and has the response.
		const item = await quiz.current();
		await Promise.all([page.waitForEvent('load'), quiz.enter(item, rightResponse(item))]);
		await quiz.answerButton.click();
		await expect(quiz.verdict).toBeFocused();
		await quiz.next();
		await expect(page.getByText('Question 2 of')).toBeVisible();
	});
});

test('an open tab looks for a new version on its return after half an hour, and every hour', async ({
	page,
	server,
	middleman
}) => {
	await page.clock.install();
	await openSaved(page, middleman.url);
	const checks = () => middleman.passed.filter(({ path }) => path === '/service-worker.js').length;
	const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	const before = checks();

	await page.clock.fastForward('20:00');
	await comeBack();
	// A check would have been sent before this is answered.
	await page.evaluate(() => fetch('/robots.txt', { cache: 'no-store' }).then(() => undefined));
	expect(checks()).toBe(before);
	await page.clock.fastForward('11:00');
	await comeBack();
	await expect.poll(checks).toBe(before + 1);
	await deploy(server);
	await page.clock.fastForward('01:00:00');
	await expect(prompt(page)).toBeVisible();
});

/** The boxes that move are named, so that a failure says which. */
const shiftsOf = (page: Page) =>
	page.evaluate(() => (window as unknown as { shifts: { value: number; what: string }[] }).shifts);

test('a card that was read and then changed says so, until it is read again', async ({
	page,
	server
}) => {
	await page.addInitScript(() => {
		const shifts: unknown[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & {
				value: number;
				sources: { node?: Node }[];
			})[])
				shifts.push({
					value: entry.value,
					what: entry.sources.map(({ node }) => node?.textContent?.trim().slice(0, 40)).join(' | ')
				});
		}).observe({ type: 'layout-shift', buffered: true });
	});
	const notice = page.getByText('Changed since you read it: look again.');
	await openSaved(page, server.url);
	await page.getByRole('link', { name: '→' }).click();
	await expect(title(page)).not.toHaveText(edited.before);
	await expect(notice).toBeHidden();

	await deploy(server);
	await checkForUpdate(page);
	const switched = page.waitForEvent('load');
	await page.getByRole('button', { name: 'Use it now' }).click();
	await switched;
	await page.goto(server.url);
	await expect(page.getByText('1 card changed')).toBeVisible();
	await page.goto(`${server.url}/modules/${edited.module}`);
	const entry = page.getByRole('link', { name: edited.after });
	await expect(entry).toContainText('Changed: look again');

	// A small screen, where the end of the card is out of sight.
	await page.setViewportSize({ width: 360, height: 500 });
	for (const read of [false, true]) {
		await page.goto(server.url + cardPath());
		await expect(title(page)).toHaveText(edited.after);
		await expect(notice).toBeVisible();
		await expect(page.getByText(edited.change)).toBeVisible();
		expect(await shiftsOf(page)).toEqual([]);
		if (read) await page.getByRole('button', { name: 'Close' }).click();
		else await page.reload();
	}
	await expect(notice).toBeHidden();
	await page.goto(`${server.url}/modules/${edited.module}`);
	await expect(entry).toContainText('Read');
	await expect(entry).not.toContainText('Changed');
	await page.goto(server.url);
	await expect(page.getByRole('link', { name: 'Continue:' })).toContainText(edited.after);
	await expect(page.getByText('1 card changed')).toBeHidden();
});
