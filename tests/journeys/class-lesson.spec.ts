/**
 * A lesson: a teacher and four pupils with three phones, one of them offline all the time, one
 * shared by two, one whose hand-in is sent twice and who tries again. Whatever carries it, the
 * gradebook holds the same.
 */
import type { Browser, BrowserContext, Page } from 'playwright/test';
import { API } from '../../src/lib/class/api.ts';
import { drop, handInByHand, paste, textOf } from '../support/by-hand.ts';
import { PupilPage } from '../support/classroom.ts';
import { codeOn, codesOn } from '../support/code-on-page.ts';
import { giveOut } from '../support/give-out.ts';
import { goTo, marksIn, marksOnScreen, rowOf } from '../support/gradebook-page.ts';
import { TestPostgres } from '../support/postgres.ts';
import { answering, askedFirst, type Asked } from '../support/questions-set.ts';
import { BUILD, TestServer } from '../support/server.ts';
import { makeClass, savedText } from '../support/teacher-page.ts';
import { expect, saved, test } from './fixtures.ts';

const CLASS = 'History 9b';
const NAMES = ['Ani', 'Leyla', 'Mika', 'Nina'];
const COUNT = 3;
const ATTEMPTS = 2;

/** What each has right, attempt by attempt. */
const ANI = [1, 3] as const;
const LEYLA = 2;
const MIKA = 1;
const NINA = 3;

/** What the gradebook has to hold then: the best attempt counts. */
const MARKS = [
	{ name: 'Ani', attempts: 2, points: 3, of: COUNT, remarks: '' },
	{ name: 'Leyla', attempts: 1, points: LEYLA, of: COUNT, remarks: '' },
	{ name: 'Mika', attempts: 1, points: MIKA, of: COUNT, remarks: '' },
	{ name: 'Nina', attempts: 1, points: NINA, of: COUNT, remarks: '' }
];

// Four devices on one machine take their time where it has other work.
test.describe.configure({ timeout: 120_000 });

/** Each device is a profile of its own. */
class Devices {
	readonly #browser: Browser;
	readonly #contexts: BrowserContext[] = [];

	constructor(browser: Browser) {
		this.#browser = browser;
	}

	/** @param saves whether it keeps the app, which takes its time */
	async next(saves = false): Promise<Page> {
		const serviceWorkers = saves ? 'allow' : 'block';
		const context = await this.#browser.newContext({ serviceWorkers });
		this.#contexts.push(context);
		return context.newPage();
	}

	async pupil(saves = false): Promise<PupilPage> {
		return new PupilPage(await this.next(saves));
	}

	async putAway() {
		for (const context of this.#contexts) await context.close();
	}
}

const wanted = (asked: readonly Asked[]) => ({
	title: 'The first lesson',
	module: 1,
	prompts: asked.map(({ prompt }) => prompt),
	attempts: ATTEMPTS
});

/** The class, what is set in it, and its gradebook in a tab beside. */
async function prepareLesson(page: Page, url: string, asked: readonly Asked[]) {
	const teacherLink = await makeClass(page, url, CLASS, 'With the class server', NAMES);
	await giveOut(page, wanted(asked));
	await expect(page.getByText(`is given out to ${CLASS}`)).toBeVisible();
	await page.getByRole('link', { name: 'Back to the class' }).click();
	const joinLink = await codeOn(page.getByRole('region', { name: 'Joining' }));
	const book = await page.context().newPage();
	await book.goto(`${url}/teach/marks${new URL(teacherLink).hash}`);
	return { joinLink, book };
}

/** The pupil cannot do more, and sees what is handed in. */
async function expectHandedIn(pupil: PupilPage) {
	await expect(pupil.status).toHaveText(/^Handed in/);
}

/** Her phone hears nothing of the first answer, and she taps twice: it is sent again, and it is one. */
async function handInOverABadLine(pupil: PupilPage) {
	const { page } = pupil;
	const answers: number[] = [];
	await page.route(`**${API}/classes/*/hand-ins/*`, async (route) => {
		const answer = await route.fetch();
		answers.push(answer.status());
		if (answers.length === 1) await route.abort();
		else await route.fulfill({ response: answer });
	});
	await page.getByRole('button', { name: 'Hand in', exact: true }).dblclick();
	await expectHandedIn(pupil);
	expect(answers).toEqual([201, 200]);
}

async function tryAgain(pupil: PupilPage, asked: readonly Asked[], right: number) {
	await pupil.page.getByRole('link', { name: 'Back to the class' }).click();
	await expect(pupil.page.getByText('1 of 2 attempts left')).toBeVisible();
	await pupil.work(COUNT, 'Begin again', answering(asked, right));
}

async function expectNoMoreAttempts({ page }: PupilPage) {
	await page.getByRole('link', { name: 'Back to the class' }).click();
	await expect(page.getByText('You have handed it in as often as you may.')).toBeVisible();
	await expect(page.getByRole('button', { name: /^Begin/ })).toHaveCount(0);
}

/** Nothing of her name or work is left for the next. */
async function leaveThePhone(pupil: PupilPage) {
	await pupil.page.getByRole('link', { name: 'Back to the class' }).click();
	await pupil.leave();
	await expect(pupil.page.getByText('You are here as')).toHaveCount(0);
	expect(await pupil.kept()).toBe('[]');
}

async function expectNothingOf(name: string, { page }: PupilPage) {
	await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeVisible();
	await expect(page.getByRole('main')).not.toContainText(name);
	await expect(page.getByRole('link', { name: /^Attempt/ })).toHaveCount(0);
}

/** The screen and the file: these pupils, attempts and marks, and no others. */
async function expectMarks(book: Page) {
	await goTo(book, 'Pupils');
	await expect(book.locator('dl').first()).toHaveText(/Pupils\s*4.*Handed in\s*4/s);
	await expect
		.poll(() => marksOnScreen(book))
		.toEqual(MARKS.map(({ name, points, of }) => ({ name, points, of })));
	expect(await marksIn(book)).toEqual(MARKS);
}

/** The lesson with a class server. */
async function lesson(browser: Browser, url: string) {
	const asked = await askedFirst(url, COUNT);
	const devices = new Devices(browser);
	const { joinLink, book } = await prepareLesson(await devices.next(), url, asked);

	const leyla = await devices.pupil(true);
	await leyla.join(joinLink, 'Leyla');
	await leyla.page.getByRole('button', { name: 'Begin' }).waitFor();
	await saved(leyla.page);
	await leyla.page.context().setOffline(true);
	await leyla.page.goto(`${url}/class`);
	await leyla.work(COUNT, 'Begin', answering(asked, LEYLA));
	await leyla.handIn();
	await expect(leyla.status).toHaveText('Not handed in yet: it waits to be sent.');

	const ani = await devices.pupil();
	await ani.join(joinLink, 'Ani');
	await ani.work(COUNT, 'Begin', answering(asked, ANI[0]));
	await handInOverABadLine(ani);
	await expect(rowOf(book, 'Ani')).toContainText('handed in');
	await expect(rowOf(book, 'Leyla')).toContainText('not begun');
	await tryAgain(ani, asked, ANI[1]);
	await ani.handIn();
	await expectHandedIn(ani);
	await expectNoMoreAttempts(ani);

	const shared = await devices.pupil();
	await shared.join(joinLink, 'Mika');
	await shared.work(COUNT, 'Begin', answering(asked, MIKA));
	await shared.handIn();
	await expectHandedIn(shared);
	await leaveThePhone(shared);
	await shared.join(joinLink, 'Nina');
	await expectNothingOf('Mika', shared);
	await shared.work(COUNT, 'Begin', answering(asked, NINA));
	await shared.handIn();
	await expectHandedIn(shared);

	await leyla.page.context().setOffline(false);
	await expectHandedIn(leyla);
	await book.reload();
	await expectMarks(book);
	await devices.putAway();
}

test('a lesson with a class server that keeps it in a file', async ({ browser, server }) => {
	await lesson(browser, server.url);
});

test('the same lesson with a class server that keeps it in PostgreSQL', async ({ browser }) => {
	const postgres = await TestPostgres.start();
	test.skip(!postgres, 'There is no PostgreSQL here.');
	const server = await TestServer.start(BUILD, { DATABASE_URL: await postgres?.database() });
	await lesson(browser, server.url);
	await server.stop();
	await postgres?.stop();
});

/** The class and what is set, as a link and as a file, while the app can still be fetched. */
async function prepareAlone(page: Page, url: string, asked: readonly Asked[]) {
	await visit(page, url);
	const teacherLink = await makeClass(page, url, CLASS, 'Without a server', NAMES);
	await giveOut(page, wanted(asked));
	const code = await codeOn(page.getByRole('main'));
	const file = await savedText(page);
	const book = await page.context().newPage();
	await book.goto(`${url}/teach/marks${new URL(teacherLink).hash}`);
	await expect(book.getByText(`On the list and not handed in: ${NAMES.join(', ')}`)).toBeVisible();
	await goTo(book, 'Collect');
	return { code, file, book };
}

/** One visit, after which the app is on the device; four at once take their time. */
async function visit(page: Page, url: string) {
	await page.goto(url);
	await expect(page.getByRole('contentinfo')).toContainText('everything works without a network', {
		timeout: 60_000
	});
}

/** Goes in by the file of the assignment. */
async function takeFile(pupil: PupilPage, url: string, file: string, name: string) {
	await pupil.page.goto(`${url}/join`);
	await pupil.page.getByText('You got a file').click();
	await pupil.page.getByLabel('Choose a file').setInputFiles({
		name: 'assignment.json',
		mimeType: 'application/json',
		buffer: Buffer.from(file)
	});
	await pupil.joinAs(name);
}

test('the same lesson with no server at all, by links, files and codes', async ({
	browser,
	server
}) => {
	const { url } = server;
	const asked = await askedFirst(url, COUNT);
	const devices = new Devices(browser);
	const desk = await devices.next(true);
	const ani = await devices.pupil(true);
	const leyla = await devices.pupil(true);
	const shared = await devices.pupil(true);
	const [{ code, file, book }] = await Promise.all([
		prepareAlone(desk, url, asked),
		...[ani, leyla, shared].map(({ page }) => visit(page, url))
	]);
	await server.stop();

	await leyla.page.context().setOffline(true);
	await takeFile(leyla, url, file, 'Leyla');
	await leyla.work(COUNT, 'Begin', answering(asked, LEYLA));
	await handInByHand(leyla);
	await drop(book, await savedText(leyla.page), 'Leyla: The first lesson, taken in.');

	await ani.join(code, 'Ani');
	await ani.work(COUNT, 'Begin', answering(asked, ANI[0]));
	await handInByHand(ani);
	const text = await textOf(ani);
	await paste(book, [text], 'Ani: The first lesson, taken in.');
	await paste(book, await codesOn(ani.page), 'Ani: The first lesson, was here already.');
	await tryAgain(ani, asked, ANI[1]);
	await handInByHand(ani);
	const again = await textOf(ani);
	expect(again).not.toBe(text);
	await paste(book, [again, text], 'Ani: The first lesson, taken in.');
	await expectNoMoreAttempts(ani);

	await shared.join(code, 'Mika');
	await shared.work(COUNT, 'Begin', answering(asked, MIKA));
	await handInByHand(shared);
	const codes = await codesOn(shared.page);
	await paste(book, codes.reverse(), 'Mika: The first lesson, taken in.');
	await shared.page.getByLabel('My teacher has it').check();
	await leaveThePhone(shared);
	await shared.join(code, 'Nina');
	await expectNothingOf('Mika', shared);
	await shared.work(COUNT, 'Begin', answering(asked, NINA));
	await handInByHand(shared);
	await drop(book, await savedText(shared.page), 'Nina: The first lesson, taken in.');

	await expectMarks(book);
	await book.reload();
	await expectMarks(book);
	await devices.putAway();
});
