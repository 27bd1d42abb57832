import { oneSentence } from '../card-text.ts';
import { parseEdtf } from '../edtf.ts';
import type { ReadCard } from '../gather.ts';
import type { Mistake } from '../mistakes.ts';
import type { Located } from '../read.ts';
import { mistakeAt, type Rule } from './rule.ts';

/** What is wrong with the entry at an index of the list of changes. */
function wrongWith({ revision, changes }: ReadCard, at: number): string[] {
	const change = changes[at];
	if (!change) return [];
	const told = `tells what revision ${change.revision} changed`;
	const earlier = changes.slice(0, at).find((one) => one.revision === change.revision);
	return [
		...(change.revision === 1
			? [`${told}, which is the first; remove the entry, or mend its revision`]
			: []),
		...(change.revision > Math.max(1, revision)
			? [`${told}, but the card has revision ${revision}; raise that, or remove the entry`]
			: []),
		...(earlier ? [`${told} a second time; keep one of the two`] : []),
		...(parseEdtf(change.when)?.precision === 'day'
			? []
			: [`${told}, but not on which day; write one such as 2026-11-22`]),
		...(oneSentence(change.what)
			? []
			: [`${told}, but not in one sentence; write one, with its full stop`])
	];
}

function missing(card: Located<ReadCard>): Mistake[] {
	const { id, revision, changes } = card.value;
	const told = new Set(changes.map((change) => change.revision));
	return Array.from({ length: revision - 1 }, (_, index) => index + 2)
		.filter((raised) => !told.has(raised))
		.map((raised) =>
			mistakeAt(
				card,
				['revision'],
				`card "${id}" does not say what revision ${raised} changed; add it under changes, with revision, when and what`
			)
		);
}

/**
 * A card tells for each revision above the first what it changed, in one sentence with its day:
 * those who read it before are shown that sentence.
 */
export const toldChanges: Rule = ({ records }) =>
	records.modules
		.flatMap(({ cards }) => cards)
		.flatMap((card) => [
			...missing(card),
			...card.value.changes.flatMap((_, at) =>
				wrongWith(card.value, at).map((message) => mistakeAt(card, ['changes', at], message))
			)
		]);
