import { error } from '@sveltejs/kit';
import { disputeView } from '#lib/study/disputes.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) =>
	disputeView(params.dispute, await packs.ledger(fetch)) ?? error(404, 'There is no such point.');
