import { packs } from '#lib/study/packs.ts';
import { summarise } from '#lib/study/sources.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const ledger = await packs.ledger(fetch);
	return { summaries: [...ledger.sources.values()].map((source) => summarise(source, ledger)) };
};
