/** Every dated happening of the five articles, in order, with who tells it and where that leads. */
import { datedText, type Evidence, type LedgerIndex } from '../content/evidence.ts';
import { parseEdtf } from '../content/edtf.ts';
import { SIDES } from '../content/kinds.ts';
import type { EventCardsPack, ModuleEntry } from '../content/packs.ts';
import { disputeStatus } from '../content/dispute-status.ts';
import type { Dispute, Side, Source } from '../content/records.ts';
import type { Status } from '../content/status.ts';
import { grainOf, pauseBetween, placeOf } from './timeline-dates.ts';

/** The parts of the timeline, each with the day before which it ends. */
export const CLUSTERS = [
	{ id: 'before', tab: 'Before', title: 'Before 2022', until: '2022-01-01' },
	{ id: 'january-2022', tab: 'January 2022', title: 'January 2022', until: '2022-02-01' },
	{
		id: 'september-2022',
		tab: 'September 2022',
		title: 'September 2022, and the months before it',
		until: '2022-10-01'
	},
	{ id: 'may-2023', tab: 'May 2023', title: 'May 2023, and what was planned', until: '9999' }
] as const;
export type ClusterId = (typeof CLUSTERS)[number]['id'];

/** The claims of one side; none where it is silent and the other side is not. */
export interface Telling {
	side: Side;
	claims: Evidence[];
}

/** A day or hour that somebody gives, in words, with those who give it. */
export interface Given {
	when: string;
	claims: Evidence[];
}

export interface CardLink {
	module: string;
	card: string;
	title: string;
}

/** A disputed point; its status is worked out when it is asked for, since most entries stay closed. */
export interface Disputed {
	dispute: Dispute;
	status: () => Status;
}

export interface TimelineEntry {
	id: string;
	title: string;
	/** EDTF. */
	when: string;
	/** How the date was worked out. */
	how?: string;
	text: string;
	/** Set for the day of a report itself. */
	report?: Source;
	cluster: ClusterId;
	/** What lies between it and the entry before it in the same part. */
	pause: string;
	told: Telling[];
	given: Given[];
	disputes: Disputed[];
	cards: CardLink[];
}

type Draft = Omit<TimelineEntry, 'cluster' | 'pause'> & { place: string; claims: Evidence[] };

/** The order of days as `YYYY-MM-DD`; a comparison of words would be slower. */
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const clusterAt = (day: string): ClusterId =>
	CLUSTERS.find(({ until }) => day < until)?.id ?? 'may-2023';

/**
 * Claims by side. Where a side of the conflict speaks, both countries are listed, so that silence
 * is seen.
 */
export function tellings(claims: readonly Evidence[]): Telling[] {
	const by = (side: Side) => claims.filter(({ voice }) => voice.side === side);
	const aSideSpeaks = claims.some(({ voice }) => !['outside', 'none'].includes(voice.side));
	const shown = (side: Side) =>
		by(side).length > 0 || (aSideSpeaks && (side === 'armenia' || side === 'azerbaijan'));
	return SIDES.filter(shown).map((side) => ({ side, claims: by(side) }));
}

/** The hours that claims give, and the days where the event itself has no exact day. */
export function givenDates(claims: readonly Evidence[], of: string): Given[] {
	const loose = grainOf(of) !== 'day';
	const given = claims
		.filter(
			({ claim: { about } }) => about?.time ?? (about && loose && grainOf(about.when) === 'day')
		)
		.map((each) => ({ each, ...(each.claim.about ?? { when: '' }) }))
		.sort((a, b) => inOrder(a.when, b.when));
	return [...new Set(given.map(datedText))].map((when) => ({
		when,
		claims: given.filter((one) => datedText(one) === when).map(({ each }) => each)
	}));
}

function eventDrafts(
	ledger: LedgerIndex,
	cards: EventCardsPack,
	modules: readonly ModuleEntry[]
): Draft[] {
	const disputes = [...ledger.disputes.values()];
	const titles = new Map(
		modules.flatMap(({ id, cards: own }) => own.map((card) => [`${id}/${card.id}`, card.title]))
	);
	return [...ledger.events.values()].map((event) => {
		const claims = ledger.evidence(ledger.claimsWhere((claim) => claim.event === event.id));
		const ids = new Set(claims.map(({ claim }) => claim.id));
		const about = (dispute: Dispute) =>
			dispute.event === event.id ||
			dispute.positions.some((position) => position.claims.some((id) => ids.has(id)));
		const links = (cards[event.id] ?? []).map((path): CardLink => {
			const [module = '', card = ''] = path.split('/');
			return { module, card, title: titles.get(path) ?? '' };
		});
		const { id, title, when, how, text } = event;
		return {
			...{ id, title, when, how, text },
			place: placeOf(when),
			claims,
			told: tellings(claims),
			given: givenDates(claims, when),
			disputes: disputes.filter(about).map((dispute) => ({
				dispute,
				status: () => disputeStatus(dispute, ledger.claims, ledger.voices)
			})),
			cards: links.filter((link) => link.title)
		};
	});
}

/** The reports' own days. A report comes after what it tells, so it stands at its last day. */
const reportDrafts = (ledger: LedgerIndex): Draft[] =>
	[...ledger.sources.values()].map((source) => ({
		id: `report-${source.id}`,
		title: `The report of ${source.short}`,
		when: source.published.when,
		how: source.published.how,
		text: `“${source.headline.text}” ${source.headline.certainty}`,
		report: source,
		place: parseEdtf(source.published.when)?.last ?? '',
		claims: [],
		told: [],
		given: [],
		disputes: [],
		cards: []
	}));

/** An undated happening stands with the article that tells of it. */
function clusterOf({ place, claims }: Draft): ClusterId {
	const published = claims[0]?.source.published.when ?? '';
	return clusterAt(place || (parseEdtf(published)?.first ?? ''));
}

/**
 * The timeline: events and reports in the order of time, part by part; in each part the undated
 * ones last.
 *
 * @param cards cards that cite an event's claims, by its id
 * @param modules the catalog's entries, for the titles of cards
 */
export function timeline(
	ledger: LedgerIndex,
	cards: EventCardsPack,
	modules: readonly ModuleEntry[]
): TimelineEntry[] {
	const drafts = [...eventDrafts(ledger, cards, modules), ...reportDrafts(ledger)];
	const undatedLast = ({ place }: Draft) => place || '9999';
	return CLUSTERS.flatMap(({ id: cluster }) =>
		drafts
			.filter((draft) => clusterOf(draft) === cluster)
			.sort((a, b) => inOrder(undatedLast(a), undatedLast(b)))
			.map(({ place: _place, claims: _claims, ...entry }, index, all) => ({
				...entry,
				cluster,
				pause: pauseBetween(all[index - 1]?.when ?? 'unknown', entry.when)
			}))
	);
}

/** The entries of a part, or all where no part has that name. */
export const entriesOf = (entries: readonly TimelineEntry[], cluster: string) =>
	CLUSTERS.some(({ id }) => id === cluster)
		? entries.filter((entry) => entry.cluster === cluster)
		: [...entries];
