import { cardView } from '#lib/study/card-view.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params, fetch }) => cardView(params.module, params.card, fetch);
