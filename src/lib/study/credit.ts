/** What each kind of question asks, and how an answer earns credit, in a sentence each. */
import type { KindName } from '../quiz/kinds/index.ts';

interface Credit {
	name: string;
	asks: string;
	credit: string;
}

const ALL_OR_NOTHING = 'All or nothing.';

/** A new kind needs its line here, or the types do not fit. */
export const CREDIT: Record<KindName, Credit> = {
	choice: { name: 'Choice', asks: 'One right option.', credit: ALL_OR_NOTHING },
	multi: {
		name: 'Several right',
		asks: 'Any number of options is right.',
		credit:
			'The share of the right options chosen, less the share of the wrong ones chosen, never under nothing. Choosing everything earns nothing.'
	},
	order: {
		name: 'Order',
		asks: 'Events from first to last.',
		credit:
			'Pairs in order, less pairs out of order, as a share of all pairs, never under nothing (Kendall’s tau).'
	},
	match: {
		name: 'Match',
		asks: 'Each entry with its option.',
		credit: 'The share of entries matched right.'
	},
	number: {
		name: 'Figures',
		asks: 'The figure that each named source gives.',
		credit: 'The share of figures that are right.'
	},
	verdict: {
		name: 'Status',
		asks: 'How the accounts of a disputed point stand.',
		credit: `${ALL_OR_NOTHING} The right answer is the status worked out as above.`
	},
	'who-says': {
		name: 'Who says it',
		asks: 'The voice or the article that says a thing.',
		credit: `${ALL_OR_NOTHING} Anyone who says it in the ledger is right.`
	},
	cloze: {
		name: 'Gap',
		asks: 'The words that keep a sentence with its speaker.',
		credit: ALL_OR_NOTHING
	},
	place: {
		name: 'Place',
		asks: 'One of several places, on the map or in the list beside it.',
		credit: ALL_OR_NOTHING
	},
	matrix: {
		name: 'Article by article',
		asks: 'How each of the five articles carries a statement.',
		credit: 'The share of articles told right, which the ledger decides.'
	}
};

/** The kinds in the order above, each with its number of questions. */
export const creditRows = (kinds: Readonly<Record<string, number>>) =>
	(Object.entries(CREDIT) as [KindName, Credit][]).map(([kind, credit]) => ({
		kind,
		...credit,
		questions: kinds[kind] ?? 0
	}));
