/**
 * The text of a card as the worker writes it into the shell: readable before any script of the page
 * has run. It looks as the card's page looks without its evidence, which the page then draws.
 */
import { formatEdtf } from '../content/edtf.ts';
import { citation, LedgerIndex } from '../content/evidence.ts';
import type { Inline, LinkTarget } from '../content/card-text.ts';
import type { Card, CardSentence } from '../content/ledger.ts';
import type { CardsPack, CatalogPack, LedgerPack } from '../content/packs.ts';

const FOLDERS: Record<LinkTarget, string> = { voice: 'voices', place: 'places', source: 'sources' };

const escaped = (text: string) =>
	text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const words = (parts: readonly Inline[], base: string) =>
	parts
		.map((part) =>
			typeof part === 'string'
				? escaped(part)
				: `<a href="${escaped(base + FOLDERS[part.to])}/${part.id}">${escaped(part.text)}</a>`
		)
		.join('');

function sentenceHtml({ parts, claims }: CardSentence, ledger: LedgerIndex, base: string) {
	const { who, where } = citation(ledger.evidence(claims));
	const mark = `<span class="who">${escaped(who)}</span> <span class="where">${escaped(where)}</span>`;
	return `<div class="sentence"><p>${words(parts, base)}</p><details><summary>${mark}</summary></details></div>`;
}

export interface EarlyPacks {
	catalog: CatalogPack;
	cards: CardsPack;
	ledger: LedgerPack;
}

/**
 * @param packs of the version that the worker serves
 * @param card id of the card
 * @param base path of the site, ending in a slash
 * @returns HTML of a `main`, or nothing when there is no such card
 */
export function earlyCard(packs: EarlyPacks, card: string, base: string): string {
	const module = packs.catalog.modules.find(({ id }) => id === packs.cards.module);
	const at = packs.cards.cards.findIndex(({ id }) => id === card);
	const shown = packs.cards.cards[at];
	if (!module || !shown) return '';
	const count = `card ${at + 1} of ${module.cards.length}`;
	const up = `<a href="${escaped(base)}modules/${module.id}">${escaped(module.title)}</a>`;
	return `<main class="early"><article class="card-text">${headHtml(shown, `${up} · ${count}`)}${bodyHtml(shown, new LedgerIndex(packs.ledger), base)}</article></main>`;
}

const headHtml = ({ title, question, asOf }: Card, eyebrow: string) =>
	`<header><p class="eyebrow">${eyebrow}</p><h1>${escaped(title)}</h1><p class="question">${escaped(question)}</p><p class="row small facts"><span>As of ${escaped(formatEdtf(asOf))}</span></p></header>`;

const bodyHtml = ({ paragraphs }: Card, ledger: LedgerIndex, base: string) =>
	paragraphs
		.map((sentences) => sentences.map((each) => sentenceHtml(each, ledger, base)).join(''))
		.map((html) => `<div class="paragraph">${html}</div>`)
		.join('');
