import { contactViews, layOut } from '#lib/study/network.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const ledger = await packs.ledger(fetch);
	const contacts = contactViews(ledger);
	return { contacts, voices: ledger.voices, network: layOut(contacts, [...ledger.voices.keys()]) };
};
