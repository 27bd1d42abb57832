import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test as base } from 'playwright/test';
import { edited, sample } from '../support/sample-content.ts';

const test = base.extend<{ folder: string }>({
	folder: async ({ browserName: _ }, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'content-'));
		await use(folder);
		rmSync(folder, { recursive: true });
	}
});

/** Runs the gate over content that is written to the folder. */
function gate(folder: string, content: Readonly<Record<string, string>>) {
	for (const [path, text] of Object.entries(content)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	const args = ['src/cli/content.ts', '--content', folder];
	return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

test('sound content passes, with a report', ({ folder }) => {
	const { status, stdout, stderr } = gate(folder, sample);
	expect(stderr).toBe('');
	expect(stdout).toContain('claims');
	expect(status).toBe(0);
});

test('every mistake of every file is told in one run, with file and line', ({ folder }) => {
	const { status, stderr } = gate(
		folder,
		edited(
			['terms.yaml', 'claims: [ga02-locked]', 'claims: [ga02-loked]'],
			['claims/gazette.yaml', '  voice: north-council\n  kind: background', '  kind: background'],
			['events.yaml', 'when: 2001-05-04', 'when: 4 May']
		)
	);
	for (const place of ['terms.yaml:5', 'claims/gazette.yaml:12', 'events.yaml:3'])
		expect(stderr).toContain(`${join(folder, place)}: `);
	const lines = stderr.trim().split('\n');
	const mistakes = lines.filter((line) => line.startsWith(folder));
	expect(lines.at(-1)).toBe(`${mistakes.length} mistakes in the content.`);
	expect(status).toBe(1);
});
