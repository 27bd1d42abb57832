import { error } from '@sveltejs/kit';
import { disputeView } from '#lib/study/disputes.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) => {
	const [ledger, { groups }] = await Promise.all([packs.ledger(fetch), packs.figures(fetch)]);
	const view = disputeView(params.dispute, ledger) ?? error(404, 'There is no such point.');
	return { ...view, figures: groups.filter(({ disputes }) => disputes.includes(params.dispute)) };
};
