import * as v from 'valibot';
import { Id } from '../../../content/fields.ts';
import { ITEM_FIELDS, type ItemKind } from '../../../content/item.ts';
import { keysAmong, playOptions, whysOf, WrittenOptions } from '../../options.ts';
import type { MultiItem } from './play.ts';

const schema = v.strictObject({
	...ITEM_FIELDS,
	kind: v.literal('multi'),
	options: WrittenOptions,
	key: v.pipe(v.array(Id), v.minLength(1, 'must name at least one right option'))
});

export const multi: ItemKind<v.InferOutput<typeof schema>, MultiItem> = {
	schema,
	mistakes: ({ key, options }) => keysAmong(key, options),
	claims: () => [],
	play: ({ options, key }) => ({ options: playOptions(options), keys: key }),
	whys: ({ options }) => whysOf(options)
};
