/** An address counts as opened once the app's scripts run there: what is done earlier is a matter of luck. */
import type { Browser, Page } from 'playwright/test';

/** Until scripts run, app.html notes what is pressed. */
export const scriptsRun = () => window.onclick === null;

/** Whoever asks for an earlier state with `waitUntil` gets the page as it then is. */
function openWhole(page: Page) {
	const goto = page.goto.bind(page);
	const reload = page.reload.bind(page);
	page.goto = async (url, options) => {
		const answer = await goto(url, options);
		if (!options?.waitUntil) await page.waitForFunction(scriptsRun);
		return answer;
	};
	page.reload = async (options) => {
		const answer = await reload(options);
		if (!options?.waitUntil) await page.waitForFunction(scriptsRun);
		return answer;
	};
}

/** Every page of this browser, in contexts made from now on. */
export function openedWhole(browser: Browser): Browser {
	const newContext = browser.newContext.bind(browser);
	browser.newContext = async (options) => (await newContext(options)).on('page', openWhole);
	return browser;
}
