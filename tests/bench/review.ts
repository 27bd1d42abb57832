import type { Page } from 'playwright';
import type { ItemEntry } from '../../src/lib/content/item.ts';
import type { ItemsPack } from '../../src/lib/content/packs.ts';
import type { Attempt, Session } from '../../src/lib/local/rows.ts';
import { DAY } from '../../src/lib/review/days.ts';
import { CONFIDENCES } from '../../src/lib/review/attempt.ts';
import { idAt } from '../../src/lib/study/fresh-id.ts';
import { randomFrom } from '../../src/lib/quiz/random.ts';
import { serverPack } from '../support/packs.ts';
import type { TestServer } from '../support/server.ts';
import { onPhone, saved, slowDown } from './browser.ts';
import { atMost, quantile, told, type Figure } from './figure.ts';

const ANSWERS = 50_000;
const TOGETHER = 10;
const ROUNDS = 9;
/** In two years. */
const SPAN = 730 * DAY;

interface Watched {
	tapped: number;
	/** When the page's heading stood, so that its script ran; what follows is computing and drawing. */
	standing: number;
	/** When all was computed and the top of the page painted: the queue, the totals and modules. */
	shown: number;
	/** When its last part was painted too. */
	whole: number;
	/** Tasks of 50 ms or more from the tap on, in milliseconds; empty where there was none. */
	long: number[];
}

/** The pages measured: how their link is called, what they say once all is computed, and what their last part says. */
const PAGES = {
	Review: { shown: 'due today', whole: 'days after today' },
	Progress: { shown: 'as the schedule expects it', whole: 'Due in the next 14 days' }
} as const;
type Name = keyof typeof PAGES;

interface Rows {
	attempts: Attempt[];
	sessions: Session[];
}

/** A log of many answers to questions of the course, every tenth begun as a review. */
function inventedLog(items: readonly ItemEntry[], count: number, until: number): Rows {
	const random = randomFrom('a log');
	const rows: Rows = { attempts: [], sessions: [] };
	const from = until - SPAN;
	for (let index = 0; index < count; index++) {
		const at = Math.floor(from + (SPAN * index) / count);
		const id = `${idAt(at)}-${String(index).padStart(7, '0')}-0000000`;
		const item = items[Math.floor(random() * items.length)];
		if (!item) throw new Error('The course has no question.');
		if (index % TOGETHER === 0)
			rows.sessions.push({
				v: 2,
				id,
				mode: index % (2 * TOGETHER) === 0 ? 'review' : 'quiz',
				module: index % (2 * TOGETHER) === 0 ? '' : item.module,
				seed: id,
				items: [],
				startedAt: at,
				ended: true
			});
		const session = rows.sessions.at(-1);
		session?.items.push({ id: item.id, revision: item.revision });
		const confidence = CONFIDENCES[Math.floor(random() * CONFIDENCES.length)];
		rows.attempts.push({
			v: 2,
			id,
			session: session?.id ?? '',
			seed: session?.seed ?? '',
			item: item.id,
			revision: item.revision,
			response: { first: 'a', second: 'b' },
			score: random() < 0.75 ? 1 : random(),
			...(confidence && { confidence }),
			shownAt: at - Math.floor(40_000 * random()),
			at
		});
	}
	return rows;
}

/** Writes rows as the app has them. */
async function write(page: Page, { attempts, sessions }: Rows) {
	const BATCH = 5000;
	for (let from = 0; from < Math.max(attempts.length, sessions.length); from += BATCH)
		await page.evaluate(
			(rows) =>
				new Promise<void>((done, failed) => {
					const opening = indexedDB.open('who-says-what');
					opening.onsuccess = () => {
						const db = opening.result;
						const transaction = db.transaction(['attempts', 'sessions'], 'readwrite');
						for (const row of rows.attempts) transaction.objectStore('attempts').put(row);
						for (const row of rows.sessions) transaction.objectStore('sessions').put(row);
						transaction.oncomplete = () => {
							db.close();
							done();
						};
						transaction.onerror = () => {
							failed(new Error('The log could not be written.'));
						};
					};
				}),
			{ attempts: attempts.slice(from, from + BATCH), sessions: sessions.slice(from, from + BATCH) }
		);
}

/** Runs in the page: notes what happens from the tap on a link of the menu. */
function watch({ heading, says }: { heading: string; says: { shown: string; whole: string } }) {
	const watched: Watched = { tapped: 0, standing: 0, shown: 0, whole: 0, long: [] };
	Object.assign(window, { watched });
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries())
			if (watched.tapped > 0 && startTime + duration > watched.tapped) watched.long.push(duration);
	}).observe({ entryTypes: ['longtask'] });
	addEventListener('click', ({ timeStamp }) => (watched.tapped = timeStamp), { capture: true });
	const painted = (then: () => void) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = then;
		requestAnimationFrame(() => {
			port2.postMessage('');
		});
	};
	let seen = '';
	const looking = new MutationObserver(() => {
		const main = document.querySelector('main');
		if (main?.querySelector('h1')?.textContent !== heading) return;
		watched.standing ||= performance.now();
		if (seen === '' && main.textContent.includes(says.shown)) {
			seen = 'shown';
			painted(() => (watched.shown = performance.now()));
		}
		if (seen === 'shown' && main.textContent.includes(says.whole)) {
			looking.disconnect();
			painted(() => (watched.whole = performance.now()));
		}
	});
	looking.observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** Taps a link of the menu and waits until its page has computed what it shows. */
async function visit(page: Page, name: Name): Promise<Watched> {
	// What the test itself needs in the page is there before the tap.
	await page.waitForFunction(() => true);
	await page.evaluate(watch, { heading: name, says: PAGES[name] });
	await page.getByRole('button', { name: 'Menu' }).tap();
	const link = page.getByRole('navigation').getByRole('link', { name, exact: true });
	await link.waitFor();
	await link.tap();
	const read = () => page.evaluate(() => (window as unknown as { watched: Watched }).watched);
	await page.waitForFunction(() => (window as unknown as { watched: Watched }).watched.whole > 0);
	return read();
}

async function rounds(page: Page, url: string, name: Name, items: readonly ItemEntry[]) {
	const all: Watched[] = [];
	const invented = inventedLog(items, ROUNDS * TOGETHER, Date.now() + SPAN).attempts;
	for (let round = 0; round < ROUNDS; round++) {
		await slowDown(page, 1);
		await page.goto(url);
		await page.getByRole('link', { name: /^Review: \d+ due today$/ }).waitFor();
		// Answers given since: the page has to read them.
		const now = Date.now();
		const attempts = invented.slice(round * TOGETHER, (round + 1) * TOGETHER).map((row, index) => ({
			...row,
			id: `${idAt(now + index)}-${name}-${round}`,
			shownAt: now - 1000 + index,
			at: now - 100 + index
		}));
		await write(page, { attempts, sessions: [] });
		await slowDown(page, 4);
		all.push(await visit(page, name));
	}
	return all;
}

/** The longest task of a visit in ms; 0 where none took 50. */
const longest = ({ long }: Watched) => Math.max(0, ...long);

function figures(name: Name, all: readonly Watched[]): Figure[] {
	const what = `${name}, ${ANSWERS} answers and ${TOGETHER} new`;
	const p75 = (time: (visit: Watched) => number) => quantile(all.map(time), 0.75);
	return [
		atMost(
			`${what}: page standing to shown, p75 of ${ROUNDS}`,
			p75(({ standing, shown }) => shown - standing),
			150,
			'ms'
		),
		told(
			`${what}: page standing to its last part, p75`,
			p75(({ standing, whole }) => whole - standing),
			'ms'
		),
		told(
			`${what}: tap on the link to shown, p75`,
			p75(({ tapped, shown }) => shown - tapped),
			'ms'
		),
		atMost(`${what}: longest task from tap to last part, p75`, p75(longest), 50, 'ms'),
		told(`${what}: longest task of all ${ROUNDS}`, Math.max(...all.map(longest)), 'ms')
	];
}

/**
 * The app is saved, its server gone, and the processor four times as slow. Timed is what a reader
 * waits for after the page itself stands: reading the log, working out, drawing. Tasks are those
 * that the Long Tasks API tells, which are 50 ms or longer; 0 where there was none. A log is written that the app has never read; then it is
 * opened once, which folds the whole log, and again and again, which reads what is new.
 */
export async function review(server: TestServer): Promise<Figure[]> {
	const { items } = (await serverPack(server.url, 'items')) as ItemsPack;
	const all = await onPhone(async (context) => {
		const page = await context.newPage();
		await page.goto(server.url);
		await saved(page);
		await page.goto(`${server.url}/about`);
		await server.stop();
		await write(page, inventedLog(items, ANSWERS, Date.now() - DAY));
		await slowDown(page, 4);
		const first = await visit(page, 'Progress');
		return {
			first,
			progress: await rounds(page, server.url, 'Progress', items),
			review: await rounds(page, server.url, 'Review', items)
		};
	});
	await server.start();
	const { first } = all;
	return [
		told(`Progress, ${ANSWERS} answers never read: shown in`, first.shown - first.standing, 'ms'),
		told(`Progress, ${ANSWERS} answers never read: longest task`, longest(first), 'ms'),
		...figures('Progress', all.progress),
		...figures('Review', all.review)
	];
}
