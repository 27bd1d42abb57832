/** A module on paper: cards with numbered references, questions without answers, and the answers. */
import { formatEdtf } from '../content/edtf.ts';
import type { LedgerIndex } from '../content/evidence.ts';
import { plainText } from '../content/card-text.ts';
import type { PlayedItem, Whys } from '../content/item.ts';
import type { Card } from '../content/ledger.ts';
import { explain } from '../quiz/kinds/explain.ts';
import { paperOf, type PaperQuestion } from '../quiz/kinds/paper.ts';
import type { Explanation } from '../quiz/kind.ts';
import { arrangedQuiz, newOrder } from '../quiz/session.ts';

/** Where a thing is said: who says it, in which article, of which day, in which paragraph. */
export interface PaperReference {
	/** From 1, in the order in which they are first cited. */
	number: number;
	who: string;
	where: string;
}

/** Gives a number to each place where something is said. Claims of one voice in one paragraph share it. */
export class References {
	#ledger: LedgerIndex;
	#numbers = new Map<string, PaperReference>();

	constructor(ledger: LedgerIndex) {
		this.#ledger = ledger;
	}

	get list(): PaperReference[] {
		return [...this.#numbers.values()];
	}

	/** Numbers of the references that claims have, each once, in their order. */
	cite(claims: readonly string[]): number[] {
		const numbers = this.#ledger.evidence(claims).map(({ claim, voice, source }) => {
			const paragraphs = `¶\u00a0${claim.paragraph.join(', ')}`;
			const dated = `${formatEdtf(source.published.when)}, ${paragraphs}`;
			// An article's own voice has its name already.
			const where = voice.reporterOf ? dated : `${source.short}, ${dated}`;
			const key = `${voice.id}/${source.id}/${dated}`;
			const known = this.#numbers.get(key);
			const number = known?.number ?? this.#numbers.size + 1;
			this.#numbers.set(key, { number, who: voice.name, where });
			return number;
		});
		return [...new Set(numbers)].sort((a, b) => a - b);
	}
}

export interface PaperCard {
	id: string;
	title: string;
	question: string;
	asOf: string;
	paragraphs: { text: string; references: number[] }[][];
}

/** Cards as a hand-out carries them, and the references that their sentences cite. */
export function handout(cards: readonly Card[], ledger: LedgerIndex) {
	const references = new References(ledger);
	return {
		cards: cards.map(({ id, title, question, asOf, paragraphs }): PaperCard => ({
			id,
			title,
			question,
			asOf: formatEdtf(asOf),
			paragraphs: paragraphs.map((sentences) =>
				sentences.map(({ parts, claims }) => ({
					text: plainText(parts),
					references: references.cite(claims)
				}))
			)
		})),
		references: references.list
	};
}

export interface PaperItem extends PaperQuestion {
	id: string;
	prompt: string;
}

/**
 * The questions in the order of a version. The same version stands on paper and key alike, and
 * begins with a question that is quick to answer, as a quiz does.
 *
 * @param version any text; each has an order of its own
 * @throws Error while the kinds of question are not loaded, see `loadKinds`
 */
export const paperItems = (items: readonly PlayedItem[], version: string): PlayedItem[] =>
	arrangedQuiz(items, version, newOrder(items, items, version));

/** The questions as they stand on paper, without anything of their answers. */
export const questionPaper = (items: readonly PlayedItem[]): PaperItem[] =>
	items.map((item) => ({ id: item.id, prompt: item.prompt, ...paperOf(item) }));

export interface KeyItem extends PaperItem {
	/** How each option, event, pair or figure stands, with its letter where it has one. */
	parts: (Explanation & { label: string })[];
	references: number[];
}

/** Answers with their reasons, and the references that they rest on. */
export function answerKey(
	items: readonly PlayedItem[],
	whys: Readonly<Record<string, Whys>>,
	claims: Readonly<Record<string, readonly string[]>>,
	ledger: LedgerIndex
) {
	const references = new References(ledger);
	const keys = items.map((item): KeyItem => {
		const paper = paperOf(item);
		return {
			id: item.id,
			prompt: item.prompt,
			...paper,
			parts: explain(item, whys[item.id]).map((part, at) => ({
				...part,
				// Events and pairs come with numbers of their own.
				label: paper.box === 'tick' ? (paper.options?.[at]?.mark ?? '') : ''
			})),
			references: references.cite(claims[item.id] ?? [])
		};
	});
	return { items: keys, references: references.list };
}
