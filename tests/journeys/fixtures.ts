import { expect, test as base, type Page } from 'playwright/test';
import { Middleman } from '../support/middleman.ts';
import { openedWhole } from '../support/opened-whole.ts';
import { TestServer } from '../support/server.ts';

interface OfWorker {
	kept: TestServer;
}

/** Journeys run against the built app and its real server. */
export const test = base.extend<{ server: TestServer; middleman: Middleman }, OfWorker>({
	browser: [
		async ({ browser }, use) => {
			await use(openedWhole(browser));
		},
		{ scope: 'worker' }
	],
	kept: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads from it what a fixture needs
		async ({}, use) => {
			const server = await TestServer.start();
			await use(server);
			await server.stop();
		},
		{ scope: 'worker' }
	],
	/** One after the other shares it; who stops it, or puts another build in its place, need not tidy up. */
	server: async ({ page: _, kept }, use) => {
		await use(kept);
		await kept.restore();
	},
	/** For journeys that count what is transferred, or lose some of it. */
	middleman: async ({ server }, use) => {
		const middleman = await Middleman.before(server.port);
		await use(middleman);
		await middleman.stop();
	}
});

export { expect };

/** Waits until the page says that the app is saved on the device. */
export const saved = (page: Page) =>
	expect(page.getByRole('contentinfo')).toContainText('everything works without a network');
