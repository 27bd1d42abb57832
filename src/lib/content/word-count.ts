/**
 * How often words are printed in a text: the one definition on which the counts of terms rest.
 *
 * A form is found as whole words, in capitals or small letters. Between its words a space and a
 * hyphen are the same ("arch foes", "arch-foes"). Where two phrases begin at one place the longer
 * is counted, and no letter is counted twice: what stands inside "Nagorno-Karabakh" is no
 * "Karabakh". Endings are not guessed; each is listed.
 */

export interface Counted {
	form: string;
	/** Endings and spellings that are counted with it. */
	also: readonly string[];
}

export interface FormCount {
	/** Uses in all. */
	all: number;
	/** Those between double quotation marks; what an editor put there in brackets is not quoted. */
	quoted: number;
}

const GAP = /[\s\u2010\u2011-]+/gu;
const QUOTATION = /“[^”]*”|"[^"]*"/gu;
const BRACKETS = /\[[^\]]*\]|\([^)]*\)/gu;

/** A phrase as the count compares it: two phrases with the same key are one. */
export const phraseKey = (phrase: string) => phrase.trim().toLowerCase().replace(GAP, ' ');

const pattern = (phrase: string) =>
	phraseKey(phrase)
		.split(' ')
		.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
		.join('[\\s\\u2010\\u2011-]+');

/** Finds any of the phrases, the longest first. */
function finder(phrases: readonly string[]): RegExp {
	const longestFirst = [...phrases].sort((a, b) => b.length - a.length).map(pattern);
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Blanks out everything that is not a speaker's printed words, every letter where it was. */
function quotedOnly(paragraph: string): string {
	const blank = (text: string) => ' '.repeat(text.length);
	let end = 0;
	let kept = '';
	for (const { 0: quotation, index } of paragraph.matchAll(QUOTATION)) {
		kept += blank(paragraph.slice(end, index)) + quotation.replace(BRACKETS, blank);
		end = index + quotation.length;
	}
	return kept + blank(paragraph.slice(end));
}

/**
 * Counts forms in a text.
 *
 * @param forms what to count
 * @param except phrases in which a form means something else, not counted
 * @param paragraphs the text; no phrase reaches from one paragraph into the next
 * @returns the count of each form, in the order of `forms`
 */
export function countForms(
	forms: readonly Counted[],
	except: readonly string[],
	paragraphs: readonly string[]
): FormCount[] {
	const counts = forms.map((): FormCount => ({ all: 0, quoted: 0 }));
	const countOf = new Map(
		forms.flatMap(({ form, also }, index) =>
			[form, ...also].map((phrase) => [phraseKey(phrase), counts[index]])
		)
	);
	const find = finder([...countOf.keys(), ...except]);
	for (const paragraph of paragraphs) {
		const quoted = quotedOnly(paragraph);
		for (const { 0: found, index } of paragraph.matchAll(find)) {
			const count = countOf.get(phraseKey(found));
			if (!count) continue;
			count.all += 1;
			if (quoted.startsWith(found, index)) count.quoted += 1;
		}
	}
	return counts;
}
