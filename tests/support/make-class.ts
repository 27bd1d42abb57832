import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect } from '../journeys/fixtures.ts';

/** Makes a class on this device and opens its page, with the link kept. @returns the teacher link */
export async function makeClass(
	page: Page,
	url: string,
	name: string,
	way = 'With the class server'
): Promise<string> {
	await page.goto(`${url}/teach`);
	await page.getByLabel('Name of the class').fill(name);
	await page.getByRole('radio', { name: way }).check();
	await page.getByRole('button', { name: 'Make the class' }).click();
	await expect(page.getByRole('heading', { name: 'First keep the teacher link' })).toBeVisible();
	const link = page.url();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as a file' }).click();
	expect(readFileSync(await (await downloading).path(), 'utf8')).toContain(link);
	await expect(page.getByRole('button', { name: 'Go on' })).toBeDisabled();
	await page.getByLabel('I have kept the link').check();
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	return link;
}
