import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { bookmark, field, mark, noteSaved, openNote } from '../support/marks.ts';
import { firstModule } from '../support/transfer.ts';
import { expect, saved, test } from './fixtures.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
test('a bookmark and a note stay on their card, without server and network too', async ({
	page,
	context,
	server
}) => {
	const { card } = await firstModule(server.url);
	await page.goto(server.url + card);
	await saved(page);
	await mark(page, 'Ask in class:\nwho counted?');
	const name = await title(page).innerText();

	await page.reload();
	await expect(bookmark(page)).toHaveAttribute('aria-pressed', 'true');
	await server.stop();
	await context.setOffline(true);
	await page.reload();
	await openNote(page);
	await expect(field(page)).toHaveValue('Ask in class:\nwho counted?');
	await field(page).fill('Asked.');
	// Leaving the card saves what was typed last, and the next card has marks of its own.
	await page.getByRole('link', { name: '→' }).click();
	await expect(title(page)).not.toHaveText(name);
	await expect(bookmark(page)).toHaveAttribute('aria-pressed', 'false');

	await page.getByRole('link', { name: 'All bookmarks and notes' }).click();
	const entry = page.getByRole('main').getByRole('listitem');
	await expect(entry).toHaveCount(1);
	await expect(entry).toContainText('Bookmarked');
	await expect(entry).toContainText('Asked.');
	await entry.getByRole('link', { name }).click();
	await expect(title(page)).toHaveText(name);
});

test('bookmark and note work by keys alone, and turn no page', async ({ page, server }) => {
	const { card } = await firstModule(server.url);
	await page.goto(server.url + card);
	await expect(bookmark(page)).toBeEnabled();
	await bookmark(page).focus();
	await page.keyboard.press('Enter');
	await expect(bookmark(page)).toHaveAttribute('aria-pressed', 'true');
	await page.keyboard.press('Enter');
	await expect(bookmark(page)).toHaveAttribute('aria-pressed', 'false');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(field(page)).toBeFocused();
	await page.keyboard.type('one two');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.type('!');
	await expect(noteSaved(page)).toBeVisible();
	await expect(field(page)).toHaveValue('one tw!o');
});

test('marks stand in the order of the course, are removed, and brought back', async ({
	page,
	server
}) => {
	const { card } = await firstModule(server.url);
	await page.goto(`${server.url}/marks`);
	await expect(page.getByText('There are none yet.')).toBeVisible();

	await page.goto(server.url + card);
	const first = await title(page).innerText();
	await page.getByRole('link', { name: '→' }).click();
	await expect(title(page)).not.toHaveText(first);
	const second = await title(page).innerText();
	await mark(page, 'The second.');
	await page.getByRole('link', { name: '←' }).click();
	await expect(title(page)).toHaveText(first);
	await mark(page, 'The first.');

	await page.getByRole('link', { name: 'All bookmarks and notes' }).click();
	await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveText([
		first,
		second
	]);
	await page.getByRole('button', { name: `Remove: ${first}` }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
	await expect(page.getByText('The first.')).toBeHidden();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('The first.')).toBeVisible();
	await page.getByRole('button', { name: `Remove: ${second}` }).click();
	await expect(page.getByText(`Removed: ${second}`)).toBeVisible();
	await page.reload();
	await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveText([first]);
	await expect(page.getByText('The first.')).toBeVisible();
	await expect(page.getByText('Bookmarked')).toBeVisible();
});

/** A device without room for marks, as long as the page has this flag. */
const withoutRoom = (page: Page) =>
	page.addInitScript(() => {
		const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as (
			...all: unknown[]
		) => IDBRequest;
		IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...all: unknown[]) {
			if (this.name === 'marks' && sessionStorage.getItem('room') === null)
				throw new DOMException('No room.', 'QuotaExceededError');
			return put.apply(this, all);
		} as typeof IDBObjectStore.prototype.put;
	});

test('what cannot be saved is never called saved, and is not lost', async ({ page, server }) => {
	const { card } = await firstModule(server.url);
	await withoutRoom(page);
	await page.goto(server.url + card);
	await bookmark(page).click();
	await expect(page.getByRole('alert')).toContainText('This device has no room left');
	await expect(bookmark(page)).toHaveAttribute('aria-pressed', 'false');
	await openNote(page);
	await field(page).fill('Words that must not be lost.');
	await field(page).blur();
	await expect(page.getByText('Not saved yet.')).toBeVisible();
	await expect(noteSaved(page)).toBeHidden();

	await page.reload();
	await openNote(page);
	await expect(field(page)).toHaveValue('Words that must not be lost.');
	await expect(page.getByRole('alert')).toContainText('This device has no room left');
	await expect(page.getByText('Not saved yet.')).toBeVisible();

	await page.evaluate(() => {
		sessionStorage.setItem('room', 'yes');
	});
	await field(page).press('End');
	await field(page).pressSequentially('!');
	await expect(noteSaved(page)).toBeVisible();
	await expect(page.getByText('This device has no room left')).toBeHidden();
	await page.goto(`${server.url}/marks`);
	await expect(page.getByText('Words that must not be lost.!')).toBeVisible();
});

async function backupOf(page: Page, url: string) {
	await page.goto(`${url}/settings`);
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup' }).click();
	const path = await (await downloading).path();
	return { name: 'backup.json', mimeType: 'application/json', buffer: readFileSync(path) };
}

test('marks come to another device by a backup; a note written on both keeps both texts', async ({
	page,
	browser,
	server
}) => {
	const { card } = await firstModule(server.url);
	await page.goto(server.url + card);
	await mark(page, 'Written here.');
	const file = await backupOf(page, server.url);

	const context = await browser.newContext();
	const other = await context.newPage();
	const take = async () => {
		await other.goto(`${server.url}/settings`);
		await other.getByLabel('Take a backup over').setInputFiles(file);
		await expect(other.getByText('Taken over:')).toBeVisible();
	};
	await take();
	await expect(other.getByText('marks on 1 card')).toBeVisible();
	await take();
	await expect(other.getByText('nothing in it that is not here already')).toBeVisible();
	await other.goto(server.url + card);
	await expect(bookmark(other)).toHaveAttribute('aria-pressed', 'true');
	await openNote(other);
	await expect(field(other)).toHaveValue('Written here.');
	await field(other).fill('Written there.');
	await expect(noteSaved(other)).toBeVisible();

	// The older text that this one replaced does not come back; what was written meanwhile does.
	await take();
	await expect(other.getByText('nothing in it that is not here already')).toBeVisible();
	await page.goto(server.url + card);
	await openNote(page);
	await field(page).fill('Written here, and more.');
	await expect(noteSaved(page)).toBeVisible();
	file.buffer = (await backupOf(page, server.url)).buffer;
	await take();
	await other.goto(server.url + card);
	await openNote(other);
	await expect(field(other)).toHaveValue(/^Written (here, and more|there)\.\n\nWritten/);
	await expect(field(other)).toHaveValue(/Written there\./);
	await expect(field(other)).toHaveValue(/Written here, and more\./);
	await expect(other.getByText('Two devices wrote this note apart')).toBeVisible();
	await context.close();
});
