import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch }) => packs.catalog(fetch);
