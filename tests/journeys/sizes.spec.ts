import { brotliSize, firstModule, firstQuestion, KB, savedSize } from '../support/transfer.ts';
import { expect, saved, test } from './fixtures.ts';

test('a card is readable within the first flight', async ({ server }) => {
	const { card } = await firstModule(server.url);
	expect(await brotliSize(server.url + card)).toBeLessThanOrEqual(14 * KB);
});

test('the first question is light', async ({ page, server }) => {
	const { quiz } = await firstModule(server.url);
	const { bytes, requests, urls } = await firstQuestion(page, server.url + quiz);
	expect(requests, urls.join('\n')).toBeLessThanOrEqual(8);
	expect(bytes).toBeLessThanOrEqual(42 * KB);
});

test('all that is saved for offline use is small', async ({ page, server }) => {
	await page.goto(server.url);
	await saved(page);
	expect(await savedSize(page)).toBeLessThanOrEqual(500 * KB);
});
