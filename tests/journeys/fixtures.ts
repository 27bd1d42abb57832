import { expect, test as base, type Page } from 'playwright/test';
import { Middleman } from '../support/middleman.ts';
import { TestServer } from '../support/server.ts';

/** Journeys run against the built app and its real server, one server per test. */
export const test = base.extend<{ server: TestServer; middleman: Middleman }>({
	server: async ({ page: _ }, use) => {
		const server = await TestServer.start();
		await use(server);
		await server.stop();
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
