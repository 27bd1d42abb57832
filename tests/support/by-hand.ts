/** Hand-ins that people carry: the pupil's end and the teacher's. */
import type { Page } from 'playwright/test';
import { expect } from '../journeys/fixtures.ts';
import type { PupilPage } from './classroom.ts';

/** Hands in where no server takes it. */
export async function handInByHand(pupil: PupilPage) {
	await pupil.handIn();
	await expect(pupil.status).toHaveText(
		/^Not handed in yet: show the code to your teacher, or send/
	);
}

/** The hand-in as text, as the pupil may send it. */
export async function textOf({ page }: PupilPage): Promise<string> {
	await page.getByText('The same as text').click();
	const field = page.getByLabel('Hand-in as text');
	await expect(field).toHaveValue(/^#h1\./);
	return field.inputValue();
}

/** Pastes what pupils sent into the gradebook. @param outcome what is said of one of them */
export async function paste(book: Page, texts: readonly string[], outcome: string) {
	await book.getByRole('textbox').fill(texts.join('\n'));
	await book.getByRole('button', { name: 'Take in' }).click();
	await expect(book.getByRole('listitem').filter({ hasText: outcome }).first()).toBeVisible();
}

/** Takes a pupil's file into the gradebook. @param outcome what is said of it */
export async function drop(book: Page, text: string, outcome: string) {
	await book.getByLabel('Choose files').setInputFiles({
		name: 'hand-in.json',
		mimeType: 'application/json',
		buffer: Buffer.from(text)
	});
	await expect(book.getByRole('listitem').filter({ hasText: outcome }).first()).toBeVisible();
}
