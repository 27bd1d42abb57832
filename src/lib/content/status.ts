/** What a disputed point can be, in words. `dispute-status.ts` computes which it is. */

export const STATUSES = ['agreed', 'one-side', 'contradicted', 'differ', 'unclear'] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_NAMES: Record<Status, string> = {
	agreed: 'Agreed',
	'one-side': 'One side only',
	contradicted: 'Contradicted',
	differ: 'Reports differ',
	unclear: 'Unclear'
};

export const STATUS_MEANINGS: Record<Status, string> = {
	agreed:
		'Both sides say the same, or a voice of neither side says it and nobody in the five articles contests it.',
	'one-side': 'Only one side says it, and the five articles print no answer from the other.',
	contradicted: 'One voice says it and another denies it or answers with a different account.',
	differ: 'Articles, or two places in one article, give different accounts of the same fact.',
	unclear:
		'No contradiction is printed, and the article leaves open who said it, when, where or how many.'
};
