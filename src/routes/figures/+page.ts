import { figureGroupView } from '#lib/study/figures.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const [ledger, { groups }] = await Promise.all([packs.ledger(fetch), packs.figures(fetch)]);
	return { views: groups.map((group) => figureGroupView(group, ledger)) };
};
