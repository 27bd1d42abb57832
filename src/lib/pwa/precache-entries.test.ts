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
	Object.keys(FILES).map((url) => ({
		url,
		revision: url.includes('immutable') ? null : 'r1',
		size: 1
	}))
);

test('addresses are those of the server, and styles of the shell are not kept twice', () => {
	expect(manifest.map(({ url }) => url)).toEqual([
		'shell.html',
		'data/catalog.json',
		'_app/immutable/assets/1.abc.css'
	]);
});

test('files with a lasting address carry the hash of what they hold', () => {
	expect(manifest.map(({ integrity }) => integrity)).toEqual([
		expect.stringMatching(/^sha256-/),
		'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=',
		undefined
	]);
});
