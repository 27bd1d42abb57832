/** Sees to it that a Chromium runs on this machine. */
import { existsSync } from 'node:fs';
import { Trouble } from '../server/trouble.js';
import { findChromium } from './browser.js';
import { ended, quietly, start } from './run.js';

const FIVE_MINUTES = 300_000;

/** @throws {Trouble} that says what to install when no way led to a browser */
export async function requireBrowser() {
	if (await runs()) return;
	for (const install of [fromPlaywright, fromSystem]) {
		try {
			await install();
		} catch (error) {
			if (!(error instanceof Trouble)) throw error;
			console.log(error.message);
		}
		if (await runs()) return;
	}
	throw new Trouble(
		'There is no browser for the tests; install Chromium or Google Chrome, or set CHROMIUM_PATH to where one is.'
	);
}

/** Playwright's own may be downloaded and yet lack a library of the system. */
async function runs() {
	const path = findChromium() ?? (await import('playwright')).chromium.executablePath();
	return existsSync(path) && (await ended(start(path, ['--version'], { output: 'ignore' }))) === 0;
}

async function fromPlaywright() {
	console.log('Downloading a Chromium for the tests …');
	await quietly('playwright', ['install', 'chromium'], {
		failed: "Playwright's Chromium could not be downloaded.",
		timeout: FIVE_MINUTES
	});
}

/** Debian and its kin, where this account may install. */
async function fromSystem() {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	console.log('Installing the Chromium of the system …');
	const failed = 'apt-get could not install chromium.';
	await quietly('apt-get', ['update'], { failed });
	await quietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { failed });
}
