import * as v from 'valibot';
import { Id, Text } from '../../../content/fields.ts';
import { ITEM_FIELDS, type ItemKind } from '../../../content/item.ts';
import { keysAmong, whysOf } from '../../options.ts';
import type { MatchItem } from './play.ts';

const schema = v.strictObject({
	...ITEM_FIELDS,
	kind: v.literal('match'),
	/** What entries are matched with. */
	options: v.record(v.string(), Text),
	pairs: v.pipe(
		v.record(v.string(), v.strictObject({ text: Text, key: Id, why: Text })),
		v.check((pairs) => Object.keys(pairs).length >= 2, 'must hold two or more entries')
	)
});

export const match: ItemKind<v.InferOutput<typeof schema>, MatchItem> = {
	schema,
	mistakes: ({ pairs, options }) =>
		Object.entries(pairs).flatMap(([id, { key }]) =>
			keysAmong([key], options, ['pairs', id, 'key'])
		),
	claims: () => [],
	play: ({ pairs, options }) => ({
		pairs: Object.entries(pairs).map(([id, { text, key }]) => ({ id, text, key })),
		options: Object.entries(options).map(([id, text]) => ({ id, text }))
	}),
	whys: ({ pairs }) => whysOf(pairs)
};
