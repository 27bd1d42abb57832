/** The gate's report: what the ledger holds, and how evenly. */
import { wordCount } from './fields.ts';
import type { Ledger } from './ledger.ts';
import { disputeStatus } from './dispute-status.ts';
import { STATUSES } from './status.ts';

const count = <T>(all: Iterable<T>, key: (one: T) => string) => {
	const counts = new Map<string, number>();
	for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
	return counts;
};

const list = (counts: ReadonlyMap<string, number>) =>
	[...counts].map(([name, number]) => `${name} ${number}`).join(', ');

/** Counts per side, the fairness report of DESIGN rule 9: claims, quotations and denials. */
export function fairness({ claims, voices }: Ledger) {
	const sideOf = (voice: string) => voices.get(voice)?.side ?? 'none';
	const all = [...claims.values()];
	return {
		claims: count(all, (claim) => sideOf(claim.voice)),
		quotations: count(
			all.filter((claim) => claim.quote),
			(claim) => sideOf(claim.voice)
		),
		accusations: count(
			all.filter((claim) => claim.kind === 'accusation'),
			(claim) => sideOf(claim.voice)
		)
	};
}

/** Plain text for the terminal. */
export function report(ledger: Ledger): string {
	const { claims, sources, voices, places, disputes, notes, modules } = ledger;
	const sides = fairness(ledger);
	const statuses = count(disputes.values(), (each) => disputeStatus(each, claims, voices));
	const coverage = [...sources.values()].map((source) => {
		const own = [...claims.values()].filter((claim) => claim.source === source.id);
		const carried = new Set(own.flatMap((claim) => claim.paragraph)).size;
		return `  ${source.outlet}: ${own.length} claims; ${carried} paragraphs carried, ${source.unused.length} unused, of ${source.paragraphs}`;
	});
	const paragraphs = [...sources.values()].reduce((sum, source) => sum + source.paragraphs, 0);
	const course = modules.map(({ title, cards, items }) => {
		const words = cards.flatMap((card) =>
			card.paragraphs
				.flat()
				.map(({ parts }) =>
					wordCount(parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''))
				)
		);
		const total = words.reduce((sum, number) => sum + number, 0);
		return `  ${title}: ${cards.length} cards (${total} words), ${items.length} questions (${list(count(items, (item) => item.kind))})`;
	});
	return [
		`${claims.size} claims from ${sources.size} articles (${paragraphs} paragraphs), ${voices.size} voices, ${places.size} places, ${disputes.size} disputes, ${notes.size} notes`,
		...coverage,
		`Disputes by status: ${STATUSES.map((status) => `${status} ${statuses.get(status) ?? 0}`).join(', ')}`,
		`Claims by side: ${list(sides.claims)}`,
		`Quotations by side: ${list(sides.quotations)}`,
		`Accusations by side: ${list(sides.accusations)}`,
		`${modules.length} modules`,
		...course
	].join('\n');
}
