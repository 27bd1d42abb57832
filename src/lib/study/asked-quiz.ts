/** Gathers questions of several modules into one quiz. */
import type { ItemEntry } from '../content/item.ts';
import type { Mode } from '../local/rows.ts';
import { packs } from './packs.ts';
import type { AskedQuiz } from './quiz-session.svelte.ts';

/**
 * @param entries the questions, in the order in which they are to be asked
 * @param reasons why each is asked, by its id
 */
export async function askedQuiz(
	mode: Mode,
	entries: readonly ItemEntry[],
	load: typeof fetch,
	reasons?: Readonly<Record<string, string>>
): Promise<AskedQuiz> {
	const ids = [...new Set(entries.map(({ module }) => module))];
	const all = await Promise.all(ids.map((id) => packs.quiz(id, load)));
	const items = all.flatMap((pack) => pack.items);
	return {
		mode,
		module: '',
		title: '',
		goal: '',
		cards: all.flatMap((pack) => pack.cards),
		items: entries.flatMap(({ id }) => items.find((item) => item.id === id) ?? []),
		modules: Object.fromEntries(entries.map(({ id, module }) => [id, module])),
		...(reasons && { reasons })
	};
}
