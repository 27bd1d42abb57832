/** The gate's report: what the ledger holds, and how evenly. */
import { fairness, type Fairness, type ModuleFairness } from './fairness.ts';
import { wordCount } from './fields.ts';
import { plainText } from './card-text.ts';
import { citedIn } from './coverage.ts';
import type { CourseModule, Ledger } from './ledger.ts';
import { PARTIES, type BySide } from './sides.ts';
import { STATUSES } from './status.ts';

const count = <T>(all: Iterable<T>, key: (one: T) => string) => {
	const counts = new Map<string, number>();
	for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
	return counts;
};

const list = (counts: Iterable<[string, number]>) =>
	[...counts].map(([name, number]) => `${name} ${number}`).join(', ');

const bySide = (counts: BySide) => list(Object.entries(counts));

/** Counts of those sides only that contest what happened. */
const byParty = (counts: BySide) => list(PARTIES.map((side) => [side, counts[side]]));

const sourceLines = ({ sources, claims }: Ledger) =>
	[...sources.values()].map((source) => {
		const own = [...claims.values()].filter((claim) => claim.source === source.id);
		const carried = new Set(own.flatMap((claim) => claim.paragraph)).size;
		return `  ${source.outlet}: ${own.length} claims; ${carried} paragraphs carried, ${source.unused.length} unused, of ${source.paragraphs}`;
	});

const wordsOf = ({ cards }: CourseModule) =>
	cards
		.flatMap(({ paragraphs }) => paragraphs.flat())
		.reduce((sum, { parts }) => sum + wordCount(plainText(parts)), 0);

const moduleLines = (modules: readonly CourseModule[]) =>
	modules.map((module) => {
		const { title, cards, items } = module;
		return `  ${title}: ${cards.length} cards (${wordsOf(module)} words), ${items.length} questions (${list(count(items, (item) => item.kind))})`;
	});

function coverageLine({ untaught, unasked, aside, unaskedVoices }: Fairness): string {
	return `Coverage: ${untaught.length} claims never taught, ${unasked.length} never asked, ${aside.length} left aside with a reason, ${unaskedVoices.length} voices never asked (lists with --coverage)`;
}

/** Plain text for the terminal. */
export function report(ledger: Ledger): string {
	const { claims, sources, voices, places, disputes, notes, modules } = ledger;
	const counted = fairness(ledger);
	const { sides, statuses } = counted;
	const paragraphs = [...sources.values()].reduce((sum, source) => sum + source.paragraphs, 0);
	return [
		`${claims.size} claims from ${sources.size} articles (${paragraphs} paragraphs), ${voices.size} voices, ${places.size} places, ${disputes.size} disputes, ${notes.size} notes`,
		...sourceLines(ledger),
		`Disputes by status: ${list(STATUSES.map((status) => [status, statuses[status]]))}`,
		`Claims by side: ${bySide(sides.claims)}`,
		`Quotations by side: ${bySide(sides.quotations)}`,
		`Accusations by side: ${bySide(sides.accusations)}`,
		`Keys by side: ${bySide(sides.keyed)}`,
		`Options naming one side: right ${byParty(sides.right)}; wrong ${byParty(sides.wrong)}`,
		coverageLine(counted),
		`${modules.length} modules`,
		...moduleLines(modules)
	].join('\n');
}

const balanceLine = ({ module, keyed, right, wrong, balance }: ModuleFairness) =>
	`  ${module}: keys ${bySide(keyed)}; right options ${byParty(right)}; wrong options ${byParty(wrong)}${balance ? `; uneven because: ${balance}` : ''}`;

/** The whole lists behind the report's counts of coverage and balance, as plain text. */
export function coverageReport(ledger: Ledger): string {
	const { untaught, unasked, aside, unaskedVoices, modules } = fairness(ledger);
	const cards = ledger.modules.flatMap((module) => module.cards);
	const claimLine = (id: string) => {
		const claim = ledger.claims.get(id);
		const taughtBy = cards.filter((card) => citedIn({ cards: [card] }).includes(id));
		const where = taughtBy.map((card) => card.id).join(', ') || 'no card';
		return `  ${id} | ${claim?.kind} | ${claim?.voice} | ${claim?.source} | ${claim?.text} | ${where}`;
	};
	return [
		`Claims never taught (id | kind | voice | source | text | cards): ${untaught.length}`,
		...untaught.map(claimLine),
		`Claims never asked: ${unasked.length}`,
		...unasked.map(claimLine),
		`Claims left aside with a reason: ${aside.length}`,
		...aside.map((id) => `${claimLine(id)} | ${ledger.claims.get(id)?.asideBecause}`),
		`Voices never asked: ${unaskedVoices.length}`,
		...unaskedVoices.map(({ voice, claims }) => `  ${voice}: ${claims} claims`),
		'Keys and options by module:',
		...modules.map(balanceLine)
	].join('\n');
}
