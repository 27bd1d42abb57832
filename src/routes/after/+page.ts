import { laterPack } from '#lib/study/later.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const [later, ledger] = await Promise.all([laterPack(fetch), packs.ledger(fetch)]);
	return {
		later,
		/** Titles of the events in the articles that a later one goes on from. */
		followed: Object.fromEntries(
			later.events
				.flatMap(({ follows }) => follows)
				.map((id) => [id, ledger.events.get(id)?.title ?? ''])
		)
	};
};
