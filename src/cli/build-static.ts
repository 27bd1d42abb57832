/** `npm run build:static`: a study-only site for any static host, below `BASE_PATH` if set. */
import { resolve } from 'node:path';
import { build } from 'vite';
import { end, Trouble } from '../server/trouble.js';

async function buildStatic() {
	const { BASE_PATH = '', BUILD_DIR = 'build' } = process.env;
	if (!/^(\/[\w.-]+)*$/.test(BASE_PATH))
		throw new Trouble(
			`BASE_PATH is "${BASE_PATH}"; write it like /karabakh, without a final slash.`
		);
	process.env.ADAPTER = 'static';
	await build();
	console.log(`\nThe site is in ${resolve(BUILD_DIR)}; its address ends in ${BASE_PATH || ''}/`);
}

await buildStatic().catch(end);
