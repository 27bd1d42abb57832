import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { LOOKS, violations, wear } from '../support/axe.ts';
import { scriptsRun } from '../support/opened-whole.ts';
import { BUILD, type TestServer } from '../support/server.ts';
import { onPhone } from './browser.ts';
import { atMost, told, type Figure } from './figure.ts';

/** Each page that the build holds as finished HTML. */
const addresses = () =>
	readdirSync(join(BUILD, 'prerendered'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html'))
		.map((file) => `/${file.replace(/(^|\/)index\.html$|\.html$/, '')}`);

/** How many pages have a mistake in this look; each mistake is told. */
async function faulty(context: BrowserContext, url: string, look: object): Promise<number> {
	const page = await context.newPage();
	await wear(page, look);
	let count = 0;
	for (const address of addresses()) {
		await page.goto(url + address);
		await page.waitForFunction(scriptsRun);
		const found = await violations(page);
		for (const mistake of found) console.log(`${address}: ${mistake}`);
		if (found.length > 0) count++;
	}
	return count;
}

/** What axe finds on every page, where the journeys open one of each sort. */
export async function everyPage(server: TestServer): Promise<Figure[]> {
	const figures = [told('pages that axe looks at, in each look', addresses().length, '')];
	for (const [name, look] of Object.entries(LOOKS)) {
		// A worker would answer with the empty page, which scripts then fill.
		const count = await onPhone((context) => faulty(context, server.url, look), {
			serviceWorkers: 'block'
		});
		figures.push(atMost(`pages with a mistake: ${name}`, count, 0, ''));
	}
	return figures;
}
