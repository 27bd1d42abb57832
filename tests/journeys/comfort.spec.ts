import type { Page } from 'playwright/test';
import { QuizPage } from '../support/quiz-page.ts';
import { firstModule } from '../support/transfer.ts';
import { expect, saved, test } from './fixtures.ts';

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

/** Keys count once the scripts have started, which the saving tells. */
async function openReady(page: Page, address: string) {
	await page.goto(address);
	await saved(page);
}

/** Sets the look before the page's own script reads it. */
const withLook = (page: Page, look: Record<string, string>) =>
	page.addInitScript((kept) => {
		localStorage.setItem('look', kept);
	}, JSON.stringify(look));

test('a sheet lists every shortcut, opens by its key and gives the focus back', async ({
	page,
	server
}) => {
	await openReady(page, server.url);
	const link = page.getByRole('main').getByRole('link').first();
	await link.focus();
	await page.keyboard.press('?');
	await expect(sheet(page)).toBeVisible();
	for (const title of ['In a quiz', 'On a card', 'On every page', 'To another page'])
		await expect(sheet(page).getByRole('heading', { name: title })).toBeVisible();
	await page.keyboard.press('d');
	await expect(page).toHaveURL(`${server.url}/`);
	await page.keyboard.press('Escape');
	await expect(sheet(page)).toHaveCount(0);
	await expect(link).toBeFocused();
});

test('keys lead to pages, to the search and through cards', async ({ page, server }) => {
	const { card } = await firstModule(server.url);
	await openReady(page, server.url + card);
	await page.keyboard.press('ArrowRight');
	await expect(page.getByText('card 2 of')).toBeVisible();
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(server.url + card);
	await expect(page.getByText('card 1 of')).toBeVisible();
	await page.keyboard.press('o');
	await expect(page.getByText('Where', { exact: true }).first()).toBeVisible();
	await page.keyboard.press('d');
	await expect(page).toHaveURL(`${server.url}/disputes`);
	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox')).toBeFocused();
	await page.keyboard.type('d?h');
	await expect(page.getByRole('searchbox')).toHaveValue('d?h');
	await expect(page).toHaveURL(/\/search/);
	await expect(sheet(page)).toHaveCount(0);
});

test('a question is answered by digit and letter', async ({ page, server }) => {
	const quiz = await QuizPage.of(page, server.url);
	await quiz.open(server.url);
	await page.keyboard.press('1');
	await expect(page.getByRole('radio').first()).toBeChecked();
	await page.keyboard.press('s');
	await expect(quiz.verdict).toBeFocused();
	await page.keyboard.press('n');
	await expect(page.getByText('Question 2 of')).toBeVisible();
});

test('single keys switched off do nothing, arrows still turn', async ({ page, server }) => {
	await page.goto(`${server.url}/settings`);
	const keys = page.getByRole('group', { name: 'Single keys as shortcuts' });
	await keys.getByLabel('Off').check();
	await page.reload();
	await expect(keys.getByLabel('Off')).toBeChecked();
	await page.getByRole('button', { name: 'All keyboard shortcuts' }).click();
	await expect(sheet(page)).toContainText('switched off in Settings');
	await sheet(page).getByRole('button', { name: 'Close' }).click();
	const { card } = await firstModule(server.url);
	await openReady(page, server.url + card);
	await page.keyboard.press('d');
	await page.keyboard.press('?');
	await page.keyboard.press('ArrowRight');
	await expect(page.getByText('card 2 of')).toBeVisible();
	await expect(sheet(page)).toHaveCount(0);
});

test('a held modifier leaves a key to the browser', async ({ page, server }) => {
	const { card } = await firstModule(server.url);
	await openReady(page, server.url + card);
	for (const key of ['Alt+d', 'Control+d', 'Shift+D']) await page.keyboard.press(key);
	await page.keyboard.press('ArrowRight');
	await expect(page.getByText('card 2 of')).toBeVisible();
});

test('contrast and spacing are kept, and stand before the first paint', async ({
	page,
	server
}) => {
	await page.goto(`${server.url}/settings`);
	await page.getByRole('group', { name: 'Contrast' }).getByLabel('High').check();
	await page.getByRole('group', { name: 'Spacing' }).getByLabel('Wide').check();
	const asBefore = await page.evaluate(() => localStorage.getItem('look'));
	expect(JSON.parse(asBefore ?? '{}')).toMatchObject({ contrast: 'more', spacing: 'wide' });
	// No script of the page comes: what is drawn is what the first paint has.
	await page.route('**/*.js', (route) => route.abort());
	await page.goto(`${server.url}/about`, { waitUntil: 'load' });
	const style = await page.evaluate(() => {
		const main = document.querySelector('main p') ?? document.body;
		const { color, letterSpacing, wordSpacing, fontSize } = getComputedStyle(main);
		const size = parseFloat(fontSize);
		return {
			color,
			letters: parseFloat(letterSpacing) / size,
			words: parseFloat(wordSpacing) / size
		};
	});
	expect(style.color).toBe('rgb(0, 0, 0)');
	expect(style.letters).toBeCloseTo(0.12);
	expect(style.words).toBeCloseTo(0.16);
});

test('a device that asks for more contrast gets it', async ({ page, server }) => {
	await page.emulateMedia({ contrast: 'more', colorScheme: 'dark' });
	await page.goto(server.url);
	const { color, backgroundColor } = await page.evaluate(() => {
		const style = getComputedStyle(document.body);
		return { color: style.color, backgroundColor: style.backgroundColor };
	});
	expect([color, backgroundColor]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
});

test('a look that an older version stored keeps its settings', async ({ page, server }) => {
	await withLook(page, { theme: 'dark', size: '130', motion: '', pace: 'slow' });
	await page.goto(`${server.url}/settings`);
	await expect(page.getByLabel('130 %')).toBeChecked();
	await expect(page.getByLabel('Slow')).toBeChecked();
	await expect(
		page.getByRole('group', { name: 'Contrast' }).getByLabel('As the device')
	).toBeChecked();
	await expect(page.getByRole('group', { name: 'Spacing' }).getByLabel('Usual')).toBeChecked();
});

test('no kind of page is wider than a small phone in any look', async ({ page, server }) => {
	test.slow();
	const { module, card } = await firstModule(server.url);
	const paths = [
		module,
		card,
		`${module}/print`,
		'/',
		'/settings',
		'/words',
		'/practice',
		'/sources/al-jazeera',
		'/method',
		'/timeline',
		'/map'
	];
	await withLook(page, { spacing: 'wide', size: '200', contrast: 'more' });
	await page.setViewportSize({ width: 320, height: 640 });
	for (const path of paths) {
		await page.goto(server.url + path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(over, path).toBeLessThanOrEqual(0);
	}
});

test('the settings say where a device has no voice', async ({ page, server }) => {
	await page.addInitScript(() => {
		speechSynthesis.getVoices = () => [];
	});
	await page.goto(`${server.url}/settings`);
	await expect(page.getByText('offers the browser no voice')).toBeVisible();
});
