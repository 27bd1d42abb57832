import { chromium as playwright } from 'playwright/test';
import { browserArgs, findChromium } from '../../src/cli/browser.js';
import type { Engine } from './engine.ts';

export const chromium: Engine = {
	name: 'Chromium',
	missing: () => undefined,
	async start(profile, url) {
		const context = await playwright.launchPersistentContext(profile, {
			executablePath: findChromium(),
			args: browserArgs
		});
		const page = context.pages()[0] ?? (await context.newPage());
		await page.goto(url);
		return {
			async open(address) {
				await page.goto(address);
			},
			run: (expression) => page.evaluate(expression),
			close: () => context.close()
		};
	}
};
