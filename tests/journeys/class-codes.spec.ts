/** Assignments and classes as codes: shown by the teacher, scanned by a pupil. */
import type { Page } from 'playwright/test';
import { PartCollector } from '../../src/lib/class/carry/parts.ts';
import { readLink } from '../../src/lib/class/carry/link.ts';
import { unpackAssignment } from '../../src/lib/class/carry/packet.ts';
import { withCamera } from '../support/camera.ts';
import { PupilPage, Teacher } from '../support/classroom.ts';
import { codeOn, codesOn } from '../support/code-on-page.ts';
import { makeClass } from '../support/teacher-page.ts';
import { expect, test } from './fixtures.ts';

/** Modules enough that no single code holds their questions well. */
const MANY = ['1', '2', '3', '4', '5', '6'];
const POSTER = 'https://example.org/poster';

/** A class without a server, and an assignment that is given out in it. */
async function giveOutModules(page: Page, url: string, modules: readonly string[]) {
	await makeClass(page, url, 'Room 12', 'Without a server');
	await page.getByRole('link', { name: 'Set something' }).click();
	for (const module of modules)
		await page.getByRole('checkbox', { name: new RegExp(`^${module}\\. `) }).check();
	await page.getByRole('button', { name: 'Give it out' }).click();
	await expect(page.getByText('is ready. Hand it on')).toBeVisible();
}

test('a long assignment is shown as several codes, by hand or by themselves', async ({
	page,
	server
}) => {
	await page.clock.install();
	await giveOutModules(page, server.url, MANY);
	await expect(page.getByText(/One code would be too fine to scan/)).toBeVisible();
	await page.getByRole('button', { name: 'Fill the screen' }).click();
	const screen = page.getByRole('dialog');
	const codes = await codesOn(screen);
	expect(codes.length).toBeGreaterThan(1);

	const collector = new PartCollector();
	let packet;
	for (const code of codes) ({ packet } = await collector.add(code));
	if (!packet) throw new Error('The codes do not make a packet.');
	const carried = await unpackAssignment(packet);
	await page.getByRole('button', { name: 'Close' }).click();
	await page.getByText('The link', { exact: true }).click();
	const link = (await page.locator('code').textContent()) ?? '';
	expect(await unpackAssignment(await readLink(link))).toEqual(carried);

	await page.getByRole('button', { name: 'Fill the screen' }).click();
	await screen.getByLabel('Go on by itself').check();
	for (const at of [2, 1]) {
		await page.clock.runFor(codes.length === 2 ? 4000 : 4000 * (at === 2 ? 1 : codes.length - 1));
		await expect(screen.getByText(`Code ${at} of ${codes.length}`)).toBeVisible();
	}
});

test('a pupil pastes the codes one by one, in any order', async ({ page, browser, server }) => {
	await giveOutModules(page, server.url, MANY);
	const codes = await codesOn(page.getByRole('main'));
	const pupil = new PupilPage(await (await browser.newContext()).newPage());
	await pupil.page.goto(`${server.url}/join`);
	await pupil.page.getByText('You got a file').click();
	for (const [at, code] of codes.reverse().entries()) {
		await pupil.page.getByLabel('Link or text').fill(code);
		await pupil.page.getByRole('button', { name: 'Open it' }).click();
		if (at < codes.length - 1)
			await expect(
				pupil.page.getByText(`${at + 1} of ${codes.length} codes of one assignment`)
			).toBeVisible();
	}
	await pupil.joinAs('Mika');
	await expect(pupil.page.getByRole('button', { name: 'Begin', exact: true })).toBeVisible();
	await pupil.page.context().close();
});

test('a pupil scans the codes of an assignment with the camera', async ({ page, server }, info) => {
	await giveOutModules(page, server.url, MANY);
	const codes = await codesOn(page.getByRole('main'));
	const [first = '', ...rest] = codes;
	const seen = [POSTER, ...rest.reverse(), first];
	await withCamera(seen, info.outputPath('codes.y4m'), async (phone) => {
		const pupil = new PupilPage(phone);
		await phone.goto(`${server.url}/join`);
		await phone.getByRole('button', { name: 'Scan the QR code' }).click();
		await expect(phone.getByText(`of ${codes.length} codes of one assignment`)).toBeVisible();
		await pupil.joinAs('Mika');
		await expect(phone.getByRole('button', { name: 'Begin', exact: true })).toBeVisible();
	});
});

test('a pupil scans the code of a class with the camera', async ({ page, server }, info) => {
	await makeClass(page, server.url, 'History 9b');
	const code = await codeOn(page.getByRole('region', { name: 'Joining' }));
	await withCamera([POSTER, code], info.outputPath('code.y4m'), async (phone) => {
		const pupil = new PupilPage(phone);
		await phone.goto(`${server.url}/join`);
		await phone.getByRole('button', { name: 'Scan the QR code' }).click();
		await pupil.joinAs('Mika');
		await expect(phone.getByRole('heading', { name: 'History 9b' })).toBeVisible();
	});
	await expect(page.getByText('Mika', { exact: true })).toBeVisible();
});

test('a hand-in, a teacher link and a refused camera are told, with what to do', async ({
	page,
	server
}) => {
	const teacher = await Teacher.alone(server.url);
	await page.goto(`${server.url}/join`);
	await page.getByRole('button', { name: 'Scan the QR code' }).click();
	await expect(page.getByRole('alert')).toHaveText(/type the code above/);
	await page.getByText('You got a file').click();
	await page.getByLabel('Link or text').fill(`#${teacher.id}.${'A'.repeat(43)}`);
	await page.getByRole('button', { name: 'Open it' }).click();
	await expect(page.getByRole('alert').first()).toContainText(
		'This is no assignment; look for the right link'
	);
});
