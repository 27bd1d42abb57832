import { error } from '@sveltejs/kit';
import { packs } from '#lib/study/packs.ts';
import {
	partsByParagraph,
	partsByVoice,
	sharedWith,
	slipsOf,
	toldAlone,
	voicesIn
} from '#lib/study/sources.ts';
import { claimGroups } from '#lib/study/voices.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) => {
	const ledger = await packs.ledger(fetch);
	const source = ledger.sources.get(params.source) ?? error(404, 'There is no such source.');
	const alone = ledger.evidence(toldAlone(source.id, ledger).map(({ id }) => id));
	return {
		source,
		voices: voicesIn(source.id, ledger),
		shared: sharedWith(source, ledger),
		slips: slipsOf(source.id, ledger),
		alone: claimGroups(alone, 'event', ledger),
		paragraphs: partsByParagraph(source, ledger),
		byVoice: partsByVoice(source, ledger)
	};
};
