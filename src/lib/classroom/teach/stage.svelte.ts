/** What stands on the projector: what it is made of, and how far it is revealed. */
import { citation } from '../../content/evidence.ts';
import type { PlayedItem, Whys } from '../../content/item.ts';
import type { Card, CardSentence } from '../../content/ledger.ts';
import type { CatalogPack } from '../../content/packs.ts';
import { loadKinds } from '../../quiz/kinds/index.ts';
import { packs } from '../../study/packs.ts';
import { cardSteps, QUESTION_STEPS, type Shown } from './show.ts';

/** A sentence, and who says it where. */
export interface Line {
	parts: CardSentence['parts'];
	who: string;
	where: string;
}

export type OnStage =
	| { what: 'card'; card: Card; paragraphs: Line[][] }
	| { what: 'question'; item: PlayedItem; whys: Whys | undefined };

export class Stage {
	on = $state.raw<OnStage>();
	step = $state(0);
	problem = $state('');

	readonly steps = $derived(
		this.on?.what === 'card' ? cardSteps(this.on.card) : this.on ? QUESTION_STEPS : 0
	);

	/** Shows something from its beginning. */
	async show({ module, what, id }: Shown) {
		this.problem = '';
		try {
			this.on = what === 'card' ? await this.#card(module, id) : await this.#question(module, id);
			this.step = 0;
			if (!this.on) this.problem = 'There is no such card or question; choose another.';
		} catch (cause) {
			console.error(cause);
			this.problem = 'This could not be loaded; try again when there is a network.';
		}
	}

	async #card(module: string, id: string): Promise<OnStage | undefined> {
		const [{ cards }, ledger] = await Promise.all([
			packs.cards(module, fetch),
			packs.ledger(fetch)
		]);
		const card = cards.find((each) => each.id === id);
		if (!card) return undefined;
		const lineOf = ({ parts, claims }: CardSentence): Line => ({
			parts,
			...citation(ledger.evidence(claims))
		});
		return { what: 'card', card, paragraphs: card.paragraphs.map((each) => each.map(lineOf)) };
	}

	async #question(module: string, id: string): Promise<OnStage | undefined> {
		const [{ items }, { whys }] = await Promise.all([
			packs.quiz(module, fetch),
			packs.whys(module, fetch),
			loadKinds()
		]);
		const item = items.find((each) => each.id === id);
		return item && { what: 'question', item, whys: whys[id] };
	}

	/** Reveals one step more, or one less. @returns false where there is none */
	turn(by: 1 | -1): boolean {
		const next = this.step + by;
		if (next < 0 || next > this.steps) return false;
		this.step = next;
		return true;
	}
}

/** Everything of a module that can be shown, its cards before its questions. */
export const allOf = ({ modules }: CatalogPack, module: string): Shown[] => {
	const entry = modules.find(({ id }) => id === module);
	if (!entry) return [];
	return [
		...entry.cards.map(({ id }): Shown => ({ module, what: 'card', id })),
		...entry.items.map((id): Shown => ({ module, what: 'question', id }))
	];
};
