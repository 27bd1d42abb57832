/** Names that people type: a pupil's, a class's. */
import { ClassError } from '../problem.ts';
import { LIMITS } from './fields.ts';

/** Characters that show nothing or turn the writing round; joiners that scripts and emoji need stay. */
const UNSEEN =
	/[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
/** More marks on one letter than any language writes. */
const PILES = /(\p{M}{4})\p{M}+/gu;

/** A name as it is shown: composed letters, single blanks, nothing unseen. */
const tidy = (text: string) =>
	text
		.normalize('NFC')
		.replace(/\s+/gu, ' ')
		.replace(UNSEEN, '')
		.replace(/ +/g, ' ')
		.replace(PILES, '$1')
		.trim();

/**
 * Reads a pupil's name as it was typed.
 *
 * @throws ClassError with `damaged` when nothing is left, with `too-long` over 40 characters
 */
export function readName(text: string): string {
	if (text.length > LIMITS.name * 10) throw tooLong(LIMITS.name);
	const name = tidy(text);
	if (!/[\p{L}\p{N}\p{S}]/u.test(name))
		throw new ClassError('damaged', 'Write a name, with at least one letter or digit.');
	if (name.length > LIMITS.name) throw tooLong(LIMITS.name);
	return name;
}

const tooLong = (limit: number) =>
	new ClassError('too-long', `A name has at most ${limit} characters; write a shorter one.`);

/** Reads a list of names, one on each line; empty lines and repeated names are passed over. @throws ClassError as `readName` */
export function readNames(text: string): string[] {
	if (text.length > LIMITS.name * LIMITS.pupils * 2)
		throw new ClassError('too-long', `A class has at most ${LIMITS.pupils} names; leave some out.`);
	const names = text
		.split(/[\r\n]+/)
		.filter((line) => line.trim() !== '')
		.map(readName);
	const folded = names.map(foldedName);
	const once = names.filter((_, index) => folded.indexOf(folded[index] ?? '') === index);
	if (once.length > LIMITS.pupils)
		throw new ClassError('too-long', `A class has at most ${LIMITS.pupils} names; leave some out.`);
	return once;
}

/** The same for names that people take for the same: without case, accents and double blanks. */
export const foldedName = (name: string): string =>
	tidy(name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
