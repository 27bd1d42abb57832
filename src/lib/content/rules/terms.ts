import type { Gathered } from '../gather.ts';
import type { Mistake } from '../mistakes.ts';
import { phraseKey } from '../word-count.ts';
import { mistakeAt, unknownId, type Rule, type RuleInput } from './rule.ts';

type Term = Gathered['terms'][number];

/**
 * The counts of a term name known articles and voices, no phrase is counted under two forms, and
 * no article gives more uses to speakers than it has.
 */
export const soundTerms: Rule = (input) =>
	input.records.terms.flatMap((term) => [
		...termIds(input, term),
		...countedTwice(term),
		...saidTooOften(term),
		...silentSpeakers(input, term)
	]);

const termIds = (input: RuleInput, term: Term): Mistake[] =>
	term.value.forms.flatMap(({ counts, said }, at) => [
		...Object.keys(counts).flatMap((id) =>
			unknownId(input, term, ['forms', at, 'counts', id], 'source', id)
		),
		...said.flatMap((use, index) => [
			...unknownId(input, term, ['forms', at, 'said', index, 'in'], 'source', use.in),
			...use.by.flatMap((id, which) =>
				unknownId(input, term, ['forms', at, 'said', index, 'by', which], 'voice', id)
			)
		])
	]);

function countedTwice(term: Term): Mistake[] {
	const known = new Set<string>();
	const take = (phrase: string, path: (string | number)[]): Mistake[] => {
		const key = phraseKey(phrase);
		if (!known.has(key)) known.add(key);
		else
			return [
				mistakeAt(term, path, `has "${phrase}" twice; count each phrase in one place of the term`)
			];
		return [];
	};
	return [
		...term.value.forms.flatMap(({ form, also }, at) => [
			...take(form, ['forms', at, 'form']),
			...also.flatMap((phrase, index) => take(phrase, ['forms', at, 'also', index]))
		]),
		...term.value.except.flatMap((phrase, index) => take(phrase, ['except', index]))
	];
}

const saidTooOften = (term: Term): Mistake[] =>
	term.value.forms.flatMap(({ form, counts, said }, at) =>
		[...new Set(said.map((use) => use.in))].flatMap((source) => {
			const spoken = said
				.filter((use) => use.in === source)
				.reduce((sum, { times }) => sum + times, 0);
			const all = counts[source] ?? 0;
			return spoken <= all
				? []
				: [
						mistakeAt(
							term,
							['forms', at, 'said'],
							`gives "${form}" to speakers ${spoken} times in ${source}, which has it ${all} times; mend one of the two`
						)
					];
		})
	);

/** Whoever is said to use a word in an article must have a claim there. */
const silentSpeakers = ({ records, ids }: RuleInput, term: Term): Mistake[] =>
	term.value.forms.flatMap(({ said }, at) =>
		said.flatMap((use, index) =>
			use.by
				.filter(
					(id) =>
						ids.voice.has(id) &&
						ids.source.has(use.in) &&
						!records.unread.some(({ path }) => path === `claims/${use.in}.yaml`) &&
						!records.claims.some(({ value }) => value.source === use.in && value.voice === id)
				)
				.map((id) =>
					mistakeAt(
						term,
						['forms', at, 'said', index, 'by'],
						`lets ${id} speak in ${use.in}, where no claim is of that voice; name the voice of the claim`
					)
				)
		)
	);
