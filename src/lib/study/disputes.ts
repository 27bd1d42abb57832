/** The disputed points as pages show them: with their status, event, places and voices. */
import type { LedgerIndex } from '../content/evidence.ts';
import type { Dispute } from '../content/records.ts';
import { disputeStatus } from '../content/dispute-status.ts';
import { STATUSES, type Status } from '../content/status.ts';

export interface DisputeEntry {
	dispute: Dispute;
	status: Status;
	/** First day that it speaks of, for sorting; empty when none is known. */
	day: string;
	event: string;
	places: string[];
	voices: string[];
}

/** Every dispute of the ledger, in the order in which the ledger has them. */
export function disputeEntries(ledger: LedgerIndex): DisputeEntry[] {
	return [...ledger.disputes.values()].map((dispute) => {
		const claims = dispute.positions
			.flatMap((position) => position.claims)
			.flatMap((id) => ledger.claims.get(id) ?? []);
		const event = dispute.event ?? claims.find((claim) => claim.event)?.event ?? '';
		return {
			dispute,
			status: disputeStatus(dispute, ledger.claims, ledger.voices),
			day: ledger.events.get(event)?.when ?? '',
			event,
			places: [...new Set(claims.flatMap((claim) => claim.places))],
			voices: [...new Set(claims.map((claim) => claim.voice))]
		};
	});
}

export interface DisputeFilter {
	status: string;
	event: string;
	place: string;
	voice: string;
	/** `status` (the default), `date` or `question`. */
	sort: string;
}

const SORTS: Record<string, (a: DisputeEntry, b: DisputeEntry) => number> = {
	status: (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status),
	date: (a, b) => a.day.localeCompare(b.day),
	question: (a, b) => a.dispute.question.localeCompare(b.dispute.question)
};

/** The entries that pass a filter, sorted; an empty field lets everything pass. */
export function filterDisputes(
	entries: readonly DisputeEntry[],
	{ status, event, place, voice, sort }: DisputeFilter
): DisputeEntry[] {
	const passes = (entry: DisputeEntry) =>
		(!status || entry.status === status) &&
		(!event || entry.event === event) &&
		(!place || entry.places.includes(place)) &&
		(!voice || entry.voices.includes(voice));
	return entries.filter(passes).sort(SORTS[sort] ?? SORTS.status);
}
