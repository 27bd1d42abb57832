/** What each kind of question tells after an answer. */
import type { PlayedItem } from '../../content/item.ts';
import { explainOptions } from '../explain-options.ts';
import type { Explain } from '../kind.ts';
import type { KindName } from './index.ts';
import { explainMatch } from './match/explain.ts';
import { explainNumber } from './number/explain.ts';
import { explainOrder } from './order/explain.ts';

const all = {
	choice: explainOptions,
	multi: explainOptions,
	order: explainOrder,
	match: explainMatch,
	number: explainNumber,
	verdict: explainOptions,
	'who-says': explainOptions,
	cloze: explainOptions,
	place: explainOptions,
	matrix: explainMatch
} satisfies Record<KindName, unknown>;

/** Explains an item that passed the gate, whose kind and fields are therefore sound. */
export const explain: Explain<PlayedItem> = (item, whys, response) =>
	(all as unknown as Record<string, Explain>)[item.kind]?.(item, whys, response) ?? [];
