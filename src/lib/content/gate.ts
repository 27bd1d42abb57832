/** The one gate that all content passes: parse, check, and hand out the ledger. */
import { gather, type Gathered } from './gather.ts';
import type { ItemKinds, Known, CourseItem } from './item.ts';
import type { CourseModule, Ledger } from './ledger.ts';
import { sameClaims } from './links.ts';
import type { Passed } from './passed.ts';
import type { ContentFile, Located } from './read.ts';
import { soundCards } from './rules/cards.ts';
import { toldChanges } from './rules/changes.ts';
import { coveredParagraphs, datedClaims, soundLinks } from './rules/claims.ts';
import { soundContacts } from './rules/contacts.ts';
import { coveredClaims } from './rules/coverage.ts';
import { knownIds, recordsByKind, uniqueIds } from './rules/ids.ts';
import { countedLosses, evenParts, knownInFigures, printedFigures } from './rules/figures.ts';
import { soundItems } from './rules/items.ts';
import { balancedModules } from './rules/modules.ts';
import { soundTerms } from './rules/terms.ts';
import { soundNotes } from './rules/notes.ts';
import type { IdKind, Rule } from './rules/rule.ts';
import { disputeStatus } from './dispute-status.ts';

const RULES: readonly Rule[] = [
	uniqueIds,
	knownIds,
	datedClaims,
	soundLinks,
	coveredParagraphs,
	coveredClaims,
	soundContacts,
	soundNotes,
	soundCards,
	toldChanges,
	soundItems,
	balancedModules,
	knownInFigures,
	printedFigures,
	evenParts,
	countedLosses,
	soundTerms
];

const byId = <T extends { id: string }>(records: readonly Located<T>[]) =>
	new Map(records.map(({ value }) => [value.id, value]));

/**
 * Reads and checks the whole content.
 *
 * @param files every file below the content folder, paths relative to it
 * @param kinds the writing side of each question kind, by name
 * @returns the ledger and every mistake, in order of file and line; the ledger is whole only
 *   when there is none
 */
export function gate(files: readonly ContentFile[], kinds: ItemKinds): Passed {
	const records = gather(files, kinds);
	const ledger: Ledger = {
		sources: byId(records.sources),
		voices: byId(records.voices),
		places: byId(records.places),
		events: byId(records.events),
		terms: byId(records.terms),
		notes: byId(records.notes),
		disputes: byId(records.disputes),
		figures: byId(records.figures),
		contacts: byId(records.contacts),
		claims: byId(records.claims),
		modules: [],
		home: records.home[0]?.value,
		later: records.later[0]?.value
	};
	const known = knownFrom(ledger);
	const unread = idsWrittenIn(records.unread);
	const ids = Object.fromEntries(
		Object.entries(recordsByKind(records)).map(([kind, all]) => [
			kind,
			new Set([...all.map(({ value }) => value.id), ...unread])
		])
	) as Record<IdKind, Set<string>>;
	const found = RULES.flatMap((rule) => rule({ records, known, kinds, ids }));
	const mistakes = [...records.mistakes, ...found].sort(
		(a, b) => a.file.localeCompare(b.file) || a.line - b.line
	);
	if (mistakes.length === 0) ledger.modules = course(records, known, kinds);
	return { ledger, records, mistakes };
}

/** Ids of records with a mistake: who names them is not mistaken as well. */
const idsWrittenIn = (files: readonly ContentFile[]) =>
	files.flatMap(({ text }) => [...text.matchAll(/\bid: *([a-z0-9-]+)/g)].map(([, id = '']) => id));

/** What question kinds may ask of the ledger. */
export function knownFrom(ledger: Ledger): Known {
	const { voices, sources, claims, places, disputes } = ledger;
	return {
		voices,
		sources,
		claims,
		places,
		same: (id) => sameClaims(id, claims),
		status: (id) => {
			const dispute = disputes.get(id);
			return dispute && disputeStatus(dispute, claims, voices);
		}
	};
}

function course(records: Gathered, known: Known, kinds: ItemKinds): CourseModule[] {
	return records.modules.flatMap(({ head, cards, items }) =>
		head
			? [
					{
						...head.value,
						cards: cards.map(({ value }) => ({
							...value,
							paragraphs: value.paragraphs.map((paragraph) =>
								paragraph.map(({ parts, claims }) => ({ parts, claims }))
							)
						})),
						items: items.map(({ value }): CourseItem => {
							const { id, revision, kind, card, tests, difficulty, prompt, claims } = value;
							const own = kinds[kind]?.play(value, known) as Record<string, unknown>;
							return { id, revision, kind, card, tests, difficulty, prompt, claims, ...own };
						}),
						whys: Object.fromEntries(
							items.map(({ value }) => [value.id, kinds[value.kind]?.whys(value) ?? {}])
						)
					}
				]
			: []
	);
}
