import { error } from '@sveltejs/kit';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) => {
	const ledger = await packs.ledger(fetch);
	const voice = ledger.voices.get(params.voice) ?? error(404, 'There is no such voice.');
	return {
		voice,
		says: ledger.evidence(ledger.claimsWhere((claim) => claim.voice === voice.id)),
		mentioned: ledger.evidence(ledger.claimsWhere(({ mentions }) => mentions.includes(voice.id)))
	};
};
