import * as v from 'valibot';
import { Text } from '../../../content/fields.ts';
import { ITEM_FIELDS, type ItemKind } from '../../../content/item.ts';
import { whysOf } from '../../options.ts';
import { slipId } from './explain.ts';
import type { NumberItem } from './play.ts';

const Value = v.pipe(v.number('must be a number'), v.finite());

const schema = v.strictObject({
	...ITEM_FIELDS,
	kind: v.literal('number'),
	/** What is counted, in the plural: "soldiers". */
	unit: Text,
	figures: v.pipe(
		v.record(
			v.string(),
			v.strictObject({
				label: Text,
				value: Value,
				/** How far off still counts as right; 0 unless said. */
				tolerance: v.optional(v.pipe(Value, v.minValue(0)), 0),
				why: Text
			})
		),
		v.check((figures) => Object.keys(figures).length >= 1, 'must hold one or more figures')
	),
	/** Figures that are often given, and why they are not the one. */
	slips: v.optional(v.array(v.strictObject({ value: Value, why: Text })), [])
});

export const number: ItemKind<v.InferOutput<typeof schema>, NumberItem> = {
	schema,
	mistakes: ({ figures, slips }) =>
		slips.flatMap(({ value }, index) =>
			Object.values(figures).every((figure) => Math.abs(figure.value - value) <= figure.tolerance)
				? [{ path: ['slips', index], message: `calls ${value} a slip, and it is a right figure` }]
				: []
		),
	claims: () => [],
	play: ({ unit, figures }) => ({
		unit,
		figures: Object.entries(figures).map(([id, { label, value, tolerance }]) => ({
			id,
			label,
			value,
			tolerance
		}))
	}),
	whys: ({ figures, slips }) => ({
		...whysOf(figures),
		...Object.fromEntries(slips.map(({ value, why }) => [slipId(value), why]))
	})
};
