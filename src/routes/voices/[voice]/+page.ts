import { error } from '@sveltejs/kit';
import { contactViews, filterContacts } from '#lib/study/network.ts';
import { packs } from '#lib/study/packs.ts';
import { cardsNaming, positionsOf, voiceEntries } from '#lib/study/voices.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) => {
	const [ledger, catalog] = await Promise.all([packs.ledger(fetch), packs.catalog(fetch)]);
	const { voice: id } = params;
	const entry =
		voiceEntries(ledger).find(({ voice }) => voice.id === id) ??
		error(404, 'There is no such voice.');
	const cards = await Promise.all(catalog.modules.map((module) => packs.cards(module.id, fetch)));
	return {
		entry,
		ledger: { events: ledger.events, sources: ledger.sources },
		says: ledger.evidence(ledger.claimsWhere((claim) => claim.voice === id)),
		mentioned: ledger.evidence(
			ledger.claimsWhere((claim) => claim.voice !== id && claim.mentions.includes(id))
		),
		positions: positionsOf(id, ledger),
		contacts: filterContacts(contactViews(ledger), { voice: id, kind: '' }),
		cards: cardsNaming(id, cards, catalog)
	};
};
