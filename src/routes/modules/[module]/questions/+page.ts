import { findModule } from '#lib/study/card-view.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) => {
	const [module, { items }, { whys }] = await Promise.all([
		findModule(params.module, fetch),
		packs.quiz(params.module, fetch),
		packs.whys(params.module, fetch)
	]);
	return { module, items, whys };
};
