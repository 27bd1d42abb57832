/**
 * WebKitGTK's MiniBrowser, over the protocol of its inspector. WebDriver would start it without a
 * lasting profile, and the journey restarts the browser.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/server.ts';
import type { Browser, Engine } from './engine.ts';
import { Inspector } from './webkit-inspector.ts';

const LIBRARIES = ['/usr/lib', '/usr/libexec'];

/** MiniBrowser stands in a folder that is named after the machine or the version. */
function find(): string | undefined {
	const folders = LIBRARIES.filter((folder) => existsSync(folder)).flatMap((folder) => [
		folder,
		...readdirSync(folder).map((name) => join(folder, name))
	]);
	return folders
		.map((folder) => join(folder, 'webkit2gtk-4.1', 'MiniBrowser'))
		.find((path) => existsSync(path));
}

function launch(profile: string, url: string, port: number): ChildProcess {
	return spawn('xvfb-run', ['-a', find() ?? '', url], {
		env: {
			...process.env,
			XDG_DATA_HOME: join(profile, 'data'),
			XDG_CACHE_HOME: join(profile, 'cache'),
			XDG_CONFIG_HOME: join(profile, 'config'),
			WEBKIT_INSPECTOR_HTTP_SERVER: `127.0.0.1:${port}`,
			...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' })
		},
		stdio: 'ignore',
		detached: true
	});
}

/** Ends the browser and the display it was given, and waits until both are gone. */
async function end({ pid, exitCode }: ChildProcess, ended: Promise<unknown>) {
	if (pid !== undefined && exitCode === null) process.kill(-pid);
	await ended;
}

/** Leaves the page for another, and waits until that is loaded. */
async function open(inspector: Inspector, address: string) {
	await inspector.run(`document.title = 'left'`);
	await inspector.navigate(address);
	const arrived = () =>
		inspector
			.run(`document.title !== 'left' && document.readyState === 'complete'`)
			.catch(() => false);
	while (!(await arrived())) await pause(100);
}

export const webkit: Engine = {
	name: 'WebKitGTK',
	missing() {
		if (!find()) return 'WebKitGTK is not installed (Debian: webkit2gtk-driver).';
		if (!existsSync('/usr/bin/xvfb-run')) return 'xvfb-run is not installed (Debian: xvfb).';
		return undefined;
	},
	async start(profile, url): Promise<Browser> {
		const port = await freePort();
		const child = launch(profile, url, port);
		const ended = new Promise((done) => child.once('exit', done));
		const inspector = await Inspector.connect(port);
		return {
			open: (address) => open(inspector, address),
			run: (expression) => inspector.run(expression),
			async close() {
				inspector.close();
				await end(child, ended);
			}
		};
	}
};
