/** Groups of figures as their page shows them: who counted, when, and who is silent. */
import { formatEdtf, parseEdtf } from '../content/edtf.ts';
import type { Evidence, LedgerIndex } from '../content/evidence.ts';
import type { Dispute, Figure, FigureGroup, Note, Source } from '../content/records.ts';
import { axisOf, outlierAbove, sizeOf, type Axis, type FigureSize } from './figure-scale.ts';

export interface FigureRow {
	words: string;
	size: FigureSize;
	/** Whose count it is, and whether nobody is named. */
	counter: string;
	/** The article, where it gives the figure to a speaker. */
	article: string | undefined;
	/** When it was said, or printed. */
	when: string;
	source: Source;
	/** The claims that carry it, all of one article. */
	evidence: Evidence[];
}

export interface FigurePart {
	of: string;
	rows: FigureRow[];
	/** Articles that could have a figure and have none. */
	silent: string[];
}

export interface FigureChart {
	parts: FigurePart[];
	/** Silent on every part alike; then no part has them. */
	silent: string[];
	/** Absent where no figure has a number. */
	axis: Axis | undefined;
}

export interface FigureGroupView extends FigureChart {
	group: FigureGroup;
	/** The same without the figures that crush the others, and their words. */
	closer: (FigureChart & { left: string[] }) | undefined;
	notes: Note[];
	disputes: Dispute[];
}

function counterOf({ voice }: Evidence, { kind }: FigureSize): string {
	if (!voice.reporterOf || kind === 'none') return voice.name;
	return `${voice.name}; ${kind === 'hour' ? 'no speaker' : 'no counter'} named`;
}

function whenOf({ claim, source }: Evidence): string {
	const printed = `printed ${inTime(source.published.when)}`;
	if (!claim.said) return printed;
	return claim.said.when === 'unknown'
		? `day not given, ${printed}`
		: `said ${inTime(claim.said.when)}`;
}

/** A date as it goes on in a sentence: "on 13 September 2022", "in August 2022". */
function inTime(when: string): string {
	const { precision } = parseEdtf(when) ?? {};
	const text = formatEdtf(when);
	if (precision === 'day') return `on ${text}`;
	return precision === 'range' ? text : `in ${text}`;
}

function rowOf(figure: Figure, ledger: LedgerIndex): FigureRow[] {
	const evidence = ledger.evidence(figure.claims);
	const [first] = evidence;
	if (!first) return [];
	const { source, voice } = first;
	const size = sizeOf(figure);
	const counter = counterOf(first, size);
	const article = voice.reporterOf ? undefined : source.short;
	return [{ words: figure.words, size, counter, article, when: whenOf(first), source, evidence }];
}

/** Articles without a figure, those aside that were printed before there was anything to count. */
function silentOn(rows: readonly FigureRow[], event: string, ledger: LedgerIndex): string[] {
	const since = parseEdtf(ledger.events.get(event)?.when ?? '')?.first ?? '';
	return [...ledger.sources.values()]
		.filter(({ id }) => !rows.some(({ source }) => source.id === id))
		.filter(({ published }) => (parseEdtf(published.when)?.last ?? '') >= since)
		.map(({ short }) => short);
}

const sizesOf = (parts: readonly FigurePart[]) =>
	parts.flatMap(({ rows }) => rows.map(({ size }) => size));

/** Only figures for one thing crush each other: two killed beside twelve wounded do not. */
const outliersOf = (part: FigurePart) => outlierAbove(sizesOf([part]));

/** The parts that have an outlier without it, on an axis of their own. */
function closerLook(parts: readonly FigurePart[]): FigureGroupView['closer'] {
	const crushed = parts.flatMap((part) => {
		const above = outliersOf(part);
		return above === undefined ? [] : [{ part, above }];
	});
	if (crushed.length === 0) return undefined;
	const below = crushed.map(({ part, above }) => ({
		...part,
		silent: [],
		rows: part.rows.filter(({ size }) => size.kind !== 'none' && size.end <= above)
	}));
	const left = crushed
		.flatMap(({ part, above }) => part.rows.filter(({ size }) => size.end > above))
		.map(({ words, source }) => `${words} (${source.short})`);
	return { parts: below, silent: [], axis: axisOf(sizesOf(below), false), left };
}

/** Tells a silence once where it is the same for every part. */
function silenceOnce(parts: readonly FigurePart[]): Pick<FigureChart, 'parts' | 'silent'> {
	const [first] = parts;
	const alike = parts.every(({ silent }) => String(silent) === String(first?.silent));
	if (!first || !alike) return { parts: [...parts], silent: [] };
	return { parts: parts.map((part) => ({ ...part, silent: [] })), silent: first.silent };
}

/** What the page shows of one group. */
export function figureGroupView(group: FigureGroup, ledger: LedgerIndex): FigureGroupView {
	const clock = group.scale === 'clock';
	const parts = group.parts.map(({ of, figures }) => {
		const rows = figures.flatMap((figure) => rowOf(figure, ledger));
		return { of, rows, silent: silentOn(rows, group.event ?? '', ledger) };
	});
	const notes = parts.flatMap(({ rows }) =>
		rows.flatMap(({ evidence }) => evidence.flatMap((each) => each.notes()))
	);
	return {
		group,
		...silenceOnce(parts),
		axis: axisOf(sizesOf(parts), clock),
		closer: closerLook(parts),
		notes: group.notes.flatMap((id) => notes.find((note) => note.id === id) ?? []),
		disputes: group.disputes.flatMap((id) => ledger.disputes.get(id) ?? [])
	};
}
