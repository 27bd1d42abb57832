import * as v from 'valibot';
import { Text } from '../../../content/fields.ts';
import { ITEM_FIELDS, type ItemKind, type ItemMistake, type Known } from '../../../content/item.ts';
import { STANCE_NAMES, STANCES, stanceCell } from '../../../content/matrix.ts';
import type { MatchItem } from '../match/play.ts';

const schema = v.strictObject({
	...ITEM_FIELDS,
	kind: v.literal('matrix'),
	/** Why each article stands as it does, by the article's id; for a silent one, what it has instead. */
	why: v.record(v.string(), Text)
});

type Written = v.InferOutput<typeof schema>;

/** The claims that carry the statement: those named that deny none of the others. */
const carriers = ({ claims }: Written, known: Known) =>
	claims.filter((id) => !known.claims.get(id)?.denies.some((other) => claims.includes(other)));

/** How every article carries the statement, by the ledger. */
const cells = (item: Written, known: Known) =>
	[...known.sources.values()].map((source) => stanceCell(carriers(item, known), source, known));

/** The claims by which an article says or denies the statement stand as evidence under the answer. */
const leftOut = (item: Written, known: Known): ItemMistake[] =>
	cells(item, known)
		.flatMap(({ claims, denials }) => [...claims, ...denials])
		.filter(({ id }) => !item.claims.includes(id))
		.map(({ id }) => ({
			path: ['claims'],
			message: `leaves out "${id}", which by the ledger says the same or denies it; add it`
		}));

const articleMistakes = ({ why }: Written, { sources }: Known): ItemMistake[] => [
	...Object.keys(why)
		.filter((id) => !sources.has(id))
		.map((id) => ({ path: ['why', id], message: `names no source "${id}"; mend the id` })),
	...[...sources.keys()]
		.filter((id) => !Object.hasOwn(why, id))
		.map((id) => ({ path: ['why'], message: `says nothing of "${id}"; add its why` }))
];

/** The key is not written: it is how the ledger has each article carry the claims. */
export const matrix: ItemKind<Written, MatchItem> = {
	schema,
	mistakes: (item, known) => [...leftOut(item, known), ...articleMistakes(item, known)],
	claims: () => [],
	play: (item, known) => ({
		pairs: cells(item, known).map(({ source, stance }) => ({
			id: source.id,
			text: source.short,
			key: stance
		})),
		options: STANCES.map((id) => ({ id, text: STANCE_NAMES[id] }))
	}),
	whys: ({ why }) => why
};
