import { describe, expect, it } from 'vitest';
import {
	edited,
	mistakesAfter,
	passed,
	type Edit
} from '../../../../tests/support/sample-content.ts';

const CARD = 'modules/10-bridge/cards/01-gate.md';
const AS_OF = 'asOf: 2001-05-05';
const TWO = '  - { revision: 2, when: 2001-06-01, what: The count of carts is told. }';

/** The card with a revision and a list of changes. */
const revised = (revision: number, ...changes: string[]): Edit => [
	CARD,
	AS_OF,
	[AS_OF, `revision: ${revision}`, ...(changes.length > 0 ? ['changes:', ...changes] : [])].join(
		'\n'
	)
];

describe('what a revision changed', () => {
	it('is told to those who read the card before', () => {
		expect(mistakesAfter(revised(2, TWO))).toEqual([]);
		expect(passed(edited(revised(2, TWO))).ledger.modules[0]?.cards[0]?.changes).toEqual([
			{ revision: 2, when: '2001-06-01', what: 'The count of carts is told.' }
		]);
	});

	it('need not be told of the first one', () => {
		expect(mistakesAfter(revised(1))).toEqual([]);
	});

	it('is told of each revision above the first', () => {
		expect(mistakesAfter(revised(3, TWO))).toEqual([
			`${CARD}:6: card "gate" does not say what revision 3 changed; add it under changes, with revision, when and what`
		]);
		expect(mistakesAfter(revised(3))).toHaveLength(2);
	});

	it.each([
		[
			'{ revision: 1, when: 2001-06-01, what: It is there. }',
			'tells what revision 1 changed, which is the first; remove the entry, or mend its revision'
		],
		[
			'{ revision: 3, when: 2001-06-01, what: It is there. }',
			'tells what revision 3 changed, but the card has revision 2; raise that, or remove the entry'
		],
		[
			'{ revision: 2, when: 2001-06-01, what: It is there. }',
			'tells what revision 2 changed a second time; keep one of the two'
		]
	])('is no entry for a revision that has none: %s', (entry, message) => {
		expect(mistakesAfter(revised(2, TWO, `  - ${entry}`))).toEqual([`${CARD}:9: ${message}`]);
	});

	it.each([
		['when: 2001-06-01', 'when: 2001-06', 'but not on which day; write one such as 2026-11-22'],
		['told.', 'told', 'but not in one sentence; write one, with its full stop'],
		['told.', 'told. It is new.', 'but not in one sentence; write one, with its full stop']
	])('has a day and one sentence: %s', (right, wrong, message) => {
		expect(mistakesAfter(revised(2, TWO.replace(right, wrong)))).toEqual([
			`${CARD}:8: tells what revision 2 changed, ${message}`
		]);
	});
});
