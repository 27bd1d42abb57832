/** For tests of the class: pupils who answer the course's own questions. */
import type { ItemEntry, PlayedItem } from '../content/item.ts';
import { packItems, packQuiz } from '../content/packs.ts';
import { kindOf } from '../quiz/session.ts';
import { randomFrom, shuffleFrom } from '../quiz/random.ts';
import { CONFIDENCES } from '../review/attempt.ts';
import { readContent } from '../server/content-files.ts';
import type { HandInAnswer } from './documents/hand-in.ts';

const { ledger } = readContent('content');

/** The questions of the course as the app plays them, and what is known of each. */
export const courseItems: PlayedItem[] = ledger.modules.flatMap((module) => packQuiz(module).items);
export const courseEntries: ItemEntry[] = packItems(ledger).items;

interface Parts {
	options?: { id: string }[];
	pairs?: { id: string }[];
	figures?: { id: string; value: number }[];
	keys?: string[];
}

/** A whole response to a question of any kind: sometimes right, often not. */
export function someResponse(item: PlayedItem, seed: string): unknown {
	const { options = [], pairs, figures, keys = [] } = item as Parts;
	const random = randomFrom(seed);
	const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
	const right = random() < 0.6;
	if (pairs) return Object.fromEntries(pairs.map(({ id }) => [id, one(options)?.id]));
	if (figures)
		return Object.fromEntries(figures.map(({ id, value }) => [id, right ? value : value + 1]));
	if (item.kind === 'order') return right ? keys : shuffleFrom(seed)(keys);
	if (item.kind === 'multi') return right ? keys : [one(options)?.id];
	return right ? keys[0] : one(options)?.id;
}

/** An answer to each of some questions. */
export const someAnswers = (items: readonly PlayedItem[], seed: string): HandInAnswer[] =>
	items.map((item, index) => {
		const response = someResponse(item, `${seed}/${item.id}`);
		if (!kindOf(item).complete(item, response)) throw new Error(`No whole response to ${item.id}.`);
		const confidence = CONFIDENCES[Math.floor(randomFrom(`${seed}${index}`)() * 3)];
		const shown = index * 31 + (index % 7);
		return {
			item: item.id,
			revision: item.revision,
			response,
			confidence,
			shown,
			answered: shown + 9 + (index % 13)
		};
	});
