import { packs } from '#lib/study/packs.ts';
import { voiceEntries } from '#lib/study/voices.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const ledger = await packs.ledger(fetch);
	return { entries: voiceEntries(ledger), sources: [...ledger.sources.values()] };
};
