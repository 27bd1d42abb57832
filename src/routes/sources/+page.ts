import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	sources: [...(await packs.ledger(fetch)).sources.values()]
});
