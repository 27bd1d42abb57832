/**
 * What can be searched for. A kind of entry is a line in `KINDS` and a function in `ENTRIES` that
 * makes its entries from the packs.
 */
import { plainText } from '../content/card-text.ts';
import { formatEdtf } from '../content/edtf.ts';
import type { LedgerIndex } from '../content/evidence.ts';
import type { CardsPack, CatalogPack, FiguresPack, TermsPack } from '../content/packs.ts';
import type { Claim, FigureGroup, Later, LaterEvent, Place } from '../content/records.ts';

/** Each kind as a result names it and as the filter names many; what weighs more comes sooner. */
export const KINDS = {
	place: { one: 'Place', many: 'Places', weight: 2 },
	voice: { one: 'Voice', many: 'Voices', weight: 1.8 },
	event: { one: 'Event', many: 'Events', weight: 1.4 },
	term: { one: 'Word', many: 'Words', weight: 1.4 },
	source: { one: 'Source', many: 'Sources', weight: 1.4 },
	dispute: { one: 'Disputed point', many: 'Disputed points', weight: 1.2 },
	figure: { one: 'Figures', many: 'Figures', weight: 1.2 },
	module: { one: 'Module', many: 'Modules', weight: 1.2 },
	card: { one: 'Card', many: 'Cards', weight: 1 },
	claim: { one: 'Claim', many: 'Claims', weight: 0.8 },
	note: { one: 'Editor’s note', many: 'Editor’s notes', weight: 0.7 },
	later: { one: 'After the articles', many: 'After the articles', weight: 0.7 }
} as const;

export type Kind = keyof typeof KINDS;

export interface Entry {
	kind: Kind;
	title: string;
	/** What the snippet is taken from. */
	text: string;
	/** What else it is called; not shown. */
	called?: readonly string[];
	/** Names of what it speaks of; not shown. */
	about?: readonly string[];
	/** Days that it speaks of, in words. */
	dates?: string;
	/** Path of its page below the app's own address. */
	path: string;
	/** Id of the part of the page that it leads to. */
	part?: string;
}

/** The packs that entries are made from. */
export interface Material {
	ledger: LedgerIndex;
	catalog: CatalogPack;
	cards: readonly CardsPack[];
	terms: TermsPack;
	figures: FiguresPack;
	later: Later;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sentences = (...texts: (string | undefined)[]) => texts.filter(Boolean).join(' ');

/** Words in another script or with letters that English does not have, as places tell of them. */
const foreign = (text: string) => text.match(/[\p{L}]*[^\p{ASCII}\p{P}\s][\p{L}]*/gu) ?? [];

/** Every form of a place's name, and the spellings that only a search needs. */
const namesOf = ({ name, names, spellings }: Place) => [
	name,
	...names.flatMap(({ form, usedBy }) => [form, ...foreign(usedBy)]),
	...spellings
];

/** Names of a place that are one word; whoever looks for one of them looks for all. */
export const sameNames = ({ ledger }: Material) =>
	[...ledger.places.values()].map((place) => namesOf(place).filter((name) => !/[\s-]/.test(name)));

const placeNames = (ids: readonly string[], ledger: LedgerIndex) =>
	ids.flatMap((id) => ledger.places.get(id)?.name ?? []);

const voiceNames = (ids: readonly string[], ledger: LedgerIndex) =>
	ids.flatMap((id) => ledger.voices.get(id)?.name ?? []);

const claimDates = ({ about, said }: Claim) =>
	[about, said].flatMap((dated) => (dated ? formatEdtf(dated.when) : [])).join('; ');

/** Where a claim stands: "Al Jazeera ¶12". */
const whereOf = ({ source, paragraph }: Claim, ledger: LedgerIndex) =>
	`${ledger.sources.get(source)?.short ?? source} ¶${paragraph[0] ?? ''}`;

/** Who makes a claim and where: "Suren Papikyan, in Al Jazeera ¶6", "WION, in its own words, ¶8". */
function claimTitle(claim: Claim, ledger: LedgerIndex): string {
	const voice = ledger.voices.get(claim.voice);
	return voice?.reporterOf
		? `${voice.name}, ¶${claim.paragraph[0] ?? ''}`
		: `${voice?.name ?? claim.voice}, in ${whereOf(claim, ledger)}`;
}

function claimEntry(claim: Claim, ledger: LedgerIndex): Entry {
	return {
		kind: 'claim',
		title: claimTitle(claim, ledger),
		text: sentences(claim.text, claim.quote && `“${claim.quote}”`),
		about: [...placeNames(claim.places, ledger), ...voiceNames(claim.mentions, ledger)],
		dates: claimDates(claim),
		path: `/sources/${claim.source}`,
		part: claim.id
	};
}

/** Each figure with who makes the claim that it stands in. */
function figureText({ parts, text }: FigureGroup, ledger: LedgerIndex): string {
	const told = parts.flatMap(({ of, figures }) =>
		figures.map(({ words, claims: [id = ''] }) => {
			const claim = ledger.claims.get(id);
			return `${of}: ${words}${claim ? ` (${claimTitle(claim, ledger)})` : ''}.`;
		})
	);
	return sentences(...told, text);
}

/** What happened, and each description with whose it is. */
function laterText({ text, armenia, azerbaijan, both, others, figures }: LaterEvent): string {
	const told: [who: string, text: string | undefined][] = [
		['Armenia', armenia],
		['Azerbaijan', azerbaijan],
		['Armenia and Azerbaijan', both],
		...others.map((other): [string, string] => [other.who, other.text]),
		...figures.map(({ who, figure }): [string, string] => [who, `${figure}.`])
	];
	return sentences(text, ...told.map(([who, words]) => words && `${who}: ${words}`));
}

type Entries = (material: Material) => Iterable<Entry>;

const map = <Record>(all: Iterable<Record>, entry: (record: Record) => Entry): Iterable<Entry> =>
	(function* () {
		for (const record of all) yield entry(record);
	})();

const ENTRIES: { readonly [K in Kind]: Entries } = {
	place: ({ ledger }) =>
		map(ledger.places.values(), (place) => ({
			kind: 'place',
			title: place.name,
			text: sentences(`${capital(place.kind)}.`, place.note),
			called: namesOf(place),
			path: `/places/${place.id}`
		})),
	voice: ({ ledger }) =>
		map(ledger.voices.values(), ({ id, name, office }) => ({
			kind: 'voice',
			title: name,
			text: office,
			path: `/voices/${id}`
		})),
	event: ({ ledger }) =>
		map(ledger.events.values(), ({ id, title, when, text, how }) => ({
			kind: 'event',
			title,
			text: sentences(`${capital(formatEdtf(when))}.`, text, how),
			path: '/timeline',
			part: id
		})),
	term: ({ terms: { terms } }) =>
		map(terms, ({ id, term, forms, implies, weWrite }) => ({
			kind: 'term',
			title: term,
			text: sentences(implies, `We write: ${weWrite}`),
			called: forms.flatMap(({ form, also }) => [form, ...also]),
			path: '/words',
			part: id
		})),
	source: ({ ledger }) =>
		map(ledger.sources.values(), (source) => ({
			kind: 'source',
			title: source.outlet,
			text: sentences(
				source.headline.text,
				`${formatEdtf(source.published.when)}.`,
				source.owner,
				source.funding,
				source.stateLink
			),
			called: [source.short],
			path: `/sources/${source.id}`
		})),
	dispute: ({ ledger }) =>
		map(ledger.disputes.values(), ({ id, question, positions, settle, reading, event }) => ({
			kind: 'dispute',
			title: question,
			text: sentences(...positions.map(({ label }) => `${label}.`), reading, settle),
			dates: formatEdtf(ledger.events.get(event ?? '')?.when ?? 'unknown'),
			path: `/disputes/${id}`
		})),
	figure: ({ figures, ledger }) =>
		map(figures.groups, (group) => ({
			kind: 'figure',
			title: group.title,
			text: figureText(group, ledger),
			path: '/figures',
			part: group.id
		})),
	module: ({ catalog }) =>
		map(catalog.modules, ({ id, title, goal }) => ({
			kind: 'module',
			title,
			text: goal,
			path: `/modules/${id}`
		})),
	*card({ cards }) {
		for (const pack of cards)
			yield* map(pack.cards, ({ id, title, question, paragraphs }) => ({
				kind: 'card',
				title,
				text: sentences(question, ...paragraphs.flat().map(({ parts }) => plainText(parts))),
				path: `/modules/${pack.module}/cards/${id}`
			}));
	},
	claim: ({ ledger }) => map(ledger.claims.values(), (claim) => claimEntry(claim, ledger)),
	note: ({ ledger }) =>
		map(ledger.notes, ({ text, on }) => {
			const claim = ledger.claims.get(on[0] ?? '');
			return {
				kind: 'note',
				title: claim ? `On ${whereOf(claim, ledger)}` : KINDS.note.one,
				text,
				path: claim ? `/sources/${claim.source}` : '/sources',
				part: claim?.id
			};
		}),
	later: ({ later }) =>
		map(later.events, (event) => ({
			kind: 'later',
			title: event.title,
			text: sentences(`${capital(formatEdtf(event.when))}.`, laterText(event)),
			path: '/after',
			part: event.id
		}))
};

/** Every entry, made one by one as it is asked for; what weighs most comes first. */
export function* entries(material: Material): Generator<Entry> {
	for (const kind of Object.keys(KINDS) as Kind[]) yield* ENTRIES[kind](material);
}
