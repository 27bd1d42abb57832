import { findModule } from '#lib/study/card-view.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) => ({
	module: await findModule(params.module, fetch)
});
