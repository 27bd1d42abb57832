import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const ledger = await packs.ledger(fetch);
	const claims = [...ledger.claims.values()];
	const voices = [...ledger.voices.values()].map((voice) => ({
		...voice,
		claims: claims.filter((claim) => claim.voice === voice.id).length
	}));
	return { voices };
};
