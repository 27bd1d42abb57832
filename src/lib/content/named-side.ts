/** Which side an option of a question names. */
import * as v from 'valibot';
import type { CourseItem } from './item.ts';
import type { Voice } from './records.ts';
import type { Party } from './sides.ts';

/** How each side is named in an option, beside the names of those who speak for it. */
const NAMES: Record<Party, RegExp> = {
	armenia: /\bArmenia|\bYerevan\b/,
	azerbaijan: /\bAzeri|\bAzerbaijan|\bBaku\b/,
	karabakh:
		/\bKarabakh (?:army|authorities)\b|\b(?:authorities|leadership|officials) (?:in|of) Nagorno-Karabakh\b/i
};

const surname = ({ name }: Voice) => name.split(' ').at(-1) ?? name;

/**
 * The one side that a text names, by its country, its capital, its offices or the people who speak
 * for it; `undefined` where it names none or more than one.
 */
export function sideNamed(text: string, voices: Iterable<Voice>): Party | undefined {
	const people = [...voices].filter(({ kind }) => kind === 'person');
	const named = (Object.keys(NAMES) as Party[]).filter(
		(side) =>
			NAMES[side].test(text) ||
			people.some((person) => person.side === side && text.includes(surname(person)))
	);
	return named.length === 1 ? named[0] : undefined;
}

const WithOptions = v.object({
	options: v.array(v.object({ id: v.string(), text: v.string() })),
	keys: v.optional(v.array(v.string()), []),
	pairs: v.optional(v.array(v.object({ key: v.string() })), [])
});

/**
 * The options of a question, right and wrong. Of a match, those are right that some entry takes;
 * where every option has its place, as in an order, none is right or wrong.
 */
export function optionsOf(item: CourseItem): { text: string; right: boolean }[] {
	const read = v.safeParse(WithOptions, item);
	if (!read.success) return [];
	const { options, keys, pairs } = read.output;
	const right = new Set([...keys, ...pairs.map(({ key }) => key)]);
	if (item.kind === 'order') return [];
	return options.map(({ id, text }) => ({ text, right: right.has(id) }));
}
