/** What a page costs on the line. Bodies are counted as they travel, compressed by the server. */
import { request } from 'node:http';
import type { Page, Request } from 'playwright/test';
import type { CatalogPack } from '../../src/lib/content/packs.ts';
import { serverPack } from './packs.ts';

export const KB = 1024;

/** Addresses of the first module, for tests that need one of each sort of page. */
export async function firstModule(url: string) {
	const { modules } = (await serverPack(url, 'catalog')) as CatalogPack;
	const [module] = modules;
	const [card] = module?.cards ?? [];
	if (!module || !card) throw new Error('The catalog has no module with a card.');
	const home = `/modules/${module.id}`;
	return { module: home, card: `${home}/cards/${card.id}`, quiz: `${home}/quiz` };
}

/** Bytes of the body of an answer, asked for in brotli. */
export const brotliSize = (url: string): Promise<number> =>
	new Promise((done, failed) => {
		const asked = request(url, { headers: { 'accept-encoding': 'br' } }, (answer) => {
			let bytes = 0;
			answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
			answer.on('end', () => {
				if (answer.statusCode === 200) done(bytes);
				else failed(new Error(`${url} answers ${answer.statusCode ?? 0}.`));
			});
		});
		asked.on('error', failed).end();
	});

export const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

/** The size of everything that is saved for offline use, for a page that says it is saved. */
export async function savedSize(page: Page): Promise<number> {
	const urls = await page.evaluate(async () => {
		const caches = await Promise.all(
			(await self.caches.keys()).map((name) => self.caches.open(name))
		);
		const requests = await Promise.all(caches.map((cache) => cache.keys()));
		return requests.flat().map(({ url }) => url);
	});
	return sum(await Promise.all(urls.map(brotliSize)));
}

/** Everything that is asked for from a cold visit until the first question can be answered. */
export async function firstQuestion(page: Page, url: string) {
	const asked: Request[] = [];
	page.context().on('request', (each) => asked.push(each));
	await page.goto(url, { waitUntil: 'commit' });
	await page.getByRole('button', { name: 'Think so' }).waitFor();
	const needed = [...asked];
	const sizes = await Promise.all(needed.map(bodySize));
	return { requests: needed.length, bytes: sum(sizes), urls: needed.map((each) => each.url()) };
}

async function bodySize(asked: Request): Promise<number> {
	await (await asked.response())?.finished();
	return (await asked.sizes()).responseBodySize;
}
