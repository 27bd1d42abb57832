/** What two devices of one teacher do apart comes together, and what one deletes is gone on both. */
import type { Browser, Page } from 'playwright/test';
import { API } from '../../src/lib/class/api.ts';
import { makeClass } from '../support/teacher-page.ts';
import { TaughtClass } from '../support/taught-class.ts';
import { expect, test } from './fixtures.ts';

const ALL_CALLS = `**${API}/**`;

const device = async (browser: Browser) => (await browser.newContext()).newPage();

const offline = (page: Page) => page.route(ALL_CALLS, (route) => route.abort());
const online = (page: Page) => page.unroute(ALL_CALLS);

const set = (page: Page) => page.getByRole('region', { name: 'What is set' });

async function changeTitle(page: Page, title: string) {
	await set(page).getByRole('link', { name: 'Change' }).click();
	await page.getByText('Title, note, time, attempts, order').click();
	await page.getByLabel('Title', { exact: true }).fill(title);
	await page.getByRole('button', { name: 'Give out the change' }).click();
}

test('two devices change one assignment apart: the later edit stands, neither is lost, and it is said', async ({
	page,
	browser,
	server
}) => {
	test.setTimeout(120_000);
	const link = await makeClass(page, server.url, 'History 10b');
	await page.getByRole('link', { name: 'Set something' }).click();
	await page.getByRole('checkbox', { name: /^3\. / }).check();
	await page.getByRole('button', { name: 'Give it out' }).click();
	await page.getByRole('link', { name: 'Back to the class' }).click();
	const other = await device(browser);
	await other.goto(link);
	await expect(set(other).getByRole('heading', { level: 3 })).toBeVisible();

	await offline(other);
	await changeTitle(other, 'On the phone');
	await expect(other.getByText('is kept here for History 10b')).toBeVisible();
	await changeTitle(page, 'On the laptop');
	await expect(page.getByText('is given out to History 10b')).toBeVisible();

	await online(other);
	await other.getByRole('link', { name: 'Back to the class' }).click();
	await expect(set(other).getByText(/Another device changed it too/)).toBeVisible();
	await expect(set(other).getByText('The class server does not have it yet')).toBeHidden();
	await expect(set(other).getByRole('heading', { level: 3 })).toHaveText('On the phone');
	await page.goto(link);
	await expect(set(page).getByRole('heading', { level: 3 })).toHaveText('On the phone');
	await other.context().close();
});

/** Names in the gradebook. */
const names = (page: Page) =>
	page
		.getByRole('region', { name: 'Pupils by questions' })
		.getByRole('rowheader')
		.getByRole('link');

/** Hand-ins that this device keeps, by the pupil. */
const kept = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<string[]>((resolve, reject) => {
				const opening = indexedDB.open('classroom');
				opening.onerror = () => {
					reject(new Error('It does not open.'));
				};
				opening.onsuccess = () => {
					const reading = opening.result.transaction('received').objectStore('received').getAll();
					reading.onsuccess = () => {
						opening.result.close();
						const found = reading.result as { document: { member: { name: string } } }[];
						resolve(found.map(({ document }) => document.member.name).sort());
					};
				};
			})
	);

/** Three pupils who handed in. */
async function lesson(url: string) {
	const room = await TaughtClass.make(url);
	const document = room.assignment(4, { title: 'The first days' });
	await room.set(document);
	for (const name of ['Ani', 'Bella', 'Clara']) {
		const pupil = await room.join(name);
		await room.handIn(pupil, room.answered(pupil, document));
	}
	return room;
}

test('hand-ins that are deleted with a pupil go from the second device too', async ({
	page,
	browser,
	server
}) => {
	const room = await lesson(server.url);
	const marks = `${server.url}/teach/marks${room.fragment}`;
	const other = await device(browser);
	for (const each of [page, other]) {
		await each.goto(marks);
		await expect(names(each)).toHaveText(['Ani', 'Bella', 'Clara']);
		// What may be projected is without the secret.
		await expect(each).toHaveURL(`${server.url}/teach/marks#${room.id}`);
		await expect.poll(() => kept(each)).toEqual(['Ani', 'Bella', 'Clara']);
	}
	await offline(other);
	await page.goto(`${server.url}/teach/class${room.fragment}`);
	await page.getByRole('checkbox', { name: /Bella/ }).check();
	await page.getByRole('button', { name: 'Remove the chosen pupil' }).click();
	await page.getByRole('button', { name: 'Remove, delete hand-ins' }).click();
	await expect(page.getByRole('checkbox', { name: /Bella/ })).toHaveCount(0);
	await expect.poll(() => kept(page)).toEqual(['Ani', 'Clara']);
	await page.goto(marks);
	await expect(names(page)).toHaveText(['Ani', 'Clara']);

	await online(other);
	await other.reload();
	await expect(names(other)).toHaveText(['Ani', 'Clara']);
	await expect.poll(() => kept(other)).toEqual(['Ani', 'Clara']);
	await other.context().close();
});

test('what was decided while the server was away arrives when it is back, whichever page is open then', async ({
	page,
	browser,
	server
}) => {
	const room = await lesson(server.url);
	await page.goto(`${server.url}/teach/marks${room.fragment}`);
	await expect(names(page)).toHaveCount(3);
	await offline(page);
	await names(page).first().click();
	const answer = page.getByRole('listitem').filter({ hasText: '1. ' }).first();
	await answer.locator('summary').first().click();
	await answer.getByRole('spinbutton').fill('0.25');
	await answer.getByRole('textbox', { name: 'Reason' }).fill('Said it aloud');
	await answer.getByRole('button', { name: 'Set the mark' }).click();
	await expect(page.getByText('One decision of yours waits')).toBeVisible();

	await online(page);
	await page.goto(`${server.url}/teach/class${room.fragment}`);
	await expect(page.getByRole('heading', { level: 1, name: 'Class 9b' })).toBeVisible();
	const other = await device(browser);
	await other.goto(`${server.url}/teach/marks${room.fragment}`);
	await expect(
		other.getByRole('region', { name: 'Pupils by questions' }).getByText(/0\.25\s*\*/)
	).toBeVisible();
	await other.context().close();
});

test('what was decided before the class had a server arrives with the class', async ({
	page,
	browser,
	server
}) => {
	const link = await makeClass(page, server.url, 'Bus', 'Without a server');
	await page.getByRole('link', { name: 'Set something' }).click();
	await page.getByRole('checkbox', { name: /^3\. / }).check();
	await page.getByRole('button', { name: 'Give it out' }).click();
	await page.getByRole('link', { name: 'Back to the class' }).click();
	await page.getByRole('link', { name: 'Gradebook' }).click();
	const views = page.getByRole('navigation', { name: 'Gradebook' });
	await views.getByRole('link', { name: 'Questions', exact: true }).click();
	await page.getByRole('table').getByRole('link').first().click();
	await page.getByLabel('Reason').fill('Not taught yet');
	await page.getByRole('button', { name: 'Take it out' }).click();
	await expect(page.getByText('Taken out: it counts for nobody.')).toBeVisible();
	const question = new URL(page.url()).search;

	await page.goto(link);
	await page.getByRole('button', { name: 'Look for a class server' }).click();
	await expect(page.getByRole('heading', { name: 'Joining' })).toBeVisible();
	const other = await device(browser);
	await other.goto(link.replace('/teach/class', `/teach/marks${question}`));
	await expect(other.getByText('Not taught yet')).toBeVisible();
	await other.context().close();
});
