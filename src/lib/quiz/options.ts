/** Options of a question: how they are written, and the kinds in which one of them is chosen. */
import * as v from 'valibot';
import { Text } from '../content/fields.ts';
import type { ItemMistake, Whys } from '../content/item.ts';
import type { Option } from './kind.ts';

/** Options as written: a map from a short id to text and why. */
export const WrittenOptions = v.pipe(
	v.record(v.string(), v.strictObject({ text: Text, why: Text })),
	v.check(
		(options) => Object.keys(options).length >= 2,
		'must hold two or more options, each with text and why'
	)
);

export const playOptions = (options: Record<string, { text: string }>): Option[] =>
	Object.entries(options).map(([id, { text }]) => ({ id, text }));

/** The why of each part, by the part's id. */
export const whysOf = (parts: Record<string, { why: string }>): Whys =>
	Object.fromEntries(Object.entries(parts).map(([id, { why }]) => [id, why]));

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
