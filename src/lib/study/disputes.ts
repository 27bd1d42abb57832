/** The disputed points as pages show them: with their status, event, date, places and voices. */
import { formatEdtf } from '../content/edtf.ts';
import type { Evidence, LedgerIndex } from '../content/evidence.ts';
import { stanceMatrix, type StanceCell } from '../content/matrix.ts';
import type { Dispute, Event, Place, Position, Source, Voice } from '../content/records.ts';
import { disputeStatus } from '../content/dispute-status.ts';
import { STATUS_MEANINGS, STATUS_NAMES, type Status } from '../content/status.ts';

/** What disputes are filtered and sorted by. */
export const DISPUTE_FIELDS = ['status', 'event', 'date', 'place', 'voice'] as const;
export type DisputeField = (typeof DISPUTE_FIELDS)[number];

/** The order in which a reader of disputes should meet them: open contradictions first. */
const STATUS_ORDER: readonly Status[] = ['contradicted', 'differ', 'unclear', 'one-side', 'agreed'];

export interface DisputeEntry {
	dispute: Dispute;
	status: Status;
	/** When its event was, in words; empty where it has none. */
	when: string;
	/** The values of each field, by which the point is found. A place or a voice may be one of many. */
	values: Record<DisputeField, string[]>;
}

const eventOf = ({ event }: Dispute, ledger: LedgerIndex) => ledger.events.get(event ?? '');

/** The month in which an EDTF date begins, or as much as the date tells of it. */
const monthOf = (when: string) => (when.split('/')[0] ?? '').slice(0, 7);

function entryOf(dispute: Dispute, ledger: LedgerIndex): DisputeEntry {
	const claims = dispute.positions
		.flatMap((position) => position.claims)
		.flatMap((id) => ledger.claims.get(id) ?? []);
	const event = eventOf(dispute, ledger);
	const status = disputeStatus(dispute, ledger.claims, ledger.voices);
	return {
		dispute,
		status,
		when: event ? formatEdtf(event.when) : '',
		values: {
			status: [status],
			event: event ? [event.id] : [],
			date: event ? [monthOf(event.when)] : [],
			place: [...new Set(claims.flatMap((claim) => claim.places))],
			voice: [...new Set(claims.map((claim) => claim.voice))]
		}
	};
}

/** Every dispute of the ledger, in the order in which the ledger has them. */
export const disputeEntries = (ledger: LedgerIndex): DisputeEntry[] =>
	[...ledger.disputes.values()].map((dispute) => entryOf(dispute, ledger));

export interface Choice {
	value: string;
	text: string;
}

/** What each field can be asked for: only what some dispute has, in a reader's order. */
export function disputeChoices(
	entries: readonly DisputeEntry[],
	ledger: LedgerIndex
): Record<DisputeField, Choice[]> {
	const choices = (field: DisputeField, all: readonly Choice[]) => {
		const had = new Set(entries.flatMap(({ values }) => values[field]));
		return all.filter(({ value }) => had.has(value));
	};
	const events = [...ledger.events.values()].sort((a, b) => a.when.localeCompare(b.when));
	const months = [...new Set(events.map(({ when }) => monthOf(when)))];
	const named = (all: Iterable<{ id: string; name: string }>) =>
		[...all]
			.map(({ id, name }) => ({ value: id, text: name }))
			.sort((a, b) => a.text.localeCompare(b.text));
	return {
		status: choices(
			'status',
			STATUS_ORDER.map((status) => ({ value: status, text: STATUS_NAMES[status] }))
		),
		event: choices(
			'event',
			events.map(({ id, title }) => ({ value: id, text: title }))
		),
		date: choices(
			'date',
			months.map((month) => ({ value: month, text: formatEdtf(month) }))
		),
		place: choices('place', named(ledger.places.values())),
		voice: choices('voice', named(ledger.voices.values()))
	};
}

export type DisputeFilter = Record<DisputeField, string>;

/** The entries that pass a filter; an empty field lets everything pass. */
export const filterDisputes = (entries: readonly DisputeEntry[], filter: DisputeFilter) =>
	entries.filter(({ values }) =>
		DISPUTE_FIELDS.every((field) => !filter[field] || values[field].includes(filter[field]))
	);

export interface DisputeGroup {
	/** Empty for a list that needs no heading. */
	title: string;
	/** What the title means, where it needs saying. */
	meaning?: string;
	entries: DisputeEntry[];
}

const byQuestion = (a: DisputeEntry, b: DisputeEntry) =>
	a.dispute.question.localeCompare(b.dispute.question);

const WITHOUT: Record<DisputeField, string> = {
	status: 'No status',
	event: 'Tied to no event',
	date: 'No date',
	place: 'No place named',
	voice: 'No voice named'
};

/**
 * The entries in groups, one for each value of a field; who has several stands in each of them.
 * Sorted by anything that is no field, they stand in one list, by the words of the question.
 *
 * @param filter where it holds the field that is sorted by, only that group is left
 */
export function sortDisputes(
	entries: readonly DisputeEntry[],
	sort: string,
	choices: Record<DisputeField, Choice[]>,
	filter: DisputeFilter
): DisputeGroup[] {
	const field = DISPUTE_FIELDS.find((each) => each === sort);
	if (!field) return [{ title: '', entries: entries.toSorted(byQuestion) }];
	const groups = choices[field]
		.filter(({ value }) => !filter[field] || filter[field] === value)
		.map(({ value, text }) => ({
			title: text,
			...(field === 'status' && { meaning: STATUS_MEANINGS[value as Status] }),
			entries: entries.filter(({ values }) => values[field].includes(value))
		}));
	const rest = entries.filter(({ values }) => values[field].length === 0);
	return [...groups, { title: WITHOUT[field], entries: rest }].filter(
		(group) => group.entries.length > 0
	);
}

export interface DisputeView {
	dispute: Dispute;
	status: Status;
	/** Its event with the date, in words; empty where it has none. */
	when: string;
	places: Place[];
	voices: Voice[];
	positions: (Position & { evidence: Evidence[] })[];
	matrix: { position: Position; cells: StanceCell[] }[];
	/** Articles that carry none of the positions and deny none. */
	silent: Source[];
}

/** The title of an event, and its date where the title does not tell it. */
function datedTitle(event: Event | undefined): string {
	if (!event) return '';
	const date = formatEdtf(event.when);
	return event.title.includes(date) ? event.title : `${event.title} (${date})`;
}

/** One dispute with everything that its page shows; `undefined` when there is none of this id. */
export function disputeView(id: string, ledger: LedgerIndex): DisputeView | undefined {
	const dispute = ledger.disputes.get(id);
	if (!dispute) return undefined;
	const { status, values } = entryOf(dispute, ledger);
	const matrix = stanceMatrix(dispute, ledger);
	const spoken = new Set(
		matrix.flatMap(({ cells }) =>
			cells.filter(({ stance }) => stance !== 'silent').map(({ source }) => source.id)
		)
	);
	return {
		dispute,
		status,
		when: datedTitle(eventOf(dispute, ledger)),
		places: values.place.flatMap((place) => ledger.places.get(place) ?? []),
		voices: values.voice.flatMap((voice) => ledger.voices.get(voice) ?? []),
		positions: dispute.positions.map((position) => ({
			...position,
			evidence: ledger.evidence(position.claims)
		})),
		matrix,
		silent: [...ledger.sources.values()].filter((source) => !spoken.has(source.id))
	};
}
