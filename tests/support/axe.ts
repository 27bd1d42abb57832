/** The looks in which no page may be hard to use, and what axe finds wrong with a page. */
import axe from 'axe-core';
import type { Page } from 'playwright';

/** What a reader can choose in the settings, as the app keeps it. */
export const LOOKS = {
	light: { theme: 'light' },
	dark: { theme: 'dark' },
	'200 % text': { size: '200' },
	'high contrast, wide spacing, dark': { theme: 'dark', contrast: 'more', spacing: 'wide' }
};

/** Whatever the page opens from now on has this look. */
export const wear = (page: Page, look: object) =>
	page.addInitScript((kept) => {
		localStorage.setItem('look', kept);
	}, JSON.stringify(look));

/** One line for each sort of mistake. */
export async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const { violations: found } = await page.evaluate(() =>
		(window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] })
	);
	return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
