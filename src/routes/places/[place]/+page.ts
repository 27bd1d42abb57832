import { error } from '@sveltejs/kit';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) => {
	const ledger = await packs.ledger(fetch);
	const place = ledger.places.get(params.place) ?? error(404, 'There is no such place.');
	return {
		place,
		claims: ledger.evidence(ledger.claimsWhere(({ places }) => places.includes(place.id)))
	};
};
