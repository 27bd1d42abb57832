/** Firefox, over WebDriver BiDi. */
import { existsSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import type { Engine } from './engine.ts';

const PLACES = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'];
const find = () => PLACES.find((path) => path && existsSync(path));

export const firefox: Engine = {
	name: 'Firefox',
	missing: () => (find() ? undefined : 'Firefox is not installed (Debian: firefox-esr).'),
	async start(profile, url) {
		const browser = await launch({
			browser: 'firefox',
			executablePath: find(),
			userDataDir: profile,
			headless: true
		});
		const page = (await browser.pages())[0] ?? (await browser.newPage());
		await page.goto(url);
		return {
			async open(address) {
				await page.goto(address);
			},
			run: (expression) => page.evaluate(expression),
			close: () => browser.close()
		};
	}
};
