import type { BrowserContext } from 'playwright';
import type { TestServer } from '../support/server.ts';
import { firstModule } from '../support/transfer.ts';
import { onPhone, saved, slowDown } from './browser.ts';
import { atLeast, atMost, quantile, told, type Figure } from './figure.ts';

const TIMES = 100;
const LIMIT = 700;

/** Notes when the card's title and first sentence are painted, counted from the navigation. */
function watchCard() {
	const look = () => {
		const there = document.querySelector('h1') && document.querySelector('main article p');
		if (!there) return void requestAnimationFrame(look);
		requestAnimationFrame(() => Object.assign(window, { readable: performance.now() }));
	};
	requestAnimationFrame(look);
}

/** Opens the card in a new page, with no worker running, as when an app is started. */
async function relaunch(context: BrowserContext, url: string): Promise<number> {
	const page = await context.newPage();
	await page.addInitScript(watchCard);
	const devtools = await context.newCDPSession(page);
	await devtools.send('ServiceWorker.enable');
	await devtools.send('ServiceWorker.stopAllWorkers');
	await slowDown(page, 4);
	await page.goto(url, { waitUntil: 'commit' });
	const readable = await page.waitForFunction(
		() => (window as unknown as { readable?: number }).readable
	);
	const time = await readable.jsonValue();
	await page.close();
	return time ?? Number.POSITIVE_INFINITY;
}

/** The server is gone; how long until a card can be read, on a processor four times as slow. */
export async function relaunches(server: TestServer): Promise<Figure[]> {
	const { card } = await firstModule(server.url);
	const times = await onPhone(async (context) => {
		const page = await context.newPage();
		await page.goto(server.url);
		await saved(page);
		await page.close();
		await server.stop();
		const all: number[] = [];
		while (all.length < TIMES) all.push(await relaunch(context, server.url + card));
		return all;
	});
	await server.start();
	return [
		atLeast(
			`offline relaunch below ${LIMIT} ms, times of ${TIMES}`,
			times.filter((time) => time < LIMIT).length,
			TIMES
		),
		told('offline relaunch, median', quantile(times, 0.5), 'ms'),
		atMost('offline relaunch, slowest', Math.max(...times), LIMIT, 'ms')
	];
}
