/** A bookmark and a note on the card that is open, as its reader makes them. */
import { expect, type Page } from 'playwright/test';

export const bookmark = (page: Page) => page.getByRole('button', { name: 'Bookmark' });
export const field = (page: Page) => page.getByRole('textbox', { name: 'Your note' });
export const noteSaved = (page: Page) => page.getByText('Saved on this device.');

export async function openNote(page: Page) {
	await page.getByRole('button', { name: /^(Your n|N)ote$/ }).click();
	await expect(field(page)).toBeFocused();
}

export async function mark(page: Page, note: string) {
	await bookmark(page).click();
	await expect(bookmark(page)).toHaveAttribute('aria-pressed', 'true');
	await openNote(page);
	await field(page).fill(note);
	await field(page).blur();
	await expect(noteSaved(page)).toBeVisible();
}
