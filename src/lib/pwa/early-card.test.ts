import { describe, expect, it } from 'vitest';
import { passed } from '../../../tests/support/sample-content.ts';
import { packCards, packCatalog, packLedger } from '../content/packs.ts';
import { earlyCard, type EarlyPacks } from './early-card.ts';

const { ledger } = passed();
const [module] = ledger.modules;
if (!module) throw new Error('The sample has no module.');
const packs: EarlyPacks = {
	catalog: packCatalog(ledger),
	cards: packCards(module),
	ledger: packLedger(ledger)
};
const [card] = packs.cards.cards;
if (!card) throw new Error('The sample has no card.');

describe('the text of a card, written by the worker', () => {
	it('has the title, every sentence, and who says it', () => {
		const html = earlyCard(packs, card.id, '/');
		expect(html).toContain(`<h1>${card.title}</h1>`);
		expect(html.match(/class="sentence"/g)).toHaveLength(card.paragraphs.flat().length);
		expect(html).toContain('<span class="who">');
		expect(html).toContain(`<a href="/modules/${module.id}">`);
	});

	it('keeps to the path that the site lies under', () => {
		const links = earlyCard(packs, card.id, '/under/').match(/href="[^"]*"/g) ?? [];
		expect(links.length).toBeGreaterThan(0);
		for (const link of links) expect(link).toMatch(/^href="\/under\//);
	});

	it('lets no text become markup', () => {
		const hostile = { ...card, title: '<img src=x onerror="alert(1)">&' };
		const html = earlyCard({ ...packs, cards: { ...packs.cards, cards: [hostile] } }, card.id, '/');
		expect(html).toContain('<h1>&#60;img src=x onerror=&#34;alert(1)&#34;&#62;&#38;</h1>');
	});

	it('is nothing for a card that is not there', () => {
		expect(earlyCard(packs, 'nothing', '/')).toBe('');
	});
});
