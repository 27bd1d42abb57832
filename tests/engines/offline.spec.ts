/** The offline journey in three engines: one visit, then no server any more. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { TestServer } from '../support/server.ts';
import { chromium } from './chromium.ts';
import type { Browser, Engine } from './engine.ts';
import { firefox } from './firefox.ts';
import { Reader } from './reader.ts';
import { webkit } from './webkit.ts';

let profile: string;
let server: TestServer;
let browser: Browser | undefined;

test.beforeEach(async () => {
	profile = mkdtempSync(join(tmpdir(), 'engine-'));
	server = await TestServer.start();
});
test.afterEach(async () => {
	await browser?.close();
	browser = undefined;
	await server.stop();
	rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function start(engine: Engine, path: string): Promise<Reader> {
	await browser?.close();
	browser = await engine.start(profile, server.url + path);
	return new Reader(browser);
}

/** Answers questions until the quiz stands at this one. */
async function answerUntil(reader: Reader, question: number, of: number) {
	await reader.sees(/Question \d+ of|Result:/);
	const at = Number(/Question (\d+) of/.exec(await reader.text())?.[1]);
	for (let now = at; now < question; now++) {
		await reader.sees(`Question ${now} of ${of}`);
		await reader.answers();
		await reader.sees('Saved on this device.');
		await reader.clicks('button', now === of ? 'See the result' : 'Next question');
	}
}

for (const engine of [chromium, firefox, webkit])
	test(`${engine.name}: after one visit everything works with the server stopped`, async () => {
		const missing = engine.missing();
		if (missing && process.env.REQUIRE_ENGINES) throw new Error(missing);
		test.skip(missing !== undefined, missing);
		test.setTimeout(300_000);

		let reader = await start(engine, '/');
		await reader.sees('everything works without a network');
		await server.stop();

		await browser?.open(`${server.url}/?again`);
		const { modules } = await reader.catalog();
		const module = modules.at(-1);
		const card = module?.cards[3];
		if (!module || !card) throw new Error('The course has no fourth card.');
		await reader.clicks('link', module.title);
		await reader.sees(module.goal);
		await reader.sees(card.title);
		await reader.clicks('link', `4 ${card.title}`);
		await reader.sees('As of');

		const quiz = `/modules/${module.id}/quiz`;
		const all = module.items.length;
		await browser?.open(server.url + quiz);
		await answerUntil(reader, 3, all);
		await reader.sees(`Question 3 of ${all}`);

		reader = await start(engine, quiz);
		await reader.sees(`Question 3 of ${all}`);
		await answerUntil(reader, all + 1, all);
		await reader.sees('Result:');

		await browser?.open(`${server.url}/modules/${module.id}/cards/${card.id}`);
		expect(await reader.sees('As of')).toContain(card.title);
	});
