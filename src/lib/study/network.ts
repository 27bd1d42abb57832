/** Who met, spoke with or asked whom: the contacts of the ledger, and how their picture is laid out. */
import { datedText, type Evidence, type LedgerIndex } from '../content/evidence.ts';
import { SIDES } from '../content/kinds.ts';
import type { Contact, Side, Voice } from '../content/records.ts';

export type ContactKind = Contact['kind'];

/** Two voices that a contact joins; of a demand, from the one who asked. */
export type Pair = readonly [from: string, to: string];

/** Every pair that a contact joins: those of `who` with each other, and each of them with each of `to`. */
export function pairsOf({ kind, who, to }: Pick<Contact, 'kind' | 'who' | 'to'>): Pair[] {
	// Those who ask the same do not thereby ask each other.
	const among = kind === 'asked' ? [] : who;
	return [
		...among.flatMap((a, index) => among.slice(index + 1).map((b): Pair => [a, b])),
		...who.flatMap((a) => to.map((b): Pair => [a, b]))
	];
}

/** A contact as the list shows it. */
export interface ContactView {
	id: string;
	kind: ContactKind;
	who: Voice[];
	to: Voice[];
	note: string | undefined;
	/** In words, with "said" for a demand; "not dated" where no article tells. */
	when: string;
	/** For sorting. */
	day: string;
	claims: Evidence[];
	/** Who tells of it, and where. */
	tellers: string[];
}

/** The contacts, by the first day that they speak of; those without a day come last. */
export function contactViews(ledger: LedgerIndex): ContactView[] {
	const voicesOf = (ids: readonly string[]) => ids.flatMap((id) => ledger.voices.get(id) ?? []);
	const views = ledger.contacts.map(({ id, kind, who, to, note, claims: ids }): ContactView => {
		const claims = ledger.evidence(ids);
		const first = claims[0]?.claim;
		const dated = (kind === 'asked' ? first?.said : first?.about) ?? { when: 'unknown' };
		const tellers = claims.map(({ voice, source }) =>
			voice.reporterOf ? voice.name : `${voice.name}, in ${source.short}`
		);
		return {
			id,
			kind,
			who: voicesOf(who),
			to: voicesOf(to),
			note,
			when: datedText(dated),
			day: dated.when,
			claims,
			tellers: [...new Set(tellers)]
		};
	});
	return views.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

export interface ContactFilter {
	voice: string;
	kind: string;
}

/** The contacts that pass a filter; an empty field lets everything pass. */
export const filterContacts = (
	views: readonly ContactView[],
	{ voice, kind }: ContactFilter
): ContactView[] =>
	views.filter(
		(view) =>
			(!kind || view.kind === kind) &&
			(!voice || [...view.who, ...view.to].some(({ id }) => id === voice))
	);

/** What a name is shortened to in the picture: a surname, or an institution without what is in brackets. */
export const shortName = ({ name, kind }: Pick<Voice, 'name' | 'kind'>): string =>
	kind === 'person' ? (name.split(' ').at(-1) ?? name) : name.replace(/ \(.*\)$/, '');

export interface NetworkNode {
	voice: Voice;
	/** Row of the picture, from 0; a group's heading has a row of its own. */
	row: number;
	/** A demand reaches it. */
	asked: boolean;
}

export interface NetworkGroup {
	side: Side;
	nodes: NetworkNode[];
}

export interface NetworkArc {
	kind: ContactKind;
	from: string;
	/** Absent for a demand that names nobody. */
	to: string | undefined;
	/** SVG path; x from 0 at the names to `REACH`, y in rows. */
	path: string;
	/** SVG path of the point at which a loose end stops. */
	end: string | undefined;
}

export interface Network {
	groups: NetworkGroup[];
	rows: number;
	arcs: NetworkArc[];
}

/** Width of the drawing's frame; the height is the number of rows. */
export const REACH = 100;

/** How far a loose end goes, and how far the narrowest bow swings out. */
const STUB = 22;
const INNERMOST = 24;

/** A curve between the middles of two rows that goes `reach` to the side. */
function bow(from: number, to: number, reach: number): string {
	// A cubic curve with both handles at x goes three quarters as far.
	const x = Math.round((reach / 0.75) * 10) / 10;
	return `M0 ${from + 0.5}C${x} ${from + 0.5} ${x} ${to + 0.5} 0 ${to + 0.5}`;
}

interface Joined {
	kind: ContactKind;
	from: string;
	to: string;
}

/** Each pair once for each kind; meetings and talks go both ways. */
function joinedPairs(views: readonly ContactView[]): Joined[] {
	const found = new Map<string, Joined>();
	for (const { kind, who, to } of views) {
		const ids = (voices: readonly Voice[]) => voices.map(({ id }) => id);
		for (const [from, other] of pairsOf({ kind, who: ids(who), to: ids(to) })) {
			const key = kind === 'asked' ? [from, other] : [from, other].sort();
			found.set([kind, ...key].join(' '), { kind, from, to: other });
		}
	}
	return [...found.values()];
}

/** Those who ask and name nobody, each once. */
const looseEnds = (views: readonly ContactView[]): string[] => [
	...new Set(
		views
			.filter(({ kind, to }) => kind === 'asked' && to.length === 0)
			.flatMap(({ who }) => who.map(({ id }) => id))
	)
];

/** The voices that some line of the picture reaches, by side, each in a row of its own. */
function rowsOf(views: readonly ContactView[], drawn: ReadonlySet<string>): NetworkGroup[] {
	const asked = new Set(
		views.filter(({ kind }) => kind === 'asked').flatMap(({ to }) => to.map(({ id }) => id))
	);
	const voices = new Map(
		views.flatMap(({ who, to }) => [...who, ...to]).map((one) => [one.id, one])
	);
	return SIDES.map((side) => ({
		side,
		nodes: [...voices.values()]
			.filter((voice) => voice.side === side && drawn.has(voice.id))
			.map((voice) => ({ voice, asked: asked.has(voice.id), row: 0 }))
	})).filter(({ nodes }) => nodes.length > 0);
}

/** How far each bow swings out: a lane of its own for each, the innermost for the two that stand nearest. */
function lanesOf(pairs: readonly Joined[], rowOf: (id: string) => number): Map<Joined, number> {
	const top = ({ from, to }: Joined) => Math.min(rowOf(from), rowOf(to));
	const span = ({ from, to }: Joined) => Math.abs(rowOf(from) - rowOf(to));
	const sorted = [...pairs].sort((a, b) => span(a) - span(b) || top(a) - top(b));
	const width = (REACH - INNERMOST) / Math.max(1, sorted.length - 1);
	return new Map(sorted.map((pair, lane) => [pair, INNERMOST + lane * width]));
}

/**
 * Lays out the picture: the names one under the other, by side, in the given order; each pair joined
 * by a bow, appeals on one side of the names and all else on the other, no two in the same lane.
 *
 * @param views the contacts to draw
 * @param order ids of voices, in the order in which they stand within their side
 */
export function layOut(views: readonly ContactView[], order: readonly string[]): Network {
	const pairs = joinedPairs(views);
	const loose = looseEnds(views);
	const groups = rowsOf(views, new Set([...pairs.flatMap(({ from, to }) => [from, to]), ...loose]));
	let rows = 0;
	for (const { nodes } of groups) {
		rows++;
		nodes.sort((a, b) => order.indexOf(a.voice.id) - order.indexOf(b.voice.id));
		for (const node of nodes) node.row = rows++;
	}
	const placed = new Map(
		groups.flatMap(({ nodes }) => nodes.map((one) => [one.voice.id, one.row]))
	);
	const rowOf = (id: string) => placed.get(id) ?? 0;
	const bows = [true, false].flatMap((appeals) => {
		const own = pairs.filter(({ kind }) => (kind === 'asked') === appeals);
		return [...lanesOf(own, rowOf)].map(([{ kind, from, to }, reach]): NetworkArc => ({
			kind,
			from,
			to,
			path: bow(rowOf(from), rowOf(to), reach),
			end: undefined
		}));
	});
	const stubs = loose.map((from): NetworkArc => {
		const y = rowOf(from) + 0.5;
		return {
			kind: 'asked',
			from,
			to: undefined,
			path: `M0 ${y}H${STUB}`,
			end: `M${STUB} ${y}h.01`
		};
	});
	return { groups, rows, arcs: [...bows, ...stubs] };
}
