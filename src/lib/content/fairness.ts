/** The fairness report: what the ledger and the course give each side, counted. */
import { plainText } from './card-text.ts';
import { balanceOf } from './balance.ts';
import { coverageOf, leftOut, unaskedVoices } from './coverage.ts';
import { disputeStatus } from './dispute-status.ts';
import { wordCount } from './fields.ts';
import type { CardSentence, CourseModule, Ledger } from './ledger.ts';
import { optionsOf, sideNamed } from './named-side.ts';
import type { Side } from './records.ts';
import { countBySide, sideOfClaim, type BySide } from './sides.ts';
import { STATUSES, type Status } from './status.ts';

/** What is counted for each side, over everything. */
export interface SideCounts {
	claims: BySide;
	/** Claims of which the article's wording is kept. */
	quotations: BySide;
	accusations: BySide;
	denials: BySide;
	/** Claims of dead, wounded or lost. */
	casualties: BySide;
	/** Words of the card sentences that rest on claims of one side alone. */
	words: BySide;
	/** How often keys rest on a claim of the side: once for each question and claim. */
	keyed: BySide;
	/** Right options that name one side alone. */
	right: BySide;
	/** Wrong options that name one side alone. */
	wrong: BySide;
	untaught: BySide;
	unasked: BySide;
}

export interface ModuleFairness {
	module: string;
	keyed: BySide;
	right: BySide;
	wrong: BySide;
	aboutBoth: boolean;
	uneven: boolean;
	/** Why the articles make it uneven, where it is. */
	balance?: string;
}

export interface Fairness {
	sides: SideCounts;
	modules: ModuleFairness[];
	/** Ids of claims that no card teaches, and of those that no question asks about, without a reason. */
	untaught: string[];
	unasked: string[];
	/** Ids of claims that say why no card or question uses them. */
	aside: string[];
	unaskedVoices: { voice: string; claims: number }[];
	/** Disputed points by status. */
	statuses: Record<Status, number>;
	/** Dates of claims: how many there are, were worked out, and are not known. */
	dates: { all: number; workedOut: number; unknown: number };
	/** Questions by kind. */
	kinds: Record<string, number>;
}

/** The one side on whose claims a sentence rests; `undefined` where there are more. */
function onlySide({ claims }: CardSentence, sideOf: (claim: string) => Side | undefined) {
	const sides = new Set(claims.map(sideOf));
	return sides.size === 1 ? [...sides][0] : undefined;
}

function optionCounts({ items }: Pick<CourseModule, 'items'>, { voices }: Ledger) {
	const options = items.flatMap(optionsOf);
	const count = (right: boolean) =>
		countBySide(
			options.filter((option) => option.right === right),
			({ text }) => sideNamed(text, voices.values())
		);
	return { right: count(true), wrong: count(false) };
}

function moduleFairness(module: CourseModule, ledger: Ledger): ModuleFairness {
	const { keyed, aboutBoth, uneven } = balanceOf(module, sideOfClaim(ledger.claims, ledger.voices));
	const { id, balance } = module;
	const counts = { module: id, keyed, ...optionCounts(module, ledger), aboutBoth, uneven };
	return balance ? { ...counts, balance } : counts;
}

const sum = (all: readonly BySide[]): BySide =>
	countBySide(
		all.flatMap((counts) => Object.entries(counts) as [Side, number][]),
		([side]) => side,
		([, number]) => number
	);

function countKinds(modules: readonly CourseModule[]): Record<string, number> {
	const kinds: Record<string, number> = {};
	for (const { kind } of modules.flatMap(({ items }) => items))
		kinds[kind] = (kinds[kind] ?? 0) + 1;
	return kinds;
}

function countStatuses({ disputes, claims, voices }: Ledger): Record<Status, number> {
	const found = [...disputes.values()].map((dispute) => disputeStatus(dispute, claims, voices));
	return Object.fromEntries(
		STATUSES.map((status) => [status, found.filter((each) => each === status).length])
	) as Record<Status, number>;
}

function countDates({ claims }: Ledger): Fairness['dates'] {
	const dates = [...claims.values()].flatMap(({ said, about }) => [said ?? [], about ?? []].flat());
	const unknown = dates.filter(({ when }) => when === 'unknown');
	const workedOut = dates.filter(({ when, how }) => how && when !== 'unknown');
	return { all: dates.length, workedOut: workedOut.length, unknown: unknown.length };
}

/** Counts everything that the fairness report shows. */
export function fairness(ledger: Ledger): Fairness {
	const { claims, voices } = ledger;
	const sideOf = sideOfClaim(claims, voices);
	const all = [...claims.values()];
	const count = (some: readonly { id: string }[]) => countBySide(some, ({ id }) => sideOf(id));
	const ofKind = (name: string) => count(all.filter(({ kind }) => kind === name));
	const modules = ledger.modules.map((module) => moduleFairness(module, ledger));
	const coverage = coverageOf(ledger.modules, claims);
	const { untaught, unasked } = leftOut(claims, coverage);
	const sentences = ledger.modules.flatMap(({ cards }) =>
		cards.flatMap(({ paragraphs }) => paragraphs.flat())
	);
	const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);
	return {
		sides: {
			claims: count(all),
			quotations: count(all.filter(({ quote }) => quote)),
			accusations: ofKind('accusation'),
			denials: ofKind('denial'),
			casualties: ofKind('casualty'),
			words: countBySide(
				sentences,
				(sentence) => onlySide(sentence, sideOf),
				({ parts }) => wordCount(plainText(parts))
			),
			keyed: sum(modules.map(({ keyed }) => keyed)),
			right: sum(modules.map(({ right }) => right)),
			wrong: sum(modules.map(({ wrong }) => wrong)),
			untaught: count(untaught),
			unasked: count(unasked)
		},
		modules,
		untaught: ids(untaught),
		unasked: ids(unasked),
		aside: ids(all.filter(({ asideBecause }) => asideBecause)),
		unaskedVoices: unaskedVoices(claims, voices, coverage),
		statuses: countStatuses(ledger),
		dates: countDates(ledger),
		kinds: countKinds(ledger.modules)
	};
}
