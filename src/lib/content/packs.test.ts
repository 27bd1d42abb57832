import { describe, expect, it } from 'vitest';
import { passed } from '../../../tests/support/sample-content.ts';
import { packEventCards, packLater, packQuiz, packWhys } from './packs.ts';

const { ledger } = passed();
const [module] = ledger.modules;
if (!module) throw new Error('The sample has no module.');

/** Every text of the sample's questions that says why, by question. */
const WHYS = {
	'q-choice': { a: 'It wrote to the paper.', b: 'It answered later.' },
	'q-match': { said: 'It wrote so.', denied: 'It answered so.' }
};

describe('the packs of a quiz', () => {
	it('hold what it asks in one, and why in the other', () => {
		const { whys } = packWhys(module);
		expect(whys).toMatchObject(WHYS);
		const asked = JSON.stringify(packQuiz(module));
		const told = Object.values(whys).flatMap((own) => Object.values(own));
		expect(told.filter((why) => asked.includes(why))).toEqual([]);
	});

	it('know the same questions', () => {
		const ids = packQuiz(module).items.map(({ id }) => id);
		expect(Object.keys(packWhys(module).whys)).toEqual(ids);
	});
});

describe('the pack of what came later', () => {
	it('holds what the file does, and no claim', () => {
		expect(packLater(ledger)?.events.map(({ id }) => id)).toEqual([
			'bridge-open',
			'bridge-painted'
		]);
		const told = JSON.stringify(packLater(ledger));
		expect([...ledger.claims.keys()].filter((id) => told.includes(id))).toEqual([]);
	});
});

describe('the cards of an event', () => {
	it('are those that cite a claim of it, the most telling first', () => {
		expect(packEventCards(ledger)).toEqual({ 'bridge-shut': ['the-bridge/gate'] });
		const card = module.cards[0];
		if (!card) throw new Error('The sample has no card.');
		const sentence = { parts: ['It was shut.'], claims: ['ga02-locked', 'ga03-not-locked'] };
		const silent = { ...card, id: 'silent', paragraphs: [[{ parts: ['So.'], claims: [] }]] };
		const claims = new Map(ledger.claims);
		const answer = claims.get('ga03-not-locked');
		if (answer) claims.set(answer.id, { ...answer, event: 'bridge-shut' });
		const once = { ...card, id: 'once', paragraphs: [[{ ...sentence, claims: ['ga02-locked'] }]] };
		const twice = { ...card, id: 'twice', paragraphs: [[sentence]] };
		const modules = [{ ...module, cards: [silent, once, twice] }];
		expect(packEventCards({ ...ledger, claims, modules })).toEqual({
			'bridge-shut': ['the-bridge/twice', 'the-bridge/once']
		});
	});
});
