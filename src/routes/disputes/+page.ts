import { disputeChoices, disputeEntries } from '#lib/study/disputes.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const ledger = await packs.ledger(fetch);
	const entries = disputeEntries(ledger);
	return { entries, choices: disputeChoices(entries, ledger) };
};
