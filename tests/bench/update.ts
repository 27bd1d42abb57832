import type { Page } from 'playwright';
import { buildEdited } from '../support/edited-build.ts';
import { Middleman } from '../support/middleman.ts';
import type { TestServer } from '../support/server.ts';
import { KB, sum } from '../support/transfer.ts';
import { onPhone, saved } from './browser.ts';
import { atMost, told, type Figure } from './figure.ts';

/** What the browser does by itself on a visit. */
const checkForUpdate = (page: Page) =>
	page.evaluate(async () => {
		await (await navigator.serviceWorker.getRegistration())?.update();
	});

/** What an edited card costs those who have the app, and what it costs to learn that nothing is new. */
export async function update(server: TestServer): Promise<Figure[]> {
	const edited = await buildEdited();
	const middleman = await Middleman.before(server.port);
	try {
		return await onPhone(async (context) => {
			const page = await context.newPage();
			await page.goto(`${middleman.url}/modules/${edited.module}/cards/${edited.card}`);
			await saved(page);
			const passed = () => middleman.passed.splice(0);
			passed();
			await checkForUpdate(page);
			const nothingNew = passed();
			if (nothingNew.length === 0) throw new Error('The browser did not look for an update.');

			await server.stop();
			await server.start(edited.folder);
			await checkForUpdate(page);
			await page.getByText('A new version is ready').waitFor();
			const changed = passed();
			const files = changed.map(({ path }) => path).filter((path) => !/service-worker/.test(path));
			console.log(`  an edited card fetches ${files.join(', ')}`);
			return [
				atMost('update check with nothing new', sum(nothingNew.map(bytes)), KB, 'B'),
				// The list of packs, the catalog, the module's cards, and its quiz, which names them.
				atMost('edited card, files fetched', files.length, 4, ''),
				told('edited card, everything', sum(changed.map(bytes)), 'KB')
			];
		});
	} finally {
		await middleman.stop();
		await server.stop();
		await server.start();
	}
}

const bytes = (passed: { bytes: number }) => passed.bytes;
