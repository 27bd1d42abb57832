import * as v from 'valibot';
import { Id, Text } from '../../../content/fields.ts';
import { ITEM_FIELDS, type ItemKind } from '../../../content/item.ts';
import { keysAmong, playOptions, whysOf, WrittenOptions } from '../../options.ts';
import type { ClozeItem } from './play.ts';

const GAP = '___';

const schema = v.strictObject({
	...ITEM_FIELDS,
	kind: v.literal('cloze'),
	sentence: v.pipe(
		Text,
		v.check((text) => text.split(GAP).length === 2, `must hold one gap, written ${GAP}`)
	),
	options: WrittenOptions,
	key: Id
});

export const cloze: ItemKind<v.InferOutput<typeof schema>, ClozeItem> = {
	schema,
	mistakes: ({ key, options }) => keysAmong([key], options),
	claims: () => [],
	play: ({ sentence, options, key }) => {
		const [before = '', after = ''] = sentence.split(GAP);
		return { before, after, options: playOptions(options), keys: [key] };
	},
	whys: ({ options }) => whysOf(options)
};
