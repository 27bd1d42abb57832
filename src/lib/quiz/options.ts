/** Options of a question: how they are written, and the kinds in which one of them is chosen. */
import * as v from 'valibot';
import { Text } from '../content/fields.ts';
import type { ItemMistake } from '../content/item.ts';
import type { Option } from './kind.ts';

/** Options as written: a map from a short id to text and why. */
export const WrittenOptions = v.pipe(
	v.record(v.string(), v.strictObject({ text: Text, why: Text })),
	v.check(
		(options) => Object.keys(options).length >= 2,
		'must hold two or more options, each with text and why'
	)
);

export const playOptions = (options: Record<string, Omit<Option, 'id'>>): Option[] =>
	Object.entries(options).map(([id, option]) => ({ id, ...option }));

/** A mistake for each key that is no option. */
export function keysAmong(
	keys: readonly string[],
	options: Record<string, unknown>,
	path: (string | number)[] = ['key']
): ItemMistake[] {
	return keys
		.filter((key) => !Object.hasOwn(options, key))
		.map((key) => ({
			path,
			message: `"key" is "${key}", which is not an option; write one of ${Object.keys(options).join(', ')}`
		}));
}
