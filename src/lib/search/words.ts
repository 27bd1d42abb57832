/** Takes a text apart into words, each with the keys by which it is found. */
import { formatEdtf, parseEdtf } from '../content/edtf.ts';
import { fold, stem } from './fold.ts';

export interface Word {
	/** As it stands in the text. */
	text: string;
	/** Where it begins in the text. */
	at: number;
	keys: readonly string[];
}

/** Words that stand in nearly every text; nobody is looking for them. */
const SMALL = new Set(
	'a an and as at by for from in is it of on or that the to was were with'.split(' ')
);

const WORD =
	/\d{4}-\d{2}(?:-\d{2})?(?!\d)|\d+(?:[.,\u00A0\u202F]\d+)*(?:st|nd|rd|th)?(?!\p{L})|\d+|[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

/** A date written in figures as the words in which the app writes dates. */
function dateWords(text: string): string[] | undefined {
	const [, day, month, year] = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(text) ?? [];
	const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text;
	if (!/^\d{4}-\d/.test(iso)) return undefined;
	return parseEdtf(iso) ? formatEdtf(iso).toLowerCase().split(' ').map(fold) : text.split(/[-.]/);
}

const numberKeys = (text: string) =>
	dateWords(text) ?? [text.replace(/[,\u00A0\u202F]/g, '').replace(/\p{L}+$/u, '')];

/** The same words come again and again, in texts and in what is typed. */
const known = new Map<string, readonly string[]>();

function keysOf(word: string): readonly string[] {
	const found = known.get(word);
	if (found) return found;
	const keys = /^\d/.test(word) ? numberKeys(word) : [fold(stem(word))];
	const some = keys.filter(Boolean);
	known.set(word, some);
	return some;
}

/** Every word of a text, small ones too. */
export const wordsOf = (text: string): Word[] =>
	Array.from(text.matchAll(WORD), (match) => ({
		text: match[0],
		at: match.index,
		keys: keysOf(match[0])
	}));

export const isSmall = ({ text }: Pick<Word, 'text'>) => SMALL.has(text.toLowerCase());
