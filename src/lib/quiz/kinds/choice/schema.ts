import * as v from 'valibot';
import { Id } from '../../../content/fields.ts';
import { ITEM_FIELDS, type ItemKind } from '../../../content/item.ts';
import { keysAmong, playOptions, whysOf, WrittenOptions } from '../../options.ts';
import type { SingleItem } from '../../single.ts';

const schema = v.strictObject({
	...ITEM_FIELDS,
	kind: v.literal('choice'),
	options: WrittenOptions,
	key: Id
});

export const choice: ItemKind<v.InferOutput<typeof schema>, SingleItem> = {
	schema,
	mistakes: ({ key, options }) => keysAmong([key], options),
	claims: () => [],
	play: ({ options, key }) => ({ options: playOptions(options), keys: [key] }),
	whys: ({ options }) => whysOf(options)
};
