import * as v from 'valibot';
import { Id } from '../../../content/fields.ts';
import { ITEM_FIELDS, type ItemKind } from '../../../content/item.ts';
import { keysAmong, playOptions, whysOf, WrittenOptions } from '../../options.ts';
import type { OrderItem } from './play.ts';

const schema = v.strictObject({
	...ITEM_FIELDS,
	kind: v.literal('order'),
	options: WrittenOptions,
	/** Every option, from first to last. */
	key: v.array(Id)
});

export const order: ItemKind<v.InferOutput<typeof schema>, OrderItem> = {
	schema,
	mistakes: ({ key, options }) => {
		const missing = Object.keys(options).filter((id) => !key.includes(id));
		const twice = key.length !== new Set(key).size;
		return [
			...keysAmong(key, options),
			...(missing.length > 0 || twice
				? [
						{
							path: ['key'],
							message: `"key" must name every option once, from first to last${missing.length > 0 ? `; ${missing.join(', ')} is missing` : ''}`
						}
					]
				: [])
		];
	},
	claims: () => [],
	play: ({ options, key }) => ({ options: playOptions(options), keys: key }),
	whys: ({ options }) => whysOf(options)
};
