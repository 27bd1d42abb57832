import type { Locator, Page } from 'playwright/test';
import { QuizPage } from '../support/quiz-page.ts';
import { expect, saved, test } from './fixtures.ts';

const EVENT = 'clashes-13-sept-2022';
const LABEL = 'Clashes on the border, 13 September 2022';

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The boxes of some elements that can be seen, a little smaller, so that to touch is no overlap. */
const boxesOf = (found: Locator): Promise<Box[]> =>
	found.evaluateAll((elements) =>
		elements
			.map((element) => {
				const { left, top, right, bottom } = element.getBoundingClientRect();
				const name = element.textContent;
				return { name, left: left + 1, top: top + 2, right: right - 1, bottom: bottom - 2 };
			})
			.filter(({ left, right, name }) => right > left && name.trim() !== '')
	);

const overlaps = (boxes: readonly Box[]) =>
	boxes.flatMap((one, at) =>
		boxes
			.slice(0, at)
			.filter(
				(other) =>
					one.left < other.right &&
					other.left < one.right &&
					one.top < other.bottom &&
					other.top < one.bottom
			)
			.map((other) => `${one.name} and ${other.name}`)
	);

const figures = (page: Page) => page.getByRole('figure');

for (const [width, size] of [
	[320, '100'],
	[360, '100'],
	[360, '200'],
	[768, '100'],
	[1280, '100'],
	[1280, '200']
] as const)
	test(`no name on the map lies over another: ${width} pixels, ${size} % text`, async ({
		page,
		server
	}) => {
		await page.addInitScript((kept) => {
			localStorage.setItem('look', kept);
		}, JSON.stringify({ size }));
		await page.setViewportSize({ width, height: 800 });
		await page.goto(`${server.url}/map`);
		for (const figure of await figures(page).all()) {
			const boxes = await boxesOf(figure.locator('.marks text'));
			expect(boxes.length).toBeGreaterThan(1);
			expect(overlaps(boxes)).toEqual([]);
			const frame = await figure.boundingBox();
			for (const { name, left, right } of boxes) {
				expect(left, name).toBeGreaterThanOrEqual(frame?.x ?? 0);
				expect(right, name).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0));
			}
			const targets = await boxesOf(figure.locator('.marks a'));
			for (const { name, left, right, top, bottom } of targets)
				expect(
					Math.round(Math.min(right - left + 2, bottom - top + 4)),
					name
				).toBeGreaterThanOrEqual(24);
		}
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
		).toBeLessThanOrEqual(0);
	});

test('an event is chosen, its dots lead to what is said there, and the address keeps it', async ({
	page,
	server
}) => {
	await page.goto(`${server.url}/map`);
	// A choice counts once the scripts have started, which the saving tells.
	await saved(page);
	await page.getByRole('combobox', { name: 'Event' }).selectOption({ label: LABEL });
	await expect(page).toHaveURL(new RegExp(`event=${EVENT}`));
	await expect(page.getByRole('heading', { level: 2, name: LABEL })).toBeVisible();
	const goris = page.getByRole('link', { name: /^3 Goris: \d+ claims$/ });
	await goris.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`event=${EVENT}#goris$`));
	const entry = page.locator('#goris');
	await expect(entry).toBeInViewport();
	await expect(entry.getByText('Who held it, September 2022: Armenia')).toBeVisible();
	await expect(entry.getByRole('link', { name: /, paragraph \d+$/ }).first()).toBeVisible();

	await page.reload();
	await expect(page.getByRole('combobox', { name: 'Event' })).toHaveValue(EVENT);
	await entry.getByRole('link', { name: 'Goris', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Goris' })).toBeVisible();
});

test('what lies far away is told in the list', async ({ page, server }) => {
	await page.goto(`${server.url}/map?event=brussels-talks-may-2023`);
	await expect(page.getByRole('status').first()).toHaveText(
		'1 place, none of them drawn as a point.'
	);
	await expect(page.getByRole('heading', { name: 'Beyond the map' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Brussels' })).toBeVisible();
	expect(await page.locator('.marks a').count()).toBe(0);
});

test('the map stands without a network', async ({ page, context, server }) => {
	await page.goto(server.url);
	await saved(page);
	await page.reload();
	await context.setOffline(true);
	await page.goto(`${server.url}/map?event=${EVENT}`);
	await expect(page.getByRole('link', { name: /^6 Kapan: \d+ claims$/ })).toBeVisible();
});

test.describe('with JavaScript blocked', () => {
	test.use({ javaScriptEnabled: false });

	test('the map and its list stand in the page', async ({ page, server }) => {
		await page.goto(`${server.url}/map`);
		await page.getByRole('link', { name: /^9 Sotk: / }).click();
		await expect(page.locator('#sotk')).toBeInViewport();
	});
});

test('a place is chosen on the map', async ({ page, server }) => {
	const quiz = await QuizPage.of(page, server.url);
	const item = quiz.pack.items.find(({ kind }) => kind === 'place');
	if (!item) throw new Error('The first module asks for no place.');
	const { id, revision } = item;
	await page.addInitScript(
		([key, draft]) => {
			sessionStorage.setItem(key ?? '', draft ?? '');
		},
		[
			`quiz-${quiz.pack.module}`,
			JSON.stringify({
				session: {
					v: 2,
					mode: 'quiz',
					id: 'journey',
					module: quiz.pack.module,
					seed: 'map',
					items: [{ id, revision }],
					startedAt: 0,
					ended: false
				},
				item: id,
				response: null
			})
		]
	);
	await page.setViewportSize({ width: 360, height: 740 });
	await quiz.open(server.url);
	const [key = ''] = item.keys as string[];
	await page.getByTestId(key).click();
	await expect(page.getByRole('radio', { checked: true })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(quiz.verdict).toHaveText('Right');
});
