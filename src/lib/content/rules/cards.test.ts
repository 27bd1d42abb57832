import { describe, expect, it } from 'vitest';
import { mistakesAfter, sample } from '../../../../tests/support/sample-content.ts';

const CARD = 'modules/10-bridge/cards/01-gate.md';
const LAST = /In the \[River Gazette\].*\n/.exec(sample[CARD] ?? '')?.[0] ?? '';
const LINK = 'has a link that is no link to a voice, place or source; write [words](voice:id)';

describe('a card', () => {
	it('begins with front matter', () => {
		expect(mistakesAfter([CARD, '---\nid: gate', 'id: gate'])).toEqual([
			`${CARD}:1: has no front matter; begin the file with --- and the id, title, question and asOf`
		]);
	});

	it('has every field of its front matter', () => {
		expect(mistakesAfter([CARD, 'asOf: 2001-05-05\n', ''])).toEqual([
			`${CARD}:2: "asOf" is missing: write the last day that the card speaks of`
		]);
	});

	it('is of a day that is known', () => {
		expect(mistakesAfter([CARD, 'asOf: 2001-05-05', 'asOf: unknown'])).toEqual([
			`${CARD}:5: needs a date; write the last day that the card speaks of`
		]);
	});

	it('is not too short', () => {
		const less = 'Three or five lost theirs.[^ga03-three-lost][^he01-five-lost]\n';
		expect(mistakesAfter([CARD, LAST, less])).toEqual([
			`${CARD}:3: card "gate" has 52 words; write 60 to 160`
		]);
	});

	it('is not too long', () => {
		const more = `${'Many more words about nothing at all.[^ga02-carts] '.repeat(20)}\n`;
		expect(mistakesAfter([CARD, LAST, LAST + more])).toEqual([
			`${CARD}:3: card "gate" has 202 words; write 60 to 160`
		]);
	});

	it('has a reference for its last sentence', () => {
		expect(mistakesAfter([CARD, '[^ga03-three-lost][^he01-five-lost]\n', '\n'])).toContain(
			`${CARD}:11: has a sentence without a reference: "In the [River Gazette](source:gazette) three carriers lost what they carried, a…"; end it in [^claim-id]`
		);
	});

	it('has a reference for each sentence before', () => {
		expect(mistakesAfter([CARD, ' It\nalso', ' So it said. It\nalso'])).toEqual([
			`${CARD}:8: has a sentence without a reference in "So it said. It also counted twelve carts which stood in front of it that mornin…"; end each sentence in [^claim-id]`
		]);
	});

	it('quotes no more than 12 words', () => {
		const words = 'one two three four five six seven eight nine ten eleven twelve thirteen';
		expect(mistakesAfter([CARD, 'locked the gate', words])).toEqual([
			`${CARD}:8: quotes more than 12 words: "${words}"; quote fewer and put the rest in our own words`
		]);
	});

	it.each(['term:locked', 'https://example.org', 'voice:North Council', 'voice'])(
		'does not link to %s',
		(target) => {
			expect(mistakesAfter([CARD, '(voice:north-council)', `(${target})`])).toEqual([
				`${CARD}:8: ${LINK}`
			]);
		}
	);
});
