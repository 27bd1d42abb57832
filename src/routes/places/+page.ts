import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	places: [...(await packs.ledger(fetch)).places.values()]
});
