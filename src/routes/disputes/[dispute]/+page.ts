import { error } from '@sveltejs/kit';
import { stanceMatrix } from '#lib/content/matrix.ts';
import { disputeStatus } from '#lib/content/dispute-status.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) => {
	const [ledger, { groups }] = await Promise.all([packs.ledger(fetch), packs.figures(fetch)]);
	const dispute = ledger.disputes.get(params.dispute) ?? error(404, 'There is no such point.');
	return {
		dispute,
		status: disputeStatus(dispute, ledger.claims, ledger.voices),
		figures: groups.filter(({ disputes }) => disputes.includes(dispute.id)),
		matrix: stanceMatrix(dispute, ledger),
		positions: dispute.positions.map((position) => ({
			...position,
			evidence: ledger.evidence(position.claims)
		}))
	};
};
