import type { BrowserContext, Page } from 'playwright';
import type { TestServer } from '../support/server.ts';
import { onPhone, saved, slowDown } from './browser.ts';
import { atMost, quantile, told, type Figure } from './figure.ts';

/** What readers type: names in several spellings, words, figures, a day, and slips of the finger. */
const QUERIES = [
	'Kelbajar',
	'Xankəndi',
	'Stepanakrt',
	'Pashinian',
	'drones in Kalbajar',
	'13 September 2022',
	'1,960',
	'casualties',
	'Armenia',
	'Defence Ministry of Azerbaijan',
	'who counted the dead',
	'provocation'
];

interface Watched {
	/** From each key press until the first result for what stands in the field is painted. */
	times: number[];
	/** When the page began to read, and when it had read everything, since its start. */
	began: number;
	ready: number;
	/** The longest that a key press would have waited while it read. */
	pause: number;
}

/** Runs in the page before its own scripts. */
function watch() {
	const watched: Watched = { times: [], began: 0, ready: 0, pause: 0 };
	Object.assign(window, { watched });
	let pressed = 0;
	const press = ({ timeStamp }: globalThis.Event) => (pressed ||= timeStamp);
	addEventListener('keydown', press, { capture: true });
	// Letters that the keyboard of the bench lacks come without a key.
	addEventListener('beforeinput', press, { capture: true });
	addEventListener(
		'input',
		({ target }) => {
			const began = pressed;
			pressed = 0;
			const painted = new MessageChannel();
			painted.port1.onmessage = () => watched.times.push(performance.now() - began);
			requestAnimationFrame(() => {
				const found = document.querySelector('main ol[aria-label]');
				const typed = (target as HTMLInputElement).value;
				if (found?.getAttribute('aria-label') === `Results for ${typed}` && found.firstElementChild)
					painted.port2.postMessage('');
			});
		},
		{ capture: true }
	);

	let last = 0;
	function tick() {
		const now = performance.now();
		const told = document.querySelector('main [role=status]')?.textContent ?? '';
		if (watched.began > 0) watched.pause = Math.max(watched.pause, now - last);
		else if (told.startsWith('Still reading')) watched.began = now;
		if (/^\d/.test(told)) watched.ready = now;
		else setTimeout(tick);
		last = now;
	}
	tick();
}

async function type(page: Page, query: string) {
	await page.getByRole('searchbox').fill('');
	for (const letter of query) {
		await page.keyboard.type(letter);
		// A reader looks before the next key press.
		await page.evaluate(
			() =>
				new Promise((painted) => {
					requestAnimationFrame(() => setTimeout(painted));
				})
		);
	}
}

/** Opens the search anew, waits until everything is read, and types. */
async function measure(context: BrowserContext, url: string): Promise<Watched> {
	const page = await context.newPage();
	await page.addInitScript(watch);
	await slowDown(page, 4);
	await page.goto(`${url}/search?q=Goris`);
	const watched = () => page.evaluate(() => (window as unknown as { watched: Watched }).watched);
	await page.waitForFunction(() => (window as unknown as { watched: Watched }).watched.ready > 0);
	for (const query of QUERIES) await type(page, query);
	return watched();
}

/** From key press to first result, without a server, on a processor four times as slow. */
export async function search(server: TestServer): Promise<Figure[]> {
	const { times, began, ready, pause } = await onPhone(async (context) => {
		const page = await context.newPage();
		await page.goto(server.url);
		await saved(page);
		await page.close();
		await server.stop();
		return measure(context, server.url);
	});
	await server.start();
	return [
		atMost(
			`search: key press to first result, 4x CPU, p75 of ${times.length}`,
			quantile(times, 0.75),
			50,
			'ms'
		),
		told('search: key press to first result, slowest', Math.max(...times), 'ms'),
		told('search: index built in', ready - began, 'ms'),
		told('search: longest pause while it is built', pause, 'ms')
	];
}
