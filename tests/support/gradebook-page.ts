/** The gradebook as its page shows it. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';

export const grid = (page: Page): Locator =>
	page.getByRole('region', { name: 'Pupils by questions' });

/** The row of a pupil. */
export const rowOf = (page: Page, name: string): Locator =>
	grid(page)
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name }) });

/** Opens another view. */
export const goTo = (page: Page, view: string): Promise<void> =>
	page
		.getByRole('navigation', { name: 'Gradebook' })
		.getByRole('link', { name: view, exact: true })
		.click();

/** What the gradebook holds of a pupil. */
export interface Mark {
	name: string;
	attempts: number;
	points: number;
	of: number;
	/** Such as "late". */
	remarks: string;
}

/** All pupils of the file of marks, by name. */
export async function marksIn(page: Page): Promise<Mark[]> {
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Marks as CSV' }).click();
	const csv = await readFile(await (await downloading).path(), 'utf8');
	const [, ...lines] = csv.trim().split('\r\n');
	const marks = lines.map((line): Mark => {
		const [name = '', , remarks = '', attempts, points, of] = line.split(',');
		return { name, attempts: Number(attempts), points: Number(points), of: Number(of), remarks };
	});
	return marks.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names and points of all rows that the screen has now, by name; the class's own row is left out. */
export async function marksOnScreen(page: Page): Promise<Pick<Mark, 'name' | 'points' | 'of'>[]> {
	const rows = await grid(page).locator('tbody tr:not(.class)').all();
	const marks = await Promise.all(
		rows.map(async (row) => {
			const name = await row.getByRole('link').first().innerText();
			const text = await row.getByRole('cell').first().innerText();
			const [points, of] = text.split(' of ').map(Number);
			return { name, points: points ?? NaN, of: of ?? NaN };
		})
	);
	return marks.sort((a, b) => (a.name < b.name ? -1 : 1));
}
