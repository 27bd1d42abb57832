import { firstItems, TaughtClass } from '../support/taught-class.ts';
import { expect, test } from './fixtures.ts';

/** Width of a sheet of A4 within margins of a centimetre, in CSS pixels. */
const SHEET = 718;

test('marks of a long test fit a sheet of paper, with long names', async ({ page, server }) => {
	const room = await TaughtClass.make(server.url);
	const set = room.assignment(26, { title: 'A long test' });
	await room.set(set);
	for (const name of [
		'Wolfeschlegelsteinhausenbergerdorffwelte',
		'Ani Ter-Hovhannisyan of Row Two'
	]) {
		const pupil = await room.join(name);
		await room.handIn(pupil, room.answered(pupil, set));
	}
	await page.setViewportSize({ width: SHEET, height: 1000 });
	await page.goto(`${server.url}/teach/marks${room.fragment}`);
	await expect(page.getByRole('link', { name: /^Ani/ }).first()).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	const questions = page.getByRole('region', { name: 'Pupils by questions' });
	await expect(questions).toHaveCount(3);
	await expect(page.getByText(/As of .*\d{4} at \d\d:\d\d/)).toBeVisible();
	const legend = page.locator('.legend > li');
	await expect(legend).toHaveCount(26);
	await expect(legend.first()).toHaveText(firstItems(1)[0]?.prompt ?? '');
	const tables = page.getByRole('table');
	for (const table of await tables.all()) {
		const box = await table.boundingBox();
		expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(SHEET);
	}
});
