/** A teacher with the real class server, each browser context a device of its own; and one with none. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { readLink } from '../../src/lib/class/carry/link.ts';
import { unpackAssignment } from '../../src/lib/class/carry/packet.ts';
import { joinKeys, printJoinLink, readJoinCode } from '../../src/lib/class/join-code.ts';
import { API } from '../../src/lib/class/api.ts';
import { TaughtClass } from '../support/taught-class.ts';
import { makeClass } from '../support/teacher-page.ts';
import { expect, test } from './fixtures.ts';

/** Three taps: a module, a test, today. */
async function chooseTest(page: Page) {
	await page.getByRole('checkbox', { name: /^3\. / }).check();
	await page.getByRole('radio', { name: /^Test/ }).check();
	await page.getByRole('radio', { name: 'Today' }).check();
}

const codeOn = async (page: Page) =>
	readJoinCode((await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '');

/** What the server says to somebody who comes with a join code. */
async function knock(url: string, code: string) {
	const { token } = await joinKeys(code);
	const answer = await fetch(`${url}${API}/join`, {
		headers: { authorization: `Bearer ${token}` }
	});
	return { status: answer.status, body: (await answer.json()) as { locked?: boolean } };
}

test('a class is made, opened on a second device by its link, and ended', async ({
	page,
	browser,
	server
}) => {
	test.setTimeout(120_000);
	const link = await makeClass(page, server.url, 'History 10b');
	const first = await codeOn(page);
	expect((await knock(server.url, first)).body.locked).toBe(false);

	await page.getByRole('link', { name: 'Set something' }).click();
	await chooseTest(page);
	await page.getByRole('button', { name: 'Give it out' }).click();
	await expect(page.getByText('is given out to History 10b')).toBeVisible();
	await page.getByRole('link', { name: 'Back to the class' }).click();
	const set = page.getByRole('region', { name: 'What is set' });
	await expect(set.getByText(/Open until .* 23:59/)).toBeVisible();

	await page.getByRole('button', { name: 'Lock joining' }).click();
	await expect(page.getByText('Joining is locked.')).toBeVisible();
	expect((await knock(server.url, first)).body.locked).toBe(true);
	await page.getByRole('button', { name: 'Unlock joining' }).click();
	await expect(page.getByText('Joining is locked.')).toBeHidden();
	await page.getByRole('button', { name: 'New code' }).click();
	await expect.poll(() => codeOn(page)).not.toBe(first);
	const second = await codeOn(page);
	expect((await knock(server.url, first)).status).toBe(404);
	expect((await knock(server.url, second)).body.locked).toBe(false);

	const other = await (await browser.newContext()).newPage();
	await other.goto(link);
	await expect(other.getByRole('heading', { level: 1, name: 'History 10b' })).toBeVisible();
	await expect.poll(() => codeOn(other)).toBe(second);
	const there = other.getByRole('region', { name: 'What is set' });
	await expect(there.getByRole('heading', { level: 3 })).toHaveText(/^Test: /);
	await there.getByRole('button', { name: 'Withdraw' }).click();
	await expect(there.getByText('Withdrawn')).toBeVisible();
	await page.reload();
	await expect(set.getByText('Withdrawn')).toBeVisible();

	await set.getByRole('link', { name: 'Set again' }).click();
	await expect(page.getByRole('heading', { name: 'Change an assignment' })).toBeVisible();
	await page.getByRole('button', { name: 'Give out the change' }).click();
	await expect(page.getByText('is given out to History 10b')).toBeVisible();
	await other.reload();
	await expect(there.getByText(/Open until/)).toBeVisible();

	await other.getByText('End the class now').click();
	const end = other.getByRole('button', { name: 'End the class' });
	await expect(end).toBeDisabled();
	await other.getByLabel('Type the name of the class').fill('History 10b');
	await end.click();
	await expect(other.getByText('The class is ended')).toBeVisible();
	expect((await knock(server.url, second)).status).toBe(404);
	await page.goto(link);
	await page.reload();
	await expect(page.getByRole('alert')).toContainText('has this class no more');
	await other.context().close();
});

test('a class gets another name and a list when pupils are in it, and keeps them and its code', async ({
	page,
	browser,
	server
}) => {
	const link = await makeClass(page, server.url, 'History 10b');
	const code = await codeOn(page);
	const join = `${server.url}/join${printJoinLink(code)}`;
	const pupil = await (await browser.newContext()).newPage();
	await pupil.goto(join);
	await pupil.getByLabel('A nickname that your teacher knows').fill('Ani');
	await pupil.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(pupil.getByRole('heading', { name: 'History 10b' })).toBeVisible();
	const other = await (await browser.newContext()).newPage();
	await other.goto(link);
	await expect(other.getByRole('checkbox', { name: /Ani/ })).toBeVisible();

	// The other device has not heard of the change when it locks joining.
	await other.route(`**${API}/**`, (route) => route.abort());
	await page.getByText('Change the name or the list').click();
	await page.getByLabel('Name of the class', { exact: true }).fill('History 11b');
	await page.getByRole('radio', { name: 'A list of names' }).check();
	await page.getByLabel('Names, one on each line').fill('Anna\nBob');
	await page.getByRole('button', { name: 'Change it' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'History 11b' })).toBeVisible();
	await expect(page.getByText(/name that can be chosen no more: Ani\./)).toBeVisible();
	await other.unroute(`**${API}/**`);
	await other.getByRole('button', { name: 'Lock joining' }).click();
	await expect(other.getByRole('heading', { level: 1, name: 'History 11b' })).toBeVisible();
	await other.getByRole('button', { name: 'Unlock joining' }).click();
	await expect(other.getByText('Joining is locked.')).toBeHidden();
	expect(await codeOn(other)).toBe(code);

	const next = await (await browser.newContext()).newPage();
	await next.goto(join);
	await expect(next.getByRole('heading', { name: 'History 11b' })).toBeVisible();
	await next.getByLabel('Your name').selectOption('Bob');
	await next.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(next.getByRole('heading', { name: 'History 11b' })).toBeVisible();
	await pupil.reload();
	await expect(pupil.getByRole('heading', { name: 'History 11b' })).toBeVisible();
	await expect(pupil.getByText('Ani')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('checkbox', { name: /Ani/ })).toBeVisible();
	await expect(page.getByRole('checkbox', { name: /Bob/ })).toBeVisible();
	for (const each of [pupil, other, next]) await each.context().close();
});

/** The first question as in a pupil's test: it asks how sure one is, and there is no way past it or back. */
async function expectPupilsView(page: Page) {
	const preview = page.getByRole('dialog', { name: 'As a pupil sees it' });
	await expect(preview.getByText(/^Question 1 of/)).toBeVisible();
	await expect(preview.getByText('Answer: how sure are you?')).toBeVisible();
	await expect(preview.getByRole('button', { name: /^(Back|Next)/ })).toHaveCount(0);
}

test('a class without a server: the link and the file carry the whole assignment', async ({
	page,
	server
}) => {
	await makeClass(page, server.url, 'Room 12', 'Without a server');
	await expect(page.getByRole('heading', { name: 'No class server' })).toBeVisible();
	await page.getByRole('link', { name: 'Set something' }).click();
	await chooseTest(page);
	await page.getByText(/See, drop or swap/).click();
	await page.getByRole('button', { name: /^Drop/ }).first().click();
	// What was chosen survives a reload.
	await page.reload();
	await expect(page.getByRole('radio', { name: /^Test/ })).toBeChecked();
	await page.getByRole('button', { name: 'See it as a pupil' }).click();
	await page.getByRole('button', { name: 'Begin', exact: true }).click();
	await expectPupilsView(page);
	await page.getByRole('button', { name: 'Close' }).click();

	await page.getByRole('button', { name: 'Give it out' }).click();
	await expect(page.getByRole('img', { name: /QR code of the assignment/ })).toBeVisible();
	await page.getByText('The link', { exact: true }).click();
	const link = (await page.locator('code').textContent()) ?? '';
	expect(link).toContain(`${server.url}/join#a1.`);
	const carried = await unpackAssignment(await readLink(link));
	expect(carried.mode).toBe('test');
	expect(carried.className).toBe('Room 12');
	expect(carried.publicKey).toMatch(/^age1/);
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as a file' }).click();
	const file = readFileSync(await (await downloading).path(), 'utf8');
	expect(JSON.parse(file)).toEqual(carried);
});

test('a class is made while there is no network, and finds the server later', async ({
	page,
	server
}) => {
	await page.route(`**${API}/**`, (route) => route.abort());
	await makeClass(page, server.url, 'Bus');
	await expect(page.getByRole('heading', { name: 'No class server' })).toBeVisible();
	const look = page.getByRole('button', { name: 'Look for a class server' });
	await look.click();
	await expect(page.getByRole('alert')).toContainText('could not be reached');
	await page.unroute(`**${API}/**`);
	await look.click();
	await expect(page.getByRole('heading', { name: 'Joining' })).toBeVisible();
	expect((await knock(server.url, await codeOn(page))).status).toBe(200);
});

test('a class is opened by the file that was kept, and the way to it is on every page of it', async ({
	page,
	browser,
	server
}) => {
	const link = await makeClass(page, server.url, 'History 9c');
	const kept = `Teacher link of the class "History 9c"\n\n${link}\n\nWhoever has this link has the class.`;
	await page.getByRole('link', { name: 'Gradebook' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Gradebook' })).toBeVisible();
	await page.getByRole('main').getByRole('link', { name: 'History 9c' }).click();
	await expect(page.getByRole('heading', { name: 'What is set' })).toBeVisible();
	await page.getByRole('link', { name: 'Class', exact: true }).first().click();
	await expect(page.getByRole('heading', { name: 'Your classes' })).toBeVisible();
	await page.getByRole('link', { name: 'History 9c' }).click();
	await expect(page.getByRole('heading', { name: 'What is set' })).toBeVisible();

	const other = await (await browser.newContext()).newPage();
	await other.goto(`${server.url}/teach`);
	await other.getByLabel('Choose the file').setInputFiles({
		name: 'teacher-link.txt',
		mimeType: 'text/plain',
		buffer: Buffer.from(kept)
	});
	await expect(other.getByRole('heading', { level: 1, name: 'History 9c' })).toBeVisible();
	await other.goto(`${server.url}/teach/marks`);
	await other.getByLabel('Teacher link').fill(kept.replaceAll('\n', ' '));
	await other.getByRole('button', { name: 'Open the class' }).click();
	await expect(other.getByRole('heading', { level: 1, name: 'Gradebook' })).toBeVisible();
	await expect(other.getByText('History 9c')).toBeVisible();
	await other.context().close();
});

test('any number of questions, kept when it is changed; a test without an end is warned of', async ({
	page,
	server
}) => {
	await makeClass(page, server.url, 'History 9c');
	await page.getByRole('link', { name: 'Set something' }).click();
	await page.getByRole('checkbox', { name: /^3\. / }).check();
	const count = page.getByLabel('How many questions');
	await count.fill('8');
	await count.press('Enter');
	await expect(page.getByText('8 questions').first()).toBeVisible();
	await expect(page.getByText(/^of \d+, drawn by lot$/)).toBeVisible();
	await page.getByRole('radio', { name: /^Test/ }).check();
	await expect(page.getByText(/A test without an end/).first()).toBeVisible();
	await page.getByText('Title, note, time, attempts, order').click();
	await page.getByLabel('Minutes for one attempt').fill('10');
	await page.getByLabel('Name', { exact: true }).fill('Ana');
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await page.getByRole('button', { name: 'Give it out' }).click();
	await expect(page.getByText('is given out to History 9c')).toBeInViewport();
	await expect(page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeInViewport();
	await expect(page.getByRole('img', { name: /QR code of the assignment/ })).toBeHidden();
	await page.getByRole('link', { name: 'Back to the class' }).click();
	const set = page.getByRole('region', { name: 'What is set' });
	await expect(set.getByText(/8 questions.*10 minutes, 1 pupil more time/)).toBeVisible();
	await set.getByRole('link', { name: 'Change' }).click();
	await expect(count).toHaveValue('8');
	await expect(page.getByText(/^of \d+, drawn by lot$/)).toBeVisible();
	await page.getByRole('checkbox', { name: /^4\. / }).check();
	await expect(count).toHaveValue('8');
});

test('withdrawing asks while somebody is at work', async ({ page, server }) => {
	const room = await TaughtClass.make(server.url);
	const set = room.assignment(6, { title: 'The first days' });
	await room.set(set);
	const ani = await room.join('Ani');
	await room.works(ani, set, 2);
	await page.goto(`${server.url}/teach/class${room.fragment}`);
	await expect(page.getByRole('checkbox', { name: /^Ani/ })).toBeVisible();
	const withdraw = page.getByRole('button', { name: 'Withdraw', exact: true });
	await withdraw.click();
	await expect(page.getByText('One pupil is at work on “The first days”')).toBeVisible();
	await page.getByRole('button', { name: 'Leave it as it is' }).click();
	await expect(withdraw).toBeVisible();
	await withdraw.click();
	await page.getByRole('button', { name: 'Withdraw it', exact: true }).click();
	await expect(page.getByText('Withdrawn', { exact: true })).toBeVisible();
});
