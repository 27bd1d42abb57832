/** An assignment, built and given out on the teacher's own pages. */
import type { Page } from 'playwright/test';
import { expect } from '../journeys/fixtures.ts';

/** What is set: the place of the module from 1, and the questions that stay of it. */
export interface Wanted {
	title: string;
	module: number;
	prompts: readonly string[];
	attempts: number;
}

/** Builds an assignment and gives it out, from the page of a class. */
export async function giveOut(page: Page, { title, module, prompts, attempts }: Wanted) {
	await page.getByRole('link', { name: 'Set something' }).click();
	await page.getByRole('checkbox', { name: new RegExp(`^${module}\\. `) }).check();
	await page.getByText(/^See, drop or swap/).click();
	const drop = page.getByRole('button', { name: /^Drop/ });
	await expect(drop.filter({ hasText: prompts[0] ?? '' })).toBeVisible();
	const others = prompts.reduce((left, prompt) => left.filter({ hasNotText: prompt }), drop);
	await others.evaluateAll((buttons) => {
		for (const button of buttons) (button as HTMLElement).click();
	});
	await expect(drop).toHaveCount(prompts.length);
	await page.getByText('Title, note, time, attempts, order').click();
	await page.getByLabel('Title', { exact: true }).fill(title);
	await page.getByLabel('How often it may be handed in').fill(String(attempts));
	await page.getByRole('radio', { name: 'Do not ask' }).check();
	await page.getByRole('button', { name: 'Give it out' }).click();
}
