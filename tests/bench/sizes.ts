import { TestServer } from '../support/server.ts';
import { brotliSize, firstModule, firstQuestion, KB, savedSize } from '../support/transfer.ts';
import { onPhone, saved } from './browser.ts';
import { atMost, type Figure } from './figure.ts';

/** Bytes on the line, brotli. */
export async function sizes(server: TestServer): Promise<Figure[]> {
	const { card, quiz } = await firstModule(server.url);
	const question = await onPhone(async (context) =>
		firstQuestion(await context.newPage(), server.url + quiz)
	);
	const pack = await onPhone(async (context) => {
		const page = await context.newPage();
		await page.goto(server.url);
		await saved(page);
		return savedSize(page);
	});
	return [
		atMost('card page, HTML with its CSS', await brotliSize(server.url + card), 14 * KB, 'KB'),
		atMost('first question, everything', question.bytes, 42 * KB, 'KB'),
		atMost('first question, requests', question.requests, 8, ''),
		atMost('offline pack', pack, 500 * KB, 'KB')
	];
}
