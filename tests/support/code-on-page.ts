/** QR codes that a page shows, read from their drawings. */
import decodeQR from 'qr/decode.js';
import type { Locator, Page } from 'playwright/test';

/** Pixels of a square. */
const SCALE = 4;

/** @param within the part of the page in which the code stands */
export async function codeOn(within: Page | Locator): Promise<string> {
	const drawing = within.getByRole('img', { name: /^QR code/ });
	const path = (await drawing.locator('path').getAttribute('d')) ?? '';
	const side = Number((await drawing.getAttribute('viewBox'))?.split(' ')[2]);
	const width = side * SCALE;
	const data = new Uint8Array(width * width * 4).fill(255);
	for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
		for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++)
			data.fill(
				0,
				(row * width + Number(x) * SCALE) * 4,
				(row * width + (Number(x) + Number(length)) * SCALE) * 4
			);
	return decodeQR({ width, height: width, data });
}

/** All codes that are shown one after the other, from the first. */
export async function codesOn(within: Page | Locator): Promise<string[]> {
	const codes = [await codeOn(within)];
	const next = within.getByRole('button', { name: 'Next', exact: true });
	while ((await next.count()) > 0 && (await next.isEnabled())) {
		await next.click();
		await within.getByRole('img', { name: `QR code ${codes.length + 1} of` }).waitFor();
		codes.push(await codeOn(within));
	}
	return codes;
}
