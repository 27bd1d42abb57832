/** A quiz as its reader meets it: found by role, answered by tap or by keyboard. */
import { expect, type Locator, type Page } from 'playwright/test';
import type { PlayedItem, Whys } from '../../src/lib/content/item.ts';
import type { CatalogPack, QuizPack, WhysPack } from '../../src/lib/content/packs.ts';
import type { Option } from '../../src/lib/quiz/kind.ts';
import type { MatchItem } from '../../src/lib/quiz/kinds/match/play.ts';
import type { NumberItem } from '../../src/lib/quiz/kinds/number/play.ts';
import { arrangedQuiz } from '../../src/lib/quiz/session.ts';
import type { Draft } from '../../src/lib/study/quiz-draft.ts';
import { serverPack } from './packs.ts';

export type Way = 'tap' | 'keyboard';

export class QuizPage {
	readonly pack: QuizPack;
	readonly page: Page;

	readonly #whys: WhysPack;

	private constructor(page: Page, pack: QuizPack, whys: WhysPack) {
		this.page = page;
		this.pack = pack;
		this.#whys = whys;
	}

	/** The quiz of the first module, not yet opened. */
	static async of(page: Page, url: string): Promise<QuizPage> {
		const read = (path: string) => serverPack(url, path);
		const { modules } = (await read('catalog')) as CatalogPack;
		const module = modules[0]?.id ?? '';
		const [pack, whys] = await Promise.all([read(`quiz/${module}`), read(`whys/${module}`)]);
		return new QuizPage(page, pack as QuizPack, whys as WhysPack);
	}

	get path() {
		return `/modules/${this.pack.module}/quiz`;
	}

	/** Why the parts of a question are right or wrong. */
	whysOf({ id }: PlayedItem): Whys {
		return this.#whys.whys[id] ?? {};
	}

	get prompt(): Locator {
		return this.page.getByRole('heading', { level: 2 });
	}

	get verdict(): Locator {
		return this.page.getByRole('heading', { level: 3, name: /right/i });
	}

	get answerButton(): Locator {
		return this.page.getByRole('button', { name: 'Think so' });
	}

	get nextButton(): Locator {
		return this.page.getByRole('button', { name: /^(Next question|See the result)$/ });
	}

	async open(url: string) {
		await this.page.goto(url + this.path);
		await this.answerButton.waitFor();
	}

	/** What this tab notes of the running quiz. */
	async draft(): Promise<Draft> {
		const key = `quiz-${this.pack.module}`;
		return JSON.parse(
			await this.page.evaluate((name) => sessionStorage.getItem(name) ?? 'null', key)
		) as Draft;
	}

	/** The questions in their order, worked out from the seed. */
	async questions(): Promise<PlayedItem[]> {
		const { session } = await this.draft();
		return arrangedQuiz(this.pack.items, session.seed, session.items);
	}

	/** The question at hand, as it is arranged. */
	async current(): Promise<PlayedItem> {
		const { item } = await this.draft();
		const question = (await this.questions()).find(({ id }) => id === item);
		if (!question) throw new Error(`The quiz stands at ${item}, which it does not ask.`);
		return question;
	}

	/** Enters a response, and does not hand it in. */
	async enter(item: PlayedItem, response: unknown, way: Way = 'tap') {
		const options = (item as unknown as { options: Option[] }).options;
		if (item.kind === 'order') await this.#order(options, response as string[], way);
		else if (item.kind === 'match') await this.#match(item as unknown as MatchItem, response, way);
		else if (item.kind === 'matrix')
			await this.#matrix(item as unknown as MatchItem, response, way);
		else if (item.kind === 'number')
			await this.#number(item as unknown as NumberItem, response, way);
		else await this.#choose(options, [response].flat(), way);
	}

	/** Answers the question at hand and waits for the verdict. */
	async answer(respond: (item: PlayedItem) => unknown, way: Way = 'tap') {
		const item = await this.current();
		await this.enter(item, respond(item), way);
		if (way === 'tap') await this.answerButton.click();
		else await this.#handIn(item);
		await expect(this.verdict).toBeFocused();
		return item;
	}

	async next(way: Way = 'tap') {
		if (way === 'tap') await this.nextButton.click();
		else await this.page.keyboard.press('Enter');
		await expect(this.verdict).toHaveCount(0);
	}

	/** Opens the quiz where it stands, anew where it is finished, and answers a question until that is saved. */
	async answerOne(url: string, respond: (item: PlayedItem) => unknown) {
		await this.page.goto(url + this.path);
		const again = this.page.getByRole('button', { name: 'Again with all' });
		await this.answerButton.or(again).first().waitFor();
		if (await again.isVisible()) await again.click();
		await this.answerButton.waitFor();
		const item = await this.current();
		await this.enter(item, respond(item));
		await this.answerButton.click();
		await this.page.getByText('Saved on this device.').waitFor();
		return item;
	}

	/** Answers every question left. */
	async finish(respond: (item: PlayedItem) => unknown, way: Way = 'tap') {
		const { session, item } = await this.draft();
		const left = session.items.length - session.items.findIndex(({ id }) => id === item);
		for (let count = 0; count < left; count++) {
			await this.answer(respond, way);
			await this.next(way);
		}
	}

	async #choose(options: Option[], chosen: unknown[], way: Way) {
		const inputs = this.page.getByRole('radio').or(this.page.getByRole('checkbox'));
		for (const [index, { id }] of options.entries()) {
			if (!chosen.includes(id)) continue;
			await inputs.nth(index).waitFor();
			if (way === 'tap') await inputs.nth(index).check();
			else await this.page.keyboard.press(String(index + 1));
			await expect(inputs.nth(index)).toBeChecked();
		}
	}

	/** Moves events up, the first first. */
	async #order(options: Option[], wanted: string[], way: Way) {
		const order = options.map(({ id }) => id);
		for (const [to, id] of wanted.entries()) {
			const from = order.indexOf(id);
			order.splice(to, 0, ...order.splice(from, 1));
			for (let at = from; at > to; at--) {
				const up = this.page.getByRole('button', { name: /^Move up/ }).nth(at);
				if (way === 'tap') await up.click();
				else await up.press('Enter');
			}
		}
	}

	async #match({ pairs, options }: MatchItem, response: unknown, way: Way) {
		for (const [index, { id }] of pairs.entries()) {
			const list = this.page.getByRole('combobox').nth(index);
			const wanted = (response as Record<string, string>)[id];
			if (way === 'tap') await list.selectOption(wanted ?? '');
			else
				for (let at = -1; at < options.findIndex((option) => option.id === wanted); at++)
					await list.press('ArrowDown');
		}
	}

	async #matrix({ pairs, options }: MatchItem, response: unknown, way: Way) {
		for (const { id, text } of pairs) {
			const stances = this.page.getByRole('group', { name: text, exact: true }).getByRole('radio');
			const wanted = (response as Record<string, string>)[id];
			const at = options.findIndex((option) => option.id === wanted);
			if (way === 'tap') await stances.nth(at).check();
			else {
				await stances.first().press('Space');
				for (let down = 0; down < at; down++) await stances.nth(down).press('ArrowDown');
			}
			await expect(stances.nth(at)).toBeChecked();
		}
	}

	async #number({ figures }: NumberItem, response: unknown, way: Way) {
		for (const [index, { id }] of figures.entries()) {
			const field = this.page.getByRole('spinbutton').nth(index);
			const text = String((response as Record<string, number>)[id]);
			if (way === 'tap') await field.fill(text);
			else await field.pressSequentially(text);
		}
	}

	/** Enter hands in from an option or a field; lists and buttons have their own use for it. */
	async #handIn({ kind }: PlayedItem) {
		if (kind === 'order' || kind === 'match')
			for (let steps = 0; steps < 30 && !(await isFocused(this.answerButton)); steps++)
				await this.page.keyboard.press('Tab');
		await this.page.keyboard.press('Enter');
	}
}

const isFocused = (locator: Locator) =>
	locator.evaluate((element) => element === document.activeElement);
