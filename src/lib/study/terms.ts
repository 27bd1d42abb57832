/** Loaded words and paired names as pages show them: each form with who prints it, and in whose words. */
import type { LedgerIndex } from '../content/evidence.ts';
import type { Source, Term, TermForm } from '../content/records.ts';
import type { TermKind } from '../content/term-kinds.ts';
import { listed } from './listed.ts';

export const TERM_KIND_NAMES: Record<TermKind, string> = {
	loaded: 'Loaded words',
	technical: 'Technical words',
	names: 'Names in pairs'
};

/** Uses that an article gives to speakers. */
export interface SpokenUse {
	source: string;
	/** Names of those who say it together. */
	by: string[];
	times: number;
	retold: boolean;
}

/** What one article prints of a form. */
export interface Use {
	source: Source;
	all: number;
	/** Of these, how many the article gives to a speaker. */
	spoken: number;
}

export interface FormRow {
	form: string;
	also: string[];
	/** One for each article, in the order of the ledger; those without the form too. */
	uses: Use[];
	said: SpokenUse[];
}

export interface TermEntry {
	term: Term;
	rows: FormRow[];
}

function formRow({ form, also, counts, said }: TermForm, ledger: LedgerIndex): FormRow {
	const name = (voice: string) => ledger.voices.get(voice)?.name ?? voice;
	return {
		form,
		also,
		uses: [...ledger.sources.values()].map((source) => ({
			source,
			all: counts[source.id] ?? 0,
			spoken: said.filter((use) => use.in === source.id).reduce((sum, { times }) => sum + times, 0)
		})),
		said: said.map(({ in: source, by, times, retold }) => ({
			source: ledger.sources.get(source)?.short ?? source,
			by: by.map(name),
			times,
			retold
		}))
	};
}

/** Every term, with a row for each of its forms. */
export const termEntries = (terms: readonly Term[], ledger: LedgerIndex): TermEntry[] =>
	terms.map((term) => ({ term, rows: term.forms.map((form) => formRow(form, ledger)) }));

export interface TermFilter {
	kind: string;
	/** Id of a source that prints the term in some form. */
	article: string;
}

/** The entries that pass a filter; an empty field lets everything pass. */
export const filterTerms = (entries: readonly TermEntry[], { kind, article }: TermFilter) =>
	entries.filter(
		({ term, rows }) =>
			(!kind || term.kind === kind) &&
			(!article ||
				rows.some(({ uses }) => uses.some(({ source, all }) => source.id === article && all > 0)))
	);

/** Which articles print a form: "Caucasus Watch and WION", or "none of the five". */
export function whoPrints({ uses }: FormRow): string {
	const printing = uses.filter(({ all }) => all > 0).map(({ source }) => source.short);
	if (printing.length === 0) return 'none of the five';
	return printing.length === uses.length ? 'all five' : listed(printing);
}

/** A spoken use in words: "Nikol Pashinyan, quoted in Al Jazeera". */
export const spokenText = ({ source, by, times, retold }: SpokenUse) =>
	`${listed(by)}, ${retold ? 'retold' : 'quoted'} in ${source}${times > 1 ? `, ${times} times` : ''}`;
