import { findModule } from '#lib/study/card-view.ts';
import { mapPack } from '#lib/study/map-pack.ts';
import { packs } from '#lib/study/packs.ts';
import { loadKinds } from '#lib/quiz/kinds/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) => {
	const [module, { cards }, { items }, { whys, claims }, ledger] = await Promise.all([
		findModule(params.module, fetch),
		packs.cards(params.module, fetch),
		packs.quiz(params.module, fetch),
		packs.whys(params.module, fetch),
		packs.ledger(fetch),
		loadKinds()
	]);
	const map = items.some(({ kind }) => kind === 'place') ? await mapPack(fetch) : undefined;
	return { module, cards, items, whys, claims, ledger, map };
};
