/** `npm test`: installs what the tests need, runs every stage and counts; runs on Node 20. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../server/trouble.js';
import { build, install } from './prepare.js';
import { requireBrowser } from './require-browser.js';
import { at, ended, npm, readJson, start } from './run.js';

/** @typedef {{ passed: number; failed: number; skipped: number }} Count */
/** @typedef {{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }} UnitReport */
/** @typedef {{ stats: { expected: number; flaky: number; unexpected: number; skipped: number } }} JourneyReport */

const REPORTS = at('.cache', 'test');
const articles = process.env.ARTICLES ? ['--articles', process.env.ARTICLES] : [];

/** @type {[title: string, run: () => Promise<Count>][]} */
const STAGES = [
	['Lint and types', lintAndTypes],
	['Content', async () => asOne(await script('content', articles))],
	['Units and components', units],
	['Journeys', journeys]
];

/** Each keeps one processor busy, and neither writes what the other reads. */
async function lintAndTypes() {
	const codes = await Promise.all([script('lint'), script('check')]);
	const failed = codes.filter(Boolean).length;
	return { passed: codes.length - failed, failed, skipped: 0 };
}

async function units() {
	const report = join(REPORTS, 'units.json');
	const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const code = await script('unit', args);
	if (!existsSync(report)) return asOne(1);
	const counts = /** @type {UnitReport} */ (readJson(report));
	return sound(code, {
		passed: counts.numPassedTests,
		failed: counts.numFailedTests,
		skipped: counts.numPendingTests + counts.numTodoTests
	});
}

async function journeys() {
	await build();
	const report = join(REPORTS, 'journeys.json');
	const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report };
	const code = await script('journeys', ['--reporter=list,json'], env);
	if (!existsSync(report)) return asOne(1);
	const { stats } = /** @type {JourneyReport} */ (readJson(report));
	const passed = stats.expected + stats.flaky;
	return sound(code, { passed, failed: stats.unexpected, skipped: stats.skipped });
}

/**
 * Runs a script of package.json where everybody can watch it.
 *
 * @param {string} name
 * @param {string[]} [args]
 * @param {NodeJS.ProcessEnv} [env]
 */
function script(name, args = [], env = {}) {
	const [program, first] = npm('run', '--silent', name, '--', ...args);
	return ended(start(program, first, { env, output: 'inherit' }));
}

/** @param {number} code the exit code of a stage that counts as one test */
const asOne = (code) => ({ passed: code ? 0 : 1, failed: code ? 1 : 0, skipped: 0 });

/**
 * A run may fail outside its tests, for example in a file that cannot be read.
 *
 * @param {number} code
 * @param {Count} count
 */
const sound = (code, count) => ({ ...count, failed: Math.max(count.failed, code ? 1 : 0) });

/**
 * @param {() => Promise<Count>} run
 * @returns {Promise<Count>} one failure when there was trouble, which is told
 */
async function counted(run) {
	try {
		return await run();
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		console.error([error.message, error.details].join('\n').trimEnd());
		return asOne(1);
	}
}

async function prepare() {
	await install();
	await requireBrowser();
	rmSync(REPORTS, { recursive: true, force: true });
	mkdirSync(REPORTS, { recursive: true });
	return { passed: 0, failed: 0, skipped: 0 };
}

async function main() {
	const total = await counted(prepare);
	for (const [title, run] of total.failed ? [] : STAGES) {
		console.log(`\n== ${title}`);
		const { passed, failed, skipped } = await counted(run);
		total.passed += passed;
		total.failed += failed;
		total.skipped += skipped;
	}
	const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
	console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
	process.exitCode = total.failed ? 1 : 0;
}

await main();
