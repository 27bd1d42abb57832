import { parseEdtf } from '../edtf.ts';
import { plainText, quotations } from '../card-text.ts';
import { MAX_QUOTE_WORDS, wordCount } from '../fields.ts';
import type { ReadCard } from '../gather.ts';
import type { Mistake } from '../mistakes.ts';
import type { Located } from '../read.ts';
import { mistakeAt, unknownId, type Rule, type RuleInput } from './rule.ts';

const MIN_WORDS = 60;
const MAX_WORDS = 160;

function sentences(input: RuleInput, card: Located<ReadCard>): Mistake[] {
	const at = (line: number) => ({ ...card, line: () => line });
	return card.value.paragraphs.flat().flatMap(({ parts, claims, line }) => [
		...claims.flatMap((id) => unknownId(input, at(line), [], 'claim', id)),
		...parts.flatMap((part) =>
			typeof part === 'string' ? [] : unknownId(input, at(line), [], part.to, part.id)
		),
		...parts.flatMap((part) =>
			typeof part === 'string' && /\]\(/.test(part)
				? [
						mistakeAt(
							at(line),
							[],
							'has a link that is no link to a voice, place or source; write [words](voice:id)'
						)
					]
				: []
		),
		...quotations(plainText(parts))
			.filter((words) => wordCount(words) > MAX_QUOTE_WORDS)
			.map((words) =>
				mistakeAt(
					at(line),
					[],
					`quotes more than ${MAX_QUOTE_WORDS} words: "${words}"; quote fewer and put the rest in our own words`
				)
			)
	]);
}

/** A card has 60 to 160 words, and its sentences name claims, voices and places that are there. */
export const soundCards: Rule = (input) =>
	input.records.modules.flatMap(({ cards }) =>
		cards.flatMap((card) => {
			const text = card.value.paragraphs.flat().map(({ parts }) => plainText(parts));
			const words = wordCount(text.join(' '));
			const length =
				words < MIN_WORDS || words > MAX_WORDS
					? [
							mistakeAt(
								card,
								['title'],
								`card "${card.value.id}" has ${words} words; write ${MIN_WORDS} to ${MAX_WORDS}`
							)
						]
					: [];
			const notes = card.value.notes.flatMap((id, index) =>
				unknownId(input, card, ['notes', index], 'note', id)
			);
			const dated =
				parseEdtf(card.value.asOf)?.precision === 'unknown'
					? [mistakeAt(card, ['asOf'], 'needs a date; write the last day that the card speaks of')]
					: [];
			return [...sentences(input, card), ...length, ...notes, ...dated];
		})
	);
