import { packs } from '#lib/study/packs.ts';
import { termEntries } from '#lib/study/terms.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const [ledger, { terms }] = await Promise.all([packs.ledger(fetch), packs.terms(fetch)]);
	return {
		entries: termEntries(terms, ledger),
		sources: [...ledger.sources.values()],
		evidence: (claims: readonly string[]) => ledger.evidence(claims)
	};
};
