import { existsSync } from 'node:fs';

const PLACES = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** A Chromium that is on this machine; `undefined` leaves the choice to Playwright's own. */
export const findChromium = () => PLACES.find((path) => path && existsSync(path));

/** Chromium as root needs its sandbox off; the rest keeps it from asking the network for updates. */
export const browserArgs = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];
