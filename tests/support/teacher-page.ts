/** A teacher at the app's own pages. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect } from '../journeys/fixtures.ts';

/** Saves what a button saves. @returns the text of the file */
export async function savedText(page: Page, button = 'Save as a file'): Promise<string> {
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	return readFileSync(await (await downloading).path(), 'utf8');
}

/**
 * Makes a class on this device and opens its page, with the link kept.
 *
 * @param way how it works, as the form names it @param names of the pupils; nicknames where there are none
 * @returns the teacher link
 */
export async function makeClass(
	page: Page,
	url: string,
	name: string,
	way = 'With the class server',
	names: readonly string[] = []
): Promise<string> {
	await page.goto(`${url}/teach`);
	await page.getByLabel('Name of the class').fill(name);
	if (names.length > 0) {
		await page.getByRole('radio', { name: 'A list of names' }).check();
		await page.getByLabel('Names, one on each line').fill(names.join('\n'));
	}
	await page.getByRole('radio', { name: way }).check();
	await page.getByRole('button', { name: 'Make the class' }).click();
	await expect(page.getByRole('heading', { name: 'First keep the teacher link' })).toBeVisible();
	const link = page.url();
	expect(await savedText(page)).toContain(link);
	await expect(page.getByRole('button', { name: 'Go on' })).toBeDisabled();
	await page.getByLabel('I have kept the link').check();
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	// The secret is out of sight from now on.
	await expect(page).toHaveURL(link.slice(0, link.indexOf('.', link.indexOf('#'))));
	return link;
}
