import { makeClass } from '../support/teacher-page.ts';
import { LOOKS, wear } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';

test('on the projector each sentence that is revealed is in sight, to its last', async ({
	page,
	server
}) => {
	await page.goto(`${server.url}/teach/show`);
	await page.getByText('1. Where and what').click();
	await page.locator('main a[href*="card="]').first().click();
	const latest = page.locator('.latest');
	const reveal = page.getByRole('button', { name: 'Reveal' });
	await expect(reveal).toBeVisible();
	let shown = 0;
	for (; (await reveal.count()) > 0; shown++) {
		await page.keyboard.press('PageDown');
		await expect(page.locator('.line')).toHaveCount(shown + 1);
		await expect(latest).toBeInViewport({ ratio: 1 });
		const bottom = await latest.evaluate((line) => line.getBoundingClientRect().bottom);
		const buttons = await page.getByRole('button', { name: 'Back' }).boundingBox();
		expect(bottom).toBeLessThanOrEqual(buttons?.y ?? 0);
	}
	expect(shown).toBeGreaterThan(3);
	await page.keyboard.press('PageUp');
	await expect(page.locator('.line')).toHaveCount(shown - 1);
});

test('a question on the projector: raised hands are counted, then the key, then why', async ({
	page,
	server
}) => {
	await page.goto(`${server.url}/teach/show`);
	await page.getByText('1. Where and what').click();
	await page.locator('main a[href*="question="]').first().click();
	await page.getByRole('button', { name: 'Reveal' }).click();
	await page
		.getByRole('button', { name: /^One hand more/ })
		.first()
		.click();
	await page.getByRole('button', { name: 'Reveal' }).click();
	await expect(page.getByText(/✓ Right/)).toBeVisible();
	await expect(page.getByText(/right · 1 hand$/i)).toBeVisible();
	await expect(page.getByText(/right · 0 hands$/i).first()).toBeVisible();
	await page.getByRole('button', { name: 'Reveal' }).click();
	await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
});

test('the buttons of the projector never cover what is shown, however long it is', async ({
	page,
	server
}) => {
	await page.setViewportSize({ width: 800, height: 450 });
	await page.goto(`${server.url}/teach/show`);
	await page.getByText('1. Where and what').click();
	await page.locator('main a[href*="question="]').first().click();
	const shown = page.getByRole('region', { name: 'What is shown' });
	await expect(page.getByRole('button', { name: 'Back' })).toBeInViewport({ ratio: 1 });
	await expect(page.getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
	for (let step = 0; step < 3; step++) {
		await page.getByRole('button', { name: 'Reveal' }).click();
		const box = await shown.boundingBox();
		const buttons = await page.getByRole('button', { name: 'Back' }).boundingBox();
		expect((box?.y ?? Infinity) + (box?.height ?? Infinity)).toBeLessThanOrEqual(buttons?.y ?? 0);
		expect((buttons?.y ?? Infinity) + (buttons?.height ?? 0)).toBeLessThanOrEqual(450);
		expect(await shown.evaluate((region) => region.scrollTop)).toBe(0);
		await shown.evaluate((region) => {
			region.scrollTo(0, region.scrollHeight);
		});
		expect(await shown.evaluate((region) => region.scrollTop)).toBeGreaterThan(0);
	}
});

test('in large text on a phone what is shown has more of the screen than the buttons', async ({
	page,
	server
}) => {
	await wear(page, LOOKS['200 % text']);
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(`${server.url}/teach/show`);
	await page.getByText('1. Where and what').click();
	await page.locator('main a[href*="question="]').first().click();
	const shown = page.getByRole('region', { name: 'What is shown' });
	await expect(shown).toBeVisible();
	expect((await shown.boundingBox())?.height).toBeGreaterThan(370);
	const last = page.getByRole('link', { name: 'Choose another' });
	await last.scrollIntoViewIfNeeded();
	await expect(last).toBeInViewport({ ratio: 1 });
});

test('the projector leads back to the class from which it was opened', async ({ page, server }) => {
	await makeClass(page, server.url, 'History 9c');
	await page.getByRole('link', { name: 'Projector' }).click();
	await page.getByText('1. Where and what').click();
	await page.locator('main a[href*="card="]').first().click();
	await page.getByRole('link', { name: 'Choose another' }).click();
	await page.getByRole('link', { name: 'History 9c' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'History 9c' })).toBeVisible();
});
