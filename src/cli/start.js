/** `npm start`: installs, builds and serves the app, each only when it must; runs on Node 20. */
import { createServer } from 'node:net';
import { listen } from '../server/address.js';
import { readEnvironment } from '../server/environment.js';
import { end } from '../server/trouble.js';
import { build, install } from './prepare.js';
import { ended, start } from './run.js';

/** A wrong setting or a port in use is told before a minute is spent on installing. */
async function requireFreePort() {
	const probe = createServer();
	await listen(probe, readEnvironment(process.env));
	await new Promise((done) => probe.close(done));
}

/**
 * Passes signals on. The shell between npm and us does not, it just goes; then we go too.
 *
 * @param {import('node:child_process').ChildProcess} server
 */
function stopWithCaller(server) {
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
		process.on(signal, () => server.kill(signal));
	const caller = process.ppid;
	setInterval(() => process.ppid === caller || server.kill(), 200).unref();
}

async function main() {
	await requireFreePort();
	await install();
	await build();
	const server = start('node', ['src/server/main.ts'], { output: 'inherit' });
	stopWithCaller(server);
	process.exitCode = await ended(server);
}

await main().catch(end);
