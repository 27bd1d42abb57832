import { error } from '@sveltejs/kit';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch }) => {
	const ledger = await packs.ledger(fetch);
	const source = ledger.sources.get(params.source) ?? error(404, 'There is no such source.');
	const claims = ledger.evidence(ledger.claimsWhere((claim) => claim.source === source.id));
	const paragraphs = Array.from({ length: source.paragraphs }, (_, index) => ({
		number: index + 1,
		unused: source.unused.find(({ paragraph }) => paragraph === index + 1)?.reason,
		claims: claims.filter(({ claim }) => claim.paragraph[0] === index + 1),
		/** Claims shown with an earlier paragraph that this one carries too. */
		also: claims.some(({ claim }) => claim.paragraph.slice(1).includes(index + 1))
	}));
	const shared = source.sharedWording.map(({ with: id, what }) => ({
		id,
		what,
		outlet: ledger.sources.get(id)?.outlet ?? id
	}));
	return { source, paragraphs, shared };
};
