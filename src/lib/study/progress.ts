/** Progress, computed from what the device remembers. */
import type { ModuleEntry } from '../content/packs.ts';
import type { Attempt, Visit } from '../local/rows.ts';

export interface ModuleProgress {
	cards: number;
	/** Questions of which the last answer was right, in the revision that stands. */
	right: number;
}

export function moduleProgress(
	module: ModuleEntry,
	visits: readonly Visit[],
	attempts: readonly Attempt[]
): ModuleProgress {
	const seen = new Set(visits.map(({ card }) => card));
	const last = new Map<string, Attempt>();
	for (const attempt of attempts) {
		// An answer stays with the revision that it answered.
		if (attempt.revision !== (module.revisions[attempt.item] ?? 1)) continue;
		const earlier = last.get(attempt.item);
		if (!earlier || earlier.at <= attempt.at) last.set(attempt.item, attempt);
	}
	return {
		cards: module.cards.filter(({ id }) => seen.has(id)).length,
		right: module.items.filter((id) => last.get(id)?.score === 1).length
	};
}

/** The card that was open last, if it is still part of the course. */
export function lastPlace(modules: readonly ModuleEntry[], visits: readonly Visit[]) {
	const latest = [...visits].sort((a, b) => b.at - a.at);
	for (const visit of latest) {
		const module = modules.find(({ id }) => id === visit.module);
		const card = module?.cards.find(({ id }) => id === visit.card);
		if (module && card) return { module, card };
	}
	return undefined;
}
