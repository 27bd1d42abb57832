import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, questions, whysPack } from '../../../tests/support/questions.ts';
import { passed } from '../../../tests/support/sample-content.ts';
import { LedgerIndex } from '../content/evidence.ts';
import { packLedger } from '../content/packs.ts';
import { paperOf } from '../quiz/kinds/paper.ts';
import { answerKey, handout, paperItems, questionPaper, References } from './print.ts';

const { ledger } = passed();
const index = new LedgerIndex(packLedger(ledger));
const claims = [...ledger.claims.keys()];

describe('references on paper', () => {
	it('say who says it, in which article, of which day, in which paragraph', () => {
		const references = new References(index);
		expect(references.cite(['ga02-locked'])).toEqual([1]);
		expect(references.list).toEqual([
			{ number: 1, who: 'North council', where: 'River Gazette, 5 May 2001, ¶\u00a02' }
		]);
	});

	it('name an article once that speaks in its own words', () => {
		const references = new References(index);
		references.cite(['he01-five-lost']);
		expect(references.list[0]?.where).toBe('5 May 2001, ¶\u00a01');
	});

	it('are numbered from 1 as they are cited, and each place has one number', () => {
		fc.assert(
			fc.property(fc.array(fc.array(fc.constantFrom(...claims))), (cited) => {
				const references = new References(index);
				const first = cited.map((each) => references.cite(each));
				const numbers = references.list.map(({ number }) => number);
				expect(numbers).toEqual(numbers.map((_, at) => at + 1));
				expect(cited.map((each) => references.cite(each))).toEqual(first);
				const places = references.list.map(({ who, where }) => `${who} ${where}`);
				expect(new Set(places).size).toBe(places.length);
			})
		);
	});
});

describe('a hand-out', () => {
	it('has every sentence with a reference that the list holds', () => {
		const cards = ledger.modules[0]?.cards ?? [];
		const paper = handout(cards, index);
		expect(paper.cards.map(({ title }) => title)).toEqual(cards.map(({ title }) => title));
		const cited = paper.cards.flatMap((card) =>
			card.paragraphs.flat().map(({ references }) => references)
		);
		expect(cited.every((each) => each.length > 0)).toBe(true);
		expect(new Set(cited.flat()).size).toBe(paper.references.length);
	});
});

describe('a question paper and its key', () => {
	it('have the same questions and options in the same order', () => {
		fc.assert(
			fc.property(fc.string(), (version) => {
				const paper = questionPaper(paperItems(pack.items, version));
				const key = answerKey(paperItems(pack.items, version), whysPack.whys, {}, index);
				expect(key.items).toMatchObject(paper);
				expect(paper.map(({ id }) => id).sort()).toEqual(pack.items.map(({ id }) => id).sort());
			})
		);
	});

	it('differ from version to version', () => {
		const orders = ['1', '2', '3', '4'].map((version) =>
			JSON.stringify(questionPaper(paperItems(pack.items, version)))
		);
		expect(new Set(orders).size).toBe(orders.length);
	});

	it('carry a question of every kind, with something to do and an answer', () => {
		const told = Object.values(questions).map((item) => paperOf(item));
		expect(told.filter(({ task, answer }) => !task || !answer)).toEqual([]);
		const doable = told.map(({ box, lines, grid }) => Boolean(box ?? lines ?? grid));
		expect(doable).not.toContain(false);
	});

	it('tells why in the key, with the letters of the paper', () => {
		const key = answerKey([questions.choice], whysPack.whys, whysPack.claims, index);
		expect(key.items[0]).toMatchObject({ answer: 'A', references: [1] });
		expect(key.items[0]?.parts[1]).toMatchObject({
			label: 'B',
			text: 'The second one',
			mark: 'left',
			why: 'Because of second.'
		});
	});
});

describe('the answer in a line', () => {
	it.each([
		['choice', 'A'],
		['multi', 'A, C'],
		['order', 'B, A, D, C (from first to last)'],
		['match', '1 A, 2 B'],
		['number', 'River Gazette: 1,200; Herald: 5, up to 1 off is right'],
		['verdict', 'D'],
		['who-says', 'B or C'],
		['cloze', 'D'],
		['place', '3'],
		['matrix', 'River Gazette: gives it to a speaker; Herald: is silent on it']
	] as const)('%s: %s', (kind, answer) => {
		expect(paperOf(questions[kind]).answer).toBe(answer);
	});
});
