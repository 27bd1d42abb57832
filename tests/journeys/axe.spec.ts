import type { Page } from 'playwright/test';
import { answerAnyhow } from '../engines/in-page.ts';
import { LOOKS, violations, wear } from '../support/axe.ts';
import { firstModule } from '../support/transfer.ts';
import { TaughtClass } from '../support/taught-class.ts';
import { expect, test } from './fixtures.ts';

/** Nothing is saved for offline use meanwhile. */
test.use({ serviceWorkers: 'block' });

const LISTS = ['/disputes', '/sources', '/voices', '/places'];

/** One page of each sort; `npm run bench -- axe` opens every page. */
async function addresses(page: Page, url: string): Promise<string[]> {
	const { module, card, quiz } = await firstModule(url);
	const plain = [
		'/',
		module,
		card,
		quiz,
		`${module}/questions`,
		`${module}/test`,
		`${module}/print`,
		'/search',
		'/settings',
		'/about',
		'/method',
		'/figures',
		'/words',
		'/timeline',
		'/after',
		'/map',
		'/voices/network',
		'/review',
		'/practice',
		'/progress',
		'/marks',
		'/class',
		'/join',
		'/teach',
		'/teach/class',
		'/teach/assignment',
		'/teach/show',
		'/teach/help',
		'/teach/marks',
		'/none',
		'/voices/armenia'
	];
	const firsts: string[] = [];
	for (const list of LISTS) {
		await page.goto(url + list);
		const links = page.getByRole('main').locator(`a[href^="${list}/"]`);
		firsts.push((await links.first().getAttribute('href')) ?? '');
	}
	return [...plain, ...LISTS, ...firsts];
}

for (const [name, look] of Object.entries(LOOKS))
	test(`axe finds nothing on any page: ${name}`, async ({ page, server }) => {
		test.setTimeout(240_000);
		await wear(page, look);
		await page.setViewportSize({ width: 360, height: 740 });
		for (const address of await addresses(page, server.url)) {
			await page.goto(server.url + address);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect(await violations(page), address).toEqual([]);
		}
	});

test('axe finds nothing in evidence that is open', async ({ page, server }) => {
	const { card } = await firstModule(server.url);
	await page.goto(server.url + card);
	for (const summary of await page.locator('summary').all()) await summary.click();
	expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in a note that is open, and in the list of marks', async ({
	page,
	server
}) => {
	const { card } = await firstModule(server.url);
	await page.goto(server.url + card);
	await page.getByRole('button', { name: 'Bookmark' }).click();
	await page.getByRole('button', { name: 'Note' }).click();
	await page.getByRole('textbox').fill('Look again.');
	await expect(page.getByText('Saved on this device.')).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.goto(`${server.url}/marks`);
	await expect(page.getByText('Look again.')).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Remove' }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in what a search found, and where it found nothing', async ({
	page,
	server
}) => {
	await page.goto(`${server.url}/search?q=Armenia`);
	await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('searchbox').fill('xylophone');
	await expect(page.getByText('Nothing has')).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in a question and its feedback', async ({ page, server }) => {
	const { quiz } = await firstModule(server.url);
	await page.goto(server.url + quiz);
	const answer = page.getByRole('button', { name: 'Think so' });
	await expect(answer).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.evaluate(answerAnyhow);
	await answer.click();
	await expect(page.getByRole('heading', { level: 3 })).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in the gradebook of a class', async ({ page, server }) => {
	const room = await TaughtClass.make(server.url);
	const set = room.assignment(6, { title: 'The first days' });
	await room.set(set);
	const ani = await room.join('Ani');
	await room.handIn(ani, room.answered(ani, set));
	await page.goto(`${server.url}/teach/marks${room.fragment}`);
	const views = page.getByRole('navigation', { name: 'Gradebook' });
	await expect(page.getByRole('heading', { name: 'Pupils by questions' })).toBeVisible();
	expect(await violations(page), 'pupils').toEqual([]);
	await page.getByRole('link', { name: 'Ani' }).first().click();
	await page.locator('summary').last().click();
	await expect(page.getByRole('button', { name: 'Set the mark' })).toBeVisible();
	expect(await violations(page), 'one pupil').toEqual([]);
	await views.getByRole('link', { name: 'Questions' }).click();
	await expect(page.getByRole('heading', { name: 'All questions' })).toBeVisible();
	expect(await violations(page), 'questions').toEqual([]);
	await page.getByRole('region').getByRole('link').first().click();
	await expect(page.getByRole('heading', { name: 'The key, and why' })).toBeVisible();
	expect(await violations(page), 'one question').toEqual([]);
	await views.getByRole('link', { name: 'Collect' }).click();
	await expect(page.getByRole('button', { name: 'Start the camera' })).toBeVisible();
	expect(await violations(page), 'collect').toEqual([]);
});
