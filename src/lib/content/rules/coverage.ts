import { coverageOf, lacks } from '../coverage.ts';
import { mistakeAt, type Rule } from './rule.ts';

const WORDS = {
	both: 'is taught by no card and asked about by no question; cite it in both',
	card: 'is taught by no card; cite it in one',
	question: 'is asked about by no question; write one that rests on it'
};

/**
 * Every claim is taught by a card and asked about by a question, itself or one that says the same,
 * or says why not. A reason that is not needed is a mistake too.
 */
export const coveredClaims: Rule = ({ records, known }) => {
	const modules = records.modules.map(({ cards, items }) => ({
		cards: cards.map(({ value }) => value),
		items: items.map(({ value }) => value)
	}));
	const coverage = coverageOf(modules, known.claims);
	const unread = records.unread.map(({ text }) => text).join('\n');
	return records.claims
		.filter(({ value }) => !unread.includes(value.id))
		.flatMap((claim) => {
			const { id, asideBecause } = claim.value;
			const { card, question } = lacks(claim.value, coverage);
			const lacking = card && question ? 'both' : card ? 'card' : question ? 'question' : undefined;
			if (lacking && !asideBecause)
				return [
					mistakeAt(
						claim,
						['id'],
						`claim "${id}" ${WORDS[lacking]}, or say why not with asideBecause`
					)
				];
			if (!lacking && asideBecause)
				return [
					mistakeAt(
						claim,
						['asideBecause'],
						`claim "${id}" says why it is left out, and a card teaches it and a question asks about it; remove the reason`
					)
				];
			return [];
		});
};
