/** A tab or a whole browser that dies in the moment in which an answer is shown as saved. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { browserArgs, findChromium } from '../../src/cli/browser.js';
import { keptAnswers } from './kept.ts';
import { QuizPage } from './quiz-page.ts';
import { rightResponse } from './questions.ts';

/** A browser with a profile on disk that outlives it. */
class Profile {
	readonly #folder = mkdtempSync(join(tmpdir(), 'profile-'));
	#process: ChildProcess | undefined;
	#browser: Browser | undefined;

	/** A new page, in a browser that is started where none runs. */
	async page(): Promise<Page> {
		this.#browser ??= await this.#launch();
		const context = this.#browser.contexts()[0] ?? (await this.#browser.newContext());
		return context.newPage();
	}

	async #launch(): Promise<Browser> {
		const program = findChromium() ?? chromium.executablePath();
		const args = [
			...browserArgs,
			'--headless=new',
			'--remote-debugging-port=0',
			`--user-data-dir=${this.#folder}`,
			'--no-first-run',
			'--disable-gpu',
			'about:blank'
		];
		// A group of its own, so that all its processes die at once.
		const child = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
		this.#process = child;
		const address = await new Promise<string>((found, failed) => {
			let text = '';
			child.stderr.on('data', (chunk: Buffer) => {
				text += chunk.toString();
				const url = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
				if (url) found(url);
			});
			child.once('exit', () => {
				failed(new Error(`The browser ended:\n${text}`));
			});
		});
		return chromium.connectOverCDP(address);
	}

	/** Ends the browser with all its processes, as a device does that runs out of power or memory. */
	async kill() {
		const child = this.#process;
		this.#process = undefined;
		this.#browser = undefined;
		if (!child?.pid || child.exitCode !== null) return;
		const ended = new Promise((done) => child.once('exit', done));
		process.kill(-child.pid, 'SIGKILL');
		await ended;
	}

	async remove() {
		await this.kill();
		rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** The tab alone dies. */
async function crash(page: Page) {
	const crashed = page.waitForEvent('crash');
	const devtools = await page.context().newCDPSession(page);
	void devtools.send('Page.crash').catch(() => undefined);
	await crashed;
	await page.close();
}

/**
 * Answers questions one by one and kills, in turns, the tab and the whole browser as soon as each
 * is shown as saved.
 *
 * @param times how often
 * @returns how many answers were lost, and how many too many there were
 */
export async function killed(url: string, times: number): Promise<{ lost: number; more: number }> {
	const profile = new Profile();
	const result = { lost: 0, more: 0 };
	try {
		for (let time = 1; time <= times; time++) {
			const page = await profile.page();
			await (await QuizPage.of(page, url)).answerOne(url, rightResponse);
			if (time % 2) await profile.kill();
			else await crash(page);

			const after = await profile.page();
			await after.goto(`${url}/about`);
			const count = (await keptAnswers(after)).length + result.lost - result.more;
			result.lost += Math.max(0, time - count);
			result.more += Math.max(0, count - time);
			await after.close();
		}
	} finally {
		await profile.remove();
	}
	return result;
}
