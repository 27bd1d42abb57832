/** Progress, computed from what the device remembers. */
import type { ModuleEntry } from '../content/packs.ts';
import type { Visit } from '../local/rows.ts';
import { byTime } from '../review/days.ts';

export interface ModuleProgress {
	cards: number;
	/** Questions of which the last answer was right, in the revision that stands. */
	right: number;
}

/** @param score of the last answer to a question in a revision */
export function moduleProgress(
	module: ModuleEntry,
	visits: readonly Visit[],
	score: (item: string, revision: number) => number | undefined
): ModuleProgress {
	const seen = new Set(visits.map(({ card }) => card));
	return {
		cards: module.cards.filter(({ id }) => seen.has(id)).length,
		right: module.items.filter((id) => score(id, module.revisions[id] ?? 1) === 1).length
	};
}

/** The card that was open last, if it is still part of the course. */
export function lastPlace(
	modules: readonly ModuleEntry[],
	visits: readonly Visit[],
	now = Date.now()
) {
	const latest = [...visits].sort(byTime(now)).reverse();
	for (const visit of latest) {
		const module = modules.find(({ id }) => id === visit.module);
		const card = module?.cards.find(({ id }) => id === visit.card);
		if (module && card) return { module, card };
	}
	return undefined;
}
