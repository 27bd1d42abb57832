import { creditRows } from '#lib/study/credit.ts';
import { attributed, balanceRows, countRows, statusRows } from '#lib/study/fairness.ts';
import { packs } from '#lib/study/packs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const [fairness, catalog, ledger] = await Promise.all([
		packs.fairness(fetch),
		packs.catalog(fetch),
		packs.ledger(fetch)
	]);
	return {
		dates: fairness.dates,
		statuses: statusRows(fairness),
		credit: creditRows(fairness.kinds),
		counts: countRows(fairness.sides),
		balance: balanceRows(fairness, catalog),
		untaught: attributed(fairness.untaught, ledger),
		unasked: attributed(fairness.unasked, ledger),
		aside: attributed(fairness.aside, ledger),
		unaskedVoices: fairness.unaskedVoices.flatMap(({ voice }) => ledger.voices.get(voice) ?? [])
	};
};
