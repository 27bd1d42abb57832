import { error } from '@sveltejs/kit';
import { mapPack } from '#lib/study/map-pack.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) => {
	const [ledger, map] = await Promise.all([packs.ledger(fetch), mapPack(fetch)]);
	const place = ledger.places.get(params.place) ?? error(404, 'There is no such place.');
	return {
		place,
		map,
		claims: ledger.evidence(ledger.claimsWhere(({ places }) => places.includes(place.id)))
	};
};
