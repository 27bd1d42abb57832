/** The study-only site below a sub-path, on a host that knows nothing but files. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { handInByHand, paste, textOf } from '../support/by-hand.ts';
import { PupilPage } from '../support/classroom.ts';
import { codeOn } from '../support/code-on-page.ts';
import { giveOut } from '../support/give-out.ts';
import { goTo, marksOnScreen } from '../support/gradebook-page.ts';
import { answering, askedFirst } from '../support/questions-set.ts';
import { StaticServer } from '../support/static-server.ts';
import { makeClass } from '../support/teacher-page.ts';
import { expect, saved, test as base } from './fixtures.ts';

const BASE_PATH = '/karabakh';
const BUILD_DIR = '.cache/static/build';

const test = base.extend<{ site: StaticServer }, { built: string }>({
	built: [
		async ({ browserName: _ }, use) => {
			const env = { ...process.env, BASE_PATH, BUILD_DIR, KIT_DIR: '.cache/static/kit' };
			await promisify(execFile)(process.execPath, ['src/cli/build-static.ts'], { env });
			await use(BUILD_DIR);
		},
		{ scope: 'worker', timeout: 180_000 }
	],
	site: async ({ built }, use) => {
		const site = await StaticServer.start(built, BASE_PATH);
		await use(site);
		await site.stop();
	}
});

// One worker, so that the site is built once.
test.describe.configure({ mode: 'serial' });

test('one visit is enough to go on without host and network', async ({ page, context, site }) => {
	await page.goto(`${site.url}/`);
	await saved(page);
	await site.stop();
	await context.setOffline(true);

	await page.reload();
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toBeVisible();
	await page.getByRole('main').getByRole('list').last().getByRole('link').first().click();
	await expect(page).toHaveURL(new RegExp(`${BASE_PATH}/modules/`));
	await expect(heading).toBeVisible();
	await page.goto(`${site.url}/sources`);
	await expect(heading).toHaveText(/sources/i);
});

test('an unknown address gives the helpful page', async ({ page, site }) => {
	const answer = await page.goto(`${site.url}/nothing`);
	expect(answer?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
});

test('nothing is asked for outside the sub-path', async ({ page, site }) => {
	await page.goto(`${site.url}/`);
	await saved(page);
	expect(site.strays).toEqual([]);
});

test('a class needs no more: an assignment goes out as a code, a hand-in comes back as text', async ({
	browser,
	page,
	site
}) => {
	const asked = await askedFirst(site.url, 2);
	const teacherLink = await makeClass(page, site.url, 'History 9b', 'Without a server', ['Ani']);
	const prompts = asked.map(({ prompt }) => prompt);
	await giveOut(page, { title: 'The first lesson', module: 1, prompts, attempts: 1 });
	const code = await codeOn(page.getByRole('main'));
	expect(code).toContain(`${site.url}/join#`);

	const context = await browser.newContext();
	const ani = new PupilPage(await context.newPage());
	await ani.join(code, 'Ani');
	await ani.work(asked.length, 'Begin', answering(asked, 1));
	await handInByHand(ani);
	const text = await textOf(ani);
	await context.close();

	await page.goto(`${site.url}/teach/marks${new URL(teacherLink).hash}`);
	await goTo(page, 'Collect');
	await paste(page, [text], 'Ani: The first lesson, taken in.');
	await goTo(page, 'Pupils');
	await expect
		.poll(() => marksOnScreen(page))
		.toEqual([{ name: 'Ani', points: 1, of: asked.length }]);
	expect(site.strays).toEqual([]);
});
