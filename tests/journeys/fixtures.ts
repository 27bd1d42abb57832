import { test as base } from 'playwright/test';
import { TestServer } from '../support/server.ts';

/** Journeys run against the built app and its real server, one server per test. */
export const test = base.extend<{ server: TestServer }>({
	server: async ({ page: _ }, use) => {
		const server = await TestServer.start();
		await use(server);
		await server.stop();
	}
});

export { expect } from 'playwright/test';
