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
	await expect(page.getByText('✓ Right')).toBeVisible();
	await expect(page.getByText(/: 1$/)).toBeVisible();
	await page.getByRole('button', { name: 'Reveal' }).click();
	await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
});
