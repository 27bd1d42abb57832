/** The gradebook's page in a real browser: from the teacher link to the table on the screen. */
import type { Page } from 'playwright';
import { someAnswers } from '../../src/lib/class/answering.ts';
import type { TestServer } from '../support/server.ts';
import { firstItems, TaughtClass } from '../support/taught-class.ts';
import { launch, slowDown } from './browser.ts';
import { atMost, told, type Figure } from './figure.ts';

const QUESTIONS = 60;
/** Rows that the page shows at a time. */
const PART = 100;
/** So many devices join and hand in at the same time. */
const AT_ONCE = 40;

/** A class whose pupils have all handed in. */
async function crowd(url: string, pupils: number): Promise<TaughtClass> {
	const room = await TaughtClass.make(url);
	const set = room.assignment(QUESTIONS, { title: 'Everything', confidence: true });
	await room.set(set);
	const items = firstItems(QUESTIONS);
	for (let from = 0; from < pupils; from += AT_ONCE)
		await Promise.all(
			Array.from({ length: Math.min(AT_ONCE, pupils - from) }, async (_, index) => {
				const pupil = await room.join(`Pupil ${from + index}`);
				const answers = someAnswers(items, pupil.name);
				await room.handIn(pupil, room.answered(pupil, set, answers));
			})
		);
	return room;
}

interface Opened {
	/** Milliseconds from the link to the first screen of the table, painted. */
	ms: number;
	/** And to all rows of the table's first part. */
	whole: number;
	/** The longest stretch in which a tap had to wait, in milliseconds. */
	blocked: number;
}

/** Goes to a teacher link within the page, and waits until the table is drawn with its marks. @param rows of its first part */
const openLink = (page: Page, fragment: string, rows: number): Promise<Opened> =>
	page.evaluate(
		([hash, rows]) =>
			new Promise<Opened>((done, failed) => {
				setTimeout(() => {
					failed(new Error('The gradebook was not drawn within two minutes.'));
				}, 120_000);
				let blocked = 0;
				const tasks = new PerformanceObserver((list) => {
					for (const { duration } of list.getEntries()) blocked = Math.max(blocked, duration);
				});
				tasks.observe({ type: 'longtask' });
				const began = performance.now();
				const table = '[aria-label="Pupils by questions"]';
				const painted = (then: (ms: number) => void) =>
					requestAnimationFrame(() => {
						setTimeout(() => {
							then(performance.now() - began);
						});
					});
				let ms = 0;
				const changes = new MutationObserver(() => {
					if (!document.querySelector(`${table} td.right`)) return;
					if (ms === 0) painted((time) => (ms ||= time));
					// The class has a row too.
					if (document.querySelectorAll(`${table} tbody tr`).length <= rows) return;
					changes.disconnect();
					painted((whole) => {
						// Long stretches are told a moment later.
						setTimeout(() => {
							done({ ms, whole, blocked });
						}, 500);
					});
				});
				changes.observe(document.body, { childList: true, subtree: true });
				const field = document.querySelector<HTMLInputElement>('main form input');
				if (field) field.value = hash;
				field?.dispatchEvent(new Event('input'));
				field?.form?.requestSubmit();
			}),
		[fragment, rows] as const
	);

async function measure(url: string, pupils: number, phone: boolean) {
	const room = await crowd(url, pupils);
	const rows = Math.min(pupils, PART);
	const browser = await launch();
	try {
		const viewport = phone ? { width: 360, height: 740 } : { width: 1280, height: 800 };
		const page = await (await browser.newContext({ viewport })).newPage();
		// By then the form is the script's, not the browser's.
		await page.goto(`${url}/teach/marks`, { waitUntil: 'networkidle' });
		await page.getByRole('button', { name: 'Open' }).waitFor();
		if (phone) await slowDown(page, 4);
		const first = await openLink(page, room.fragment, rows);
		// Said when all that came is kept too.
		await page.getByText('Up to date at').waitFor({ timeout: 120_000 });
		await page.evaluate(() => (location.hash = ''));
		await page.getByRole('button', { name: 'Open' }).waitFor();
		return { first, again: await openLink(page, room.fragment, rows) };
	} finally {
		await browser.close();
	}
}

/** First time is from the server, sealed; again is from what the device keeps. */
export async function gradebookPages({ url }: TestServer): Promise<Figure[]> {
	const room = await measure(url, 35, true);
	const school = await measure(url, 1500, false);
	return [
		atMost('gradebook page: 35 x 60 on a phone, first', room.first.ms, 1000, 'ms'),
		atMost('gradebook page: 35 x 60 on a phone, again', room.again.ms, 1000, 'ms'),
		told('gradebook page: 35 x 60 on a phone, first, down to the last row', room.first.whole, 'ms'),
		told('gradebook page: longest wait for a tap, phone', room.first.blocked, 'ms'),
		atMost('gradebook page: 1,500 x 60 on a laptop, first', school.first.ms, 3000, 'ms'),
		atMost('gradebook page: 1,500 x 60 on a laptop, again', school.again.ms, 3000, 'ms'),
		told(
			'gradebook page: 1,500 x 60 on a laptop, first, down to row 100',
			school.first.whole,
			'ms'
		),
		told('gradebook page: longest wait for a tap, laptop', school.first.blocked, 'ms')
	];
}
