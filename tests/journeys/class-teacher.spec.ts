/** A teacher with the real class server, each browser context a device of its own; and one with none. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { readLink } from '../../src/lib/class/carry/link.ts';
import { unpackAssignment } from '../../src/lib/class/carry/packet.ts';
import { joinKeys, readJoinCode } from '../../src/lib/class/join-code.ts';
import { API } from '../../src/lib/class/api.ts';
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
	await expect(page.getByText(/^Question 1 of/)).toBeVisible();
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
