import { defineConfig } from 'playwright/test';
import { browserArgs, findChromium } from '../src/cli/browser.js';

export default defineConfig({
	testDir: '.',
	testMatch: '**/*.spec.ts',
	outputDir: '../test-results',
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	workers: 2,
	timeout: 60_000,
	// Saving and switching versions take their time on a busy machine.
	expect: { timeout: 20_000 },
	reporter: [['list']],
	use: {
		launchOptions: { executablePath: findChromium(), args: browserArgs },
		// A trace (`npm run journeys -- --trace on`) costs half as much again.
		screenshot: 'only-on-failure'
	}
});
