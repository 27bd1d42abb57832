import type { EventCardsPack } from '#lib/content/packs.ts';
import { laterPack } from '#lib/study/later.ts';
import { pack, packs } from '#lib/study/packs.ts';
import { timeline } from '#lib/study/timeline.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const [ledger, catalog, cards, later] = await Promise.all([
		packs.ledger(fetch),
		packs.catalog(fetch),
		pack<EventCardsPack>('event-cards', fetch),
		laterPack(fetch)
	]);
	return { entries: timeline(ledger, cards, catalog.modules), later };
};
