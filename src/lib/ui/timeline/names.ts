import type { Side } from '#lib/content/records.ts';
import type { TimelineEntry } from '#lib/study/timeline.ts';

/** Who tells something, by the side that they speak for. */
export const TELLER_NAMES: Record<Side, string> = {
	armenia: 'For Armenia',
	azerbaijan: 'For Azerbaijan',
	karabakh: 'For the de facto Karabakh authorities',
	outside: 'Outside parties',
	none: 'The articles, and unnamed reports'
};

const counted = (count: number, one: string, many: string) =>
	`${count} ${count === 1 ? one : many}`;

/** What opens below an entry, in a line: "12 claims · 2 disputed points · 3 cards". */
export function insideWords({ told, disputes, cards }: TimelineEntry): string {
	const claims = told.reduce((sum, each) => sum + each.claims.length, 0);
	return [
		counted(claims, 'claim', 'claims'),
		disputes.length > 0 && counted(disputes.length, 'disputed point', 'disputed points'),
		cards.length > 0 && counted(cards.length, 'card', 'cards')
	]
		.filter(Boolean)
		.join(' · ');
}
