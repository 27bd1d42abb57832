import { appendFileSync, cpSync, readFileSync, rmSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright/test';
import { noteOf } from '../../src/lib/local/marks.ts';
import { keptAnswers, keptRows } from '../support/kept.ts';
import { mark } from '../support/marks.ts';
import { QuizPage } from '../support/quiz-page.ts';
import { rightResponse, wrongResponse } from '../support/questions.ts';
import { BUILD, type TestServer } from '../support/server.ts';
import { expect, saved, test } from './fixtures.ts';

const DAYS = 30;
const MOVE = 15;
const BEGIN = Date.parse('2026-11-01T09:00:00Z');
const DAY = 86_400_000;
const FOLDER = '.cache/month';

/** Every third day brings a version. */
const isUpdate = (day: number) => day % 3 === 2;
/** Days without a network, and days on which the server is gone as well. */
const isOffline = (day: number) => [3, 4, 6, 7, 18, 19, 21, 22].includes(day);
const isServerGone = (day: number) => [6, 7, 21, 22].includes(day);

/** The same app with another worker: to the browser and to every open tab that is a new version. */
function version(day: number): string {
	const folder = `${FOLDER}/${day}`;
	cpSync(BUILD, folder, { recursive: true });
	for (const end of ['.br', '.gz']) rmSync(`${folder}/client/service-worker.js${end}`);
	appendFileSync(`${folder}/client/service-worker.js`, `\n// of day ${day}\n`);
	return folder;
}

test.afterAll(() => {
	rmSync(FOLDER, { recursive: true, force: true });
});

/** A device with two tabs, the app saved on it. */
async function device(context: BrowserContext, url: string) {
	await context.clock.setFixedTime(BEGIN);
	const [tab, other] = [await context.newPage(), await context.newPage()];
	for (const page of [tab, other]) {
		await page.goto(url);
		await saved(page);
	}
	// A tab behind another is drawn once a second.
	await tab.bringToFront();
	return { context, tab, other, quiz: await QuizPage.of(tab, url) };
}

type Device = Awaited<ReturnType<typeof device>>;

/** The server comes back with a new version, which one tab accepts for both. */
async function update({ tab, other }: Device, server: TestServer, day: number) {
	await server.stop();
	await server.start(version(day));
	await tab.evaluate(async () => {
		await (await navigator.serviceWorker.getRegistration())?.update();
	});
	const use = tab.getByRole('button', { name: 'Use it now' });
	await expect(use).toBeVisible();
	await Promise.all([tab.waitForEvent('load'), other.waitForEvent('load'), use.click()]);
	await saved(tab);
}

/** The days on which each question was answered. */
const answersOf = async (page: Page) =>
	(await keptAnswers(page))
		.map(({ item, at }) => `${Math.floor((at - BEGIN) / DAY)} ${item}`)
		.sort();

test('a month of study: every answer, bookmark and note is there at its end', async ({
	browser,
	server
}) => {
	test.setTimeout(240_000);
	let at = await device(await browser.newContext(), server.url);
	const given: string[] = [];
	const marked: [card: string, note: string][] = [];
	const { module, cards } = at.quiz.pack;
	let updates = 0;

	for (let day = 0; day < DAYS; day++) {
		await at.context.clock.setFixedTime(BEGIN + day * DAY);
		if (day === MOVE) at = await moveOn(at, await browser.newContext(), server.url);
		await at.context.clock.setFixedTime(BEGIN + day * DAY);
		await at.context.setOffline(isOffline(day));
		if (isServerGone(day)) await server.stop();
		if (isUpdate(day)) {
			await update(at, server, day);
			updates++;
		}
		const item = await at.quiz.answerOne(server.url, day % 4 ? rightResponse : wrongResponse);
		given.push(`${day} ${item.id}`);
		if (day % 5 === 0) {
			const card = cards[day / 5]?.id ?? '';
			const note = `Noted on day ${day}`;
			await at.tab.goto(`${server.url}/modules/${module}/cards/${card}`);
			await mark(at.tab, note);
			marked.push([card, note]);
		}
	}

	expect(updates).toBe(10);
	expect(await answersOf(at.tab)).toEqual(given.sort());
	const marks = await keptRows(at.tab, 'marks');
	expect(marks.map((row) => [row.card, noteOf(row)]).sort()).toEqual(marked.sort());
	expect(marks.every(({ bookmarked }) => bookmarked)).toBe(true);
	expect(backedUp(await backup(at.tab, server.url))).toEqual({ attempts: DAYS, marks: 6 });
	await at.tab.goto(`${server.url}/review`);
	await expect(at.tab.getByRole('button', { name: 'Five minutes' })).toBeVisible();
});

/** Saves a backup and returns its path. */
async function backup(page: Page, url: string): Promise<string> {
	await page.goto(`${url}/settings`);
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup' }).click();
	return (await downloading).path();
}

function backedUp(path: string) {
	const { attempts, marks } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown[]>;
	return { attempts: attempts?.length, marks: marks?.length };
}

/** To another device, by a backup; the old one is given away. */
async function moveOn(from: Device, to: BrowserContext, url: string): Promise<Device> {
	const path = await backup(from.tab, url);
	const next = await device(to, url);
	await next.tab.goto(`${url}/settings`);
	await next.tab.getByLabel('Take a backup over').setInputFiles({
		name: 'backup.json',
		mimeType: 'application/json',
		buffer: readFileSync(path)
	});
	await expect(next.tab.getByText(`Taken over: ${MOVE} answers`)).toBeVisible();
	await from.context.close();
	return next;
}
