/** What a card's page shows: the card, the evidence of each sentence, and the cards around it. */
import { error } from '@sveltejs/kit';
import type { Evidence } from '../content/evidence.ts';
import type { CardSentence } from '../content/ledger.ts';
import type { ModuleEntry } from '../content/packs.ts';
import { packs } from './packs.ts';

export interface SentenceView {
	sentence: CardSentence;
	evidence: Evidence[];
}

/** The entry of a module in the catalog; a 404 error when there is none. */
export async function findModule(id: string, load: typeof fetch): Promise<ModuleEntry> {
	const { modules } = await packs.catalog(load);
	return modules.find((module) => module.id === id) ?? error(404, 'There is no such module.');
}

/** Gathers a card's page; a 404 error when module or card is not there. */
export async function cardView(moduleId: string, cardId: string, load: typeof fetch) {
	const [module, ledger, pack] = await Promise.all([
		findModule(moduleId, load),
		packs.ledger(load),
		packs.cards(moduleId, load)
	]);
	const at = pack.cards.findIndex(({ id }) => id === cardId);
	const card = pack.cards[at] ?? error(404, 'There is no such card.');
	const paragraphs = card.paragraphs.map((paragraph) =>
		paragraph.map((sentence): SentenceView => ({
			sentence,
			evidence: ledger.evidence(sentence.claims)
		}))
	);
	return { module, card, paragraphs, at, previous: pack.cards[at - 1], next: pack.cards[at + 1] };
}
