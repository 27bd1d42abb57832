import type { LedgerPack } from '../../src/lib/content/packs.ts';
import { serverPack } from '../support/packs.ts';
import { expect, test } from './fixtures.ts';

const POINT = 'school-firing-jan-2022';

async function ledgerOf(url: string) {
	return (await serverPack(url, 'ledger')) as LedgerPack;
}

test('a filtered and sorted list opens the same from its address', async ({
	page,
	server,
	browser
}) => {
	await page.goto(`${server.url}/disputes`);
	const shown = page.getByRole('main').getByRole('status');
	const { disputes } = await ledgerOf(server.url);
	await expect(shown).toHaveText(`${disputes.length} of ${disputes.length} points`);
	await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('Contradicted');
	await page.getByRole('combobox', { name: 'Month' }).selectOption('January 2022');
	await page.getByRole('combobox', { name: 'Sorted by' }).selectOption('Voice');
	await expect(page).toHaveURL(/\?status=contradicted&date=2022-01&sort=voice$/);
	const list = page.getByRole('main').getByRole('region');
	await expect(list.first()).toHaveAccessibleName('Armenia (no office named)');
	const texts = await list.allInnerTexts();

	const other = await (await browser.newContext()).newPage();
	await other.goto(page.url());
	const same = other.getByRole('main').getByRole('region');
	await expect(same.first()).toHaveAccessibleName('Armenia (no office named)');
	expect(await same.allInnerTexts()).toEqual(texts);
	await other.context().close();
});

test('what is chosen before scripts run is shown once they do', async ({ page, server }) => {
	let release = (): void => undefined;
	const waited = new Promise<void>((done) => (release = done));
	await page.route('**/_app/immutable/entry/*', async (route) => {
		await waited;
		await route.continue();
	});
	await page.goto(`${server.url}/disputes`, { waitUntil: 'commit' });
	await page
		.getByRole('combobox', { name: 'Status', exact: true })
		.selectOption({ label: 'Contradicted' });
	release();
	await expect(page).toHaveURL(/\?status=contradicted$/);
	await expect(page.getByRole('main').getByRole('region')).toHaveCount(1);
});

for (const width of [360, 1280])
	test.describe(`${width} pixels wide, with JavaScript blocked`, () => {
		test.use({ javaScriptEnabled: false, viewport: { width, height: 800 } });

		test('a disputed point shows what is said, by whom, and what nobody says', async ({
			page,
			server
		}) => {
			const dispute = (await ledgerOf(server.url)).disputes.find(({ id }) => id === POINT);
			await page.goto(`${server.url}/disputes/${POINT}`);
			for (const text of [dispute?.missing, dispute?.settle, dispute?.reading])
				await expect(page.getByText(text ?? 'no text', { exact: true })).toBeVisible();
			const table = page.getByRole('table');
			for (const { label } of dispute?.positions ?? []) {
				await expect(page.getByRole('heading', { name: label })).toBeVisible();
				const row = table
					.getByRole('row')
					.filter({ has: page.getByRole('rowheader', { name: label }) });
				await expect(row.getByRole('cell')).toHaveCount(5);
				await expect(row.getByText('Is silent on it')).toHaveCount(4);
				await expect(row.getByText('Is silent on it').first()).toBeVisible();
			}
			await expect(table.getByText('and a denial')).toBeVisible();
			await table.getByRole('link', { name: '¶10' }).first().click();
			await expect(page).toHaveURL(/\/sources\/caucasus-watch#cw10-firing-denied$/);
		});
	});
