import { disputeEntries } from '#lib/study/disputes.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const ledger = await packs.ledger(fetch);
	const entries = disputeEntries(ledger);
	/** Only what some dispute has is offered to filter by. */
	const offered = <T extends { id: string }>(all: ReadonlyMap<string, T>, ids: string[]) =>
		[...all.values()].filter(({ id }) => ids.includes(id));
	return {
		entries,
		events: offered(
			ledger.events,
			entries.map(({ event }) => event)
		),
		places: offered(
			ledger.places,
			entries.flatMap(({ places }) => places)
		),
		voices: offered(
			ledger.voices,
			entries.flatMap(({ voices }) => voices)
		)
	};
};
