/** The part of a text that shows why it was found. */
import { wordsOf, type Word } from './words.ts';

export interface Part {
	text: string;
	/** Whether it is what was looked for. */
	hit: boolean;
}

/** Letters shown of a long text. */
const LENGTH = 180;
/** Letters shown after the hit where its sentence began long before it. */
const TAIL = 60;

/** The end of a sentence, before another. */
const SENTENCE_END = /[.!?]["”’)]*\s+(?=["“‘(]?[\p{Lu}\d])/gu;

/** The texts that were shown lately are shown again with the next key press. */
const lately = new Map<string, readonly Word[]>();
const MANY = 200;

function remembered(text: string): readonly Word[] {
	const words = lately.get(text) ?? wordsOf(text);
	if (lately.size >= MANY) lately.clear();
	lately.set(text, words);
	return words;
}

const hitsIn = (text: string, keys: ReadonlySet<string>): Word[] =>
	remembered(text).filter((word) => word.keys.some((key) => keys.has(key)));

/** The piece of a text from one letter to another, with the hits in it. Nothing of it is lost. */
function piece(text: string, from: number, to: number, hits: readonly Word[]): Part[] {
	const parts: Part[] = [];
	let end = from;
	for (const { at, text: word } of hits) {
		if (at < from || at + word.length > to) continue;
		const between = text.slice(end, at);
		const last = parts.at(-1);
		if (last && !between.trim()) last.text += between + word;
		else parts.push({ text: between, hit: false }, { text: word, hit: true });
		end = at + word.length;
	}
	parts.push({ text: text.slice(end, to), hit: false });
	return parts.filter((part) => part.text);
}

/** Cuts a text into what was found and what stands around it. Nothing is lost. */
export const marked = (text: string, keys: ReadonlySet<string>): Part[] =>
	piece(text, 0, text.length, hitsIn(text, keys));

/** Where to begin, so that as many different hits as can be stand within the length. */
function richest(hits: readonly Word[]): number {
	let best = 0;
	let most = 0;
	for (const { at } of hits) {
		const within = hits.filter((other) => other.at >= at && other.at < at + LENGTH / 2);
		const different = new Set(within.flatMap(({ keys }) => keys)).size;
		if (different <= most) continue;
		most = different;
		best = at;
	}
	return best;
}

/** Where the sentence begins that holds a letter: whoever says it stands there. */
function begin(text: string, at: number): number {
	let from = 0;
	for (const end of text.matchAll(SENTENCE_END)) {
		const next = end.index + end[0].length;
		if (next > at) break;
		from = next;
	}
	return from;
}

function finish(text: string, to: number): number {
	if (text.length <= to) return text.length;
	const cut = text.indexOf(' ', to);
	return cut > 0 ? cut : text.length;
}

/**
 * The sentence of the first hits and some of what follows it, cut between words: about 180 letters,
 * or a little more than the hit needs. A sentence is never begun in the middle, so that what is
 * said keeps its speaker.
 */
export function snippet(text: string, keys: ReadonlySet<string>): Part[] {
	const hits = hitsIn(text, keys);
	const first = richest(hits);
	const from = begin(text, first);
	const to = finish(text, Math.max(from + LENGTH, first + TAIL));
	const parts = piece(text, from, to, hits);
	if (from > 0) parts.unshift({ text: '… ', hit: false });
	if (to < text.length) parts.push({ text: ' …', hit: false });
	return parts;
}
