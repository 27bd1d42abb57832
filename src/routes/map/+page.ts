import { mappedEvents } from '#lib/study/map.ts';
import { mapPack } from '#lib/study/map-pack.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const [ledger, map] = await Promise.all([packs.ledger(fetch), mapPack(fetch)]);
	return { ledger, map, events: mappedEvents(ledger) };
};
