import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { precacheEntries } from './precache-entries.ts';

const output = mkdtempSync(join(tmpdir(), 'precache-'));
afterAll(() => {
	rmSync(output, { recursive: true });
});

const FILES = {
	'client/.vite/teaching.json': '["client/_app/immutable/chunks/teach.js"]',
	'client/_app/immutable/chunks/teach.js': '',
	'prerendered/pages/shell.html': '<style>.a{color:red}\n</style>',
	'prerendered/pages/data/catalog.json': '{}',
	'client/_app/immutable/assets/0.abc.css': '.a{color:red}\n',
	'client/_app/immutable/assets/1.abc.css': '.b{color:red}\n'
};
for (const [path, text] of Object.entries(FILES)) {
	mkdirSync(dirname(join(output, path)), { recursive: true });
	writeFileSync(join(output, path), text);
}

const { manifest } = precacheEntries(output)(
	Object.keys(FILES)
		.filter((url) => !url.includes('.vite'))
		.map((url) => ({
			url,
			revision: url.includes('immutable') ? null : 'r1',
			size: 1
		}))
);

test('addresses are those of the server; styles of the shell are not kept', () => {
	expect(manifest.map(({ url }) => url)).toEqual([
		'_app/immutable/chunks/teach.js',
		'shell.html',
		'data/catalog.json',
		'_app/immutable/assets/1.abc.css'
	]);
});

test('files with a lasting address carry the hash of what they hold', () => {
	expect(manifest.map(({ integrity }) => integrity)).toEqual([
		undefined,
		expect.stringMatching(/^sha256-/),
		'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=',
		undefined
	]);
});

test('what only a teacher needs says so', () => {
	expect(manifest.filter(({ teaching }) => teaching).map(({ url }) => url)).toEqual([
		'_app/immutable/chunks/teach.js'
	]);
});
