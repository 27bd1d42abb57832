/** A browser for measuring, its processor slowed down where asked. */
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Page
} from 'playwright';
import { browserArgs, findChromium } from '../../src/cli/browser.js';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

export const launch = (...args: string[]): Promise<Browser> =>
	chromium.launch({ executablePath: findChromium(), args: [...browserArgs, ...args] });

/** Runs some work in a fresh profile of a phone. */
export async function onPhone<T>(
	work: (context: BrowserContext) => Promise<T>,
	options: BrowserContextOptions = {}
): Promise<T> {
	const browser = await launch();
	try {
		return await work(await browser.newContext({ ...PHONE, ...options }));
	} finally {
		await browser.close();
	}
}

/** Slows the page's processor down. */
export async function slowDown(page: Page, times: number): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: times });
}

/** Waits until the page says that everything is saved for offline use. */
export const saved = (page: Page) =>
	page.getByRole('contentinfo').getByText('everything works without a network').waitFor();
