import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { someAnswers } from '../../src/lib/class/answering.ts';
import { printAssignmentFile, printHandInFile } from '../../src/lib/class/carry/file.ts';
import { printLink } from '../../src/lib/class/carry/link.ts';
import { printParts } from '../../src/lib/class/carry/parts.ts';
import { withCamera } from '../support/camera.ts';
import { goTo, grid, rowOf } from '../support/gradebook-page.ts';
import { firstItems, TaughtClass } from '../support/taught-class.ts';
import { makeClass } from '../support/teacher-page.ts';
import { expect, test } from './fixtures.ts';

const QUESTIONS = 6;
const NAMES = ['Ani', 'Bella', 'Clara'] as const;

/** Three pupils who joined and handed in. */
async function lesson(url: string) {
	const room = await TaughtClass.make(url);
	const set = room.assignment(QUESTIONS, { title: 'The first days', attempts: 1 });
	await room.set(set);
	const pupils = await Promise.all(NAMES.map((name) => room.join(name)));
	for (const pupil of pupils) await room.handIn(pupil, room.answered(pupil, set));
	return { room, set, pupils };
}

const open = async (page: Page, url: string, fragment: string) => {
	await page.goto(`${url}/teach/marks${fragment}`);
	await expect(page.getByText('Class 9b')).toBeVisible();
};

/** Points, per cent and the points of each question, as the screen shows them. */
async function onScreen(row: Locator): Promise<string[]> {
	// A view opens before its table.
	await row.waitFor();
	const cells = await row.getByRole('cell').allInnerTexts();
	return cells.map((text) => /[\d.]+/.exec(text)?.[0] ?? '');
}

/** Fields of a file without quoted ones in the rows that are looked at. */
const fieldsOf = (csv: string, name: string): string[] =>
	csv
		.split('\r\n')
		.find((line) => line.startsWith(`${name},`))
		?.split(',') ?? [];

async function saved(page: Page, button: string): Promise<Buffer> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).click()
	]);
	return readFile(await download.path());
}

test('the screen and the file hold the same figures, and a spreadsheet comes out', async ({
	page,
	server
}) => {
	const { room } = await lesson(server.url);
	await open(page, server.url, room.fragment);
	await expect(grid(page).getByRole('row')).toHaveCount(NAMES.length + 2);
	const csv = (await saved(page, 'Marks as CSV')).toString('utf8');
	const shares = page.getByRole('region', { name: 'Marks by module and by skill' });
	for (const name of NAMES) {
		const [points, percent, ...cells] = await onScreen(rowOf(page, name));
		const fields = fieldsOf(csv, name);
		expect(fields.slice(4, 5)).toEqual([points]);
		expect(fields.slice(6, 7)).toEqual([percent]);
		expect(fields.slice(-QUESTIONS)).toEqual(cells);
		const row = shares.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
		expect(fields.slice(6, -QUESTIONS)).toEqual(await onScreen(row));
	}
	const sheet = await saved(page, 'Both as a spreadsheet');
	expect(sheet.subarray(0, 2).toString()).toBe('PK');
	expect(sheet.includes('xl/worksheets/sheet2.xml')).toBe(true);
});

test('each name of the list has a row on the screen and in the file, under the questions’ own words', async ({
	page,
	server
}) => {
	await makeClass(page, server.url, 'History 9c', 'With the class server', ['Ana', 'Ben']);
	await page.getByRole('link', { name: 'Set something' }).click();
	await page.getByRole('checkbox', { name: /^1\. / }).check();
	await page.getByRole('button', { name: 'Give it out' }).click();
	await page.getByRole('link', { name: 'Back to the class' }).click();
	await page.getByRole('link', { name: 'Gradebook' }).click();
	await expect(rowOf(page, 'Ben')).toContainText('not joined');
	await expect(rowOf(page, 'Ben').getByRole('cell').nth(3)).toHaveText('');
	const csv = (await saved(page, 'Marks as CSV')).toString('utf8');
	expect(fieldsOf(csv, 'Ben').slice(0, 4)).toEqual(['Ben', '', 'nothing handed in', '0']);
	expect(csv).toContain(`1. ${firstItems(1)[0]?.prompt}`);
});

test('a question taken out and a mark set by hand are worked in, on a second device too', async ({
	browser,
	page,
	server
}) => {
	const { room } = await lesson(server.url);
	await open(page, server.url, room.fragment);
	await grid(page).getByRole('link', { name: 'Question 1', exact: true }).click();
	await page.getByRole('button', { name: 'Take it out' }).click();
	await expect(page.getByRole('alert')).toHaveText(/reason/);
	await page.getByRole('textbox', { name: 'Reason' }).fill('Two right answers');
	await page.getByRole('button', { name: 'Take it out' }).click();
	await expect(page.getByText('Taken out: it counts for nobody.')).toBeVisible();

	await goTo(page, 'Pupils');
	await expect(rowOf(page, 'Ani').getByRole('cell').first()).toHaveText(/ of 5$/);
	const before = await onScreen(rowOf(page, 'Ani'));
	await grid(page).getByRole('link', { name: 'Ani' }).click();
	const answer = page.getByRole('listitem').filter({ hasText: '2. ' }).first();
	await answer.locator('summary').first().click();
	const points = before[3] === '0' ? '1' : '0';
	await answer.getByRole('spinbutton').fill(points);
	await answer.getByRole('textbox', { name: 'Reason' }).fill('Said so in class');
	await answer.getByRole('button', { name: 'Set the mark' }).click();
	await expect(answer.getByText('You set this mark: Said so in class')).toBeVisible();

	await goTo(page, 'Pupils');
	await expect(rowOf(page, 'Ani').getByRole('cell').nth(3)).toContainText(`${points}*`);
	const after = await onScreen(rowOf(page, 'Ani'));
	const change = Number(points) - Number(before[3]);
	expect(Number(after[0])).toBeCloseTo(Number(before[0]) + change);

	const other = await browser.newContext();
	const second = await other.newPage();
	await open(second, server.url, room.fragment);
	await expect(rowOf(second, 'Ani').getByRole('cell').nth(3)).toContainText(`${points}*`);
	expect(await onScreen(rowOf(second, 'Ani'))).toEqual(after);
	await other.close();
});

test('who works and who hands in appears by itself; an attempt too many is flagged', async ({
	page,
	server
}) => {
	const { room, set, pupils } = await lesson(server.url);
	await open(page, server.url, room.fragment);
	const dora = await room.join('Dora');
	await room.works(dora, set, 4);
	await expect(rowOf(page, 'Dora')).toContainText('at 4 of 6');
	await room.handIn(dora, room.answered(dora, set));
	await expect(rowOf(page, 'Dora')).toContainText('handed in');
	const [ani] = pupils;
	if (!ani) throw new Error('Nobody joined.');
	await room.handIn(ani, room.answered(ani, set, undefined, { attempt: 2 }));
	await expect(rowOf(page, 'Ani')).toContainText('1 more than allowed');
});

test('a page opened without the network shows what was there, and names stay hidden over a reload', async ({
	context,
	page,
	server
}) => {
	const { room } = await lesson(server.url);
	await open(page, server.url, room.fragment);
	await expect(rowOf(page, 'Ani')).toBeVisible();
	await page.getByRole('switch', { name: 'Hide names' }).check();
	await expect(rowOf(page, 'Pupil 1')).toBeVisible();
	await expect(page.getByText('Ani')).toHaveCount(0);
	await context.route('**/api/**', (route) => route.abort());
	await page.reload();
	await expect(rowOf(page, 'Pupil 3')).toBeVisible();
	await expect(page.getByText('Ani')).toHaveCount(0);
	await expect(page.getByText('could not be reached')).toBeVisible();
});

test('two names of one pupil are put together, and a hand-in is set aside', async ({
	page,
	server
}) => {
	const { room } = await lesson(server.url);
	await open(page, server.url, room.fragment);
	await grid(page).getByRole('link', { name: 'Bella' }).click();
	await page.getByRole('combobox', { name: 'The same pupil as Bella' }).selectOption('Clara');
	await page.getByRole('button', { name: 'Put together' }).click();
	await expect(page.getByText('Counts here too: Clara')).toBeVisible();
	await page.getByText('Set this hand-in aside').click();
	await page.getByRole('textbox', { name: 'Reason' }).first().fill('Under a wrong name');
	await page.getByRole('button', { name: 'Set it aside' }).click();
	await goTo(page, 'Pupils');
	await expect(rowOf(page, 'Clara')).toHaveCount(0);
	await expect(page.getByText('Bella, attempt 1: Under a wrong name')).toBeVisible();
});

test('hand-ins come as files, links and codes, in any order and twice, and count once', async ({
	page,
	server
}) => {
	const room = await TaughtClass.make(server.url);
	const set = room.assignment(QUESTIONS, { title: 'The first days' });
	await room.set(set);
	const answers = someAnswers(firstItems(QUESTIONS), 'seed');
	const documents = NAMES.map((name, index) =>
		room.answered({ id: `${room.id.slice(0, -1)}${index}`, name }, set, answers)
	);
	const [ani, bella, clara] = await Promise.all(documents.map((each) => room.packet(each)));
	if (!ani || !bella || !clara) throw new Error('Nobody handed in.');

	await open(page, server.url, room.fragment);
	await goTo(page, 'Collect');
	const file = { mimeType: 'application/json', buffer: Buffer.from(printHandInFile([ani, bella])) };
	await page.getByLabel('Choose files').setInputFiles([
		{ name: 'two.json', ...file },
		{ name: 'again.json', ...file },
		{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([255, 216]) }
	]);
	await expect(page.getByText('Ani: The first days, taken in.').last()).toBeVisible();
	await expect(page.getByText('Bella: The first days, was here already.').last()).toBeVisible();
	await expect(page.getByText('photo.jpg, not taken in.').last()).toBeVisible();

	const link = `https://school.example/${await printLink(bella)}`;
	const codes = [...(await printParts(clara))].reverse();
	await page.getByRole('textbox').fill([link, ...codes].join('\n'));
	await page.getByRole('button', { name: 'Take in' }).click();
	await expect(page.getByText('Clara: The first days, taken in.').last()).toBeVisible();

	await goTo(page, 'Pupils');
	await expect(grid(page).getByRole('row')).toHaveCount(NAMES.length + 2);
	const rows = await Promise.all(NAMES.map((name) => onScreen(rowOf(page, name))));
	expect(new Set(rows.map(String)).size).toBe(1);
	await page.reload();
	await expect(grid(page).getByRole('row')).toHaveCount(NAMES.length + 2);
});

test('what one device takes in is in the gradebook of the other, and goes with its pupil', async ({
	browser,
	page,
	server
}) => {
	const { room, set, pupils } = await lesson(server.url);
	const [ani] = pupils;
	if (!ani) throw new Error('Nobody joined.');
	await open(page, server.url, room.fragment);
	await expect(rowOf(page, 'Ani')).toBeVisible();
	await goTo(page, 'Collect');
	await expect(page.getByRole('heading', { name: 'Paste' })).toBeVisible();
	const absent = { id: `${room.id.slice(0, -1)}9`, name: 'Dora' };
	const works = [room.answered(ani, set, undefined, { attempt: 2 }), room.answered(absent, set)];
	for (const work of works) {
		await page.getByRole('textbox').fill(await printLink(await room.packet(work)));
		await page.getByRole('button', { name: 'Take in' }).click();
		await expect(
			page.getByText(`${work.member.name}: The first days, taken in.`).last()
		).toBeVisible();
	}
	const other = await browser.newContext();
	const second = await other.newPage();
	await open(second, server.url, room.fragment);
	await expect(rowOf(second, 'Dora')).toContainText('handed in');
	await expect(rowOf(second, 'Ani')).toContainText('2 attempts');
	await goTo(page, 'Pupils');
	expect(await onScreen(rowOf(second, 'Dora'))).toEqual(await onScreen(rowOf(page, 'Dora')));
	await second.reload();
	await expect(rowOf(second, 'Ani')).toContainText('2 attempts');

	await second.goto(`${server.url}/teach/class${room.fragment}`);
	await second.getByRole('checkbox', { name: /^Ani/ }).check();
	await second.getByRole('button', { name: 'Remove the chosen pupil' }).click();
	await second.getByRole('button', { name: 'Remove, delete hand-ins' }).click();
	await expect(second.getByRole('checkbox', { name: /^Ani/ })).toHaveCount(0);
	await open(second, server.url, room.fragment);
	await expect(rowOf(second, 'Dora')).toBeVisible();
	await expect(rowOf(second, 'Ani')).toHaveCount(0);
	await other.close();
	const third = await (await browser.newContext()).newPage();
	await open(third, server.url, room.fragment);
	await expect(rowOf(third, 'Dora')).toBeVisible();
	await expect(rowOf(third, 'Ani')).toHaveCount(0);
	await third.context().close();
});

test('codes on a pupil’s screen are scanned by the camera, part after part', async ({
	server
}, info) => {
	const room = await TaughtClass.make(server.url);
	const set = room.assignment(30, { title: 'The first days' });
	await room.set(set);
	const member = { id: room.id, name: 'Ani' };
	const codes = await printParts(await room.packet(room.answered(member, set)));
	expect(codes.length).toBeGreaterThan(1);
	await withCamera(codes, info.outputPath('codes.y4m'), async (page) => {
		await open(page, server.url, room.fragment);
		await goTo(page, 'Collect');
		await page.getByRole('button', { name: 'Start the camera' }).click();
		await expect(page.getByText('Ani: The first days, taken in.').last()).toBeVisible();
		await page.getByRole('button', { name: 'Stop the camera' }).click();
		await goTo(page, 'Pupils');
		await expect(rowOf(page, 'Ani')).toBeVisible();
	});
});

test('a camera that is refused is said, with the other ways', async ({ page, server }) => {
	const room = await TaughtClass.make(server.url);
	await open(page, server.url, room.fragment);
	await goTo(page, 'Collect');
	await page.getByRole('button', { name: 'Start the camera' }).click();
	await expect(page.getByRole('alert')).toHaveText(/files or pasted texts/);
});

test('a class without a server is collected for: the assignment by its file, hand-ins by theirs', async ({
	page,
	server
}) => {
	const room = await TaughtClass.unserved();
	const set = room.assignment(QUESTIONS, { title: 'The first days' });
	const packet = await room.packet(room.answered({ id: room.id, name: 'Ani' }, set));
	const file = (name: string, text: string) => ({
		name,
		mimeType: 'application/json',
		buffer: Buffer.from(text)
	});
	await page.goto(`${server.url}/teach/marks${room.fragment}`);
	await expect(page.getByText('No server has this class')).toBeVisible();
	await goTo(page, 'Collect');
	const files = page.getByLabel('Choose files');
	await files.setInputFiles(file('work.json', printHandInFile([packet])));
	await expect(page.getByText('1 hand-in belongs to an assignment')).toBeVisible();
	await files.setInputFiles(file('set.json', printAssignmentFile(set)));
	await expect(page.getByText('the assignment “The first days”, taken in.').last()).toBeVisible();
	await goTo(page, 'Pupils');
	await grid(page).getByRole('link', { name: 'Question 1', exact: true }).click();
	await page.getByRole('textbox', { name: 'Reason' }).fill('Unclear');
	await page.getByRole('button', { name: 'Take it out' }).click();
	await expect(page.getByText('Taken out: it counts for nobody.')).toBeVisible();
	await page.reload();
	await expect(page.getByText('Taken out: it counts for nobody.')).toBeVisible();
});

test('a whole year is shown in parts, each down to its last row, and printed whole', async ({
	page,
	server
}) => {
	const room = await TaughtClass.make(server.url);
	await room.set(room.assignment(QUESTIONS));
	await Promise.all(Array.from({ length: 115 }, (_, at) => room.join(`Pupil ${at + 1}`)));
	await open(page, server.url, room.fragment);
	const names = grid(page).getByRole('rowheader').getByRole('link');
	await expect(names).toHaveCount(100);
	await expect(names.last()).toHaveText('Pupil 100');
	await page.getByRole('button', { name: 'The next 100' }).click();
	await expect(names).toHaveText(Array.from({ length: 15 }, (_, at) => `Pupil ${at + 101}`));
	await page.getByRole('button', { name: 'The 100 before' }).click();
	await expect(names).toHaveCount(100);
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	expect(await names.count()).toBe(115);
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	expect(await names.count()).toBe(100);
});
