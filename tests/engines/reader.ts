/** A reader at a browser, who finds things by role and name. */
import { setTimeout as pause } from 'node:timers/promises';
import { CONTENTS, type Contents } from '../../src/lib/content/contents.ts';
import type { CatalogPack } from '../../src/lib/content/packs.ts';
import type { Browser } from './engine.ts';
import { answerAnyhow, clickOn, visibleText } from './in-page.ts';

const PATIENCE = 20_000;

export type Role = 'link' | 'button' | 'heading';

/** Reads a file of the packs within a page. */
const read = (file: string) => `fetch('/data/${file}.json').then((answer) => answer.json())`;

export class Reader {
	readonly #browser: Browser;

	constructor(browser: Browser) {
		this.#browser = browser;
	}

	/** Waits until the page shows a text. */
	async sees(text: string | RegExp): Promise<string> {
		let shown = '';
		const found = await this.#until(async () => {
			shown = await this.#run(visibleText);
			return typeof text === 'string' ? shown.includes(text) : text.test(shown);
		});
		if (!found) throw new Error(`"${text}" does not show; the page says:\n${shown}`);
		return shown;
	}

	/** Waits for something with this role whose name begins so, and clicks it. */
	async clicks(role: Role, name: string): Promise<void> {
		if (!(await this.#until(() => this.#run(clickOn, role, name))))
			throw new Error(`There is no ${role} "${name}"; the page says:\n${await this.text()}`);
	}

	/** Gives any complete answer to the question at hand. */
	async answers(): Promise<void> {
		if (!(await this.#until(() => this.#run(answerAnyhow))))
			throw new Error(`There is no question; the page says:\n${await this.text()}`);
		await this.clicks('button', 'Think so');
	}

	text(): Promise<string> {
		return this.#run(visibleText);
	}

	/** The course, as the page itself would load it. */
	async catalog(): Promise<CatalogPack> {
		const { packs } = (await this.#browser.run(read(CONTENTS))) as Contents;
		return (await this.#browser.run(read(`catalog.${packs.catalog ?? ''}`))) as CatalogPack;
	}

	async #run<A extends unknown[], T>(work: (...args: A) => T, ...args: A): Promise<T> {
		const list = args.map((arg) => JSON.stringify(arg)).join(', ');
		return (await this.#browser.run(`(${work.toString()})(${list})`)) as T;
	}

	/** Asks again and again; a page that is being left or not there yet says no. */
	async #until(asked: () => Promise<boolean>): Promise<boolean> {
		for (const end = Date.now() + PATIENCE; Date.now() < end;) {
			if (await asked().catch(() => false)) return true;
			await pause(100);
		}
		return false;
	}
}
