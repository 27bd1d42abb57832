/** The part of a text that shows why it was found. */
import { wordsOf, type Word } from './words.ts';

export interface Part {
	text: string;
	/** Whether it is what was looked for. */
	hit: boolean;
}

/** Letters shown of a long text. */
const LENGTH = 180;
/** Letters before the first hit within which a sentence is begun at its beginning. */
const LEAD = 70;

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
		const within = hits.filter((other) => other.at >= at && other.at < at + LENGTH - LEAD);
		const different = new Set(within.flatMap(({ keys }) => keys)).size;
		if (different <= most) continue;
		most = different;
		best = at;
	}
	return best;
}

function begin(text: string, at: number): number {
	if (at < LEAD) return 0;
	const before = text.slice(at - LEAD, at);
	const sentence = /^[\s\S]*[.!?]["”’]?\s+/.exec(before)?.[0].length;
	const word = /^\S*\s+/.exec(before)?.[0].length;
	return at - LEAD + (sentence ?? word ?? LEAD);
}

function finish(text: string, from: number): number {
	if (text.length - from <= LENGTH) return text.length;
	const cut = text.lastIndexOf(' ', from + LENGTH);
	return cut > from ? cut : from + LENGTH;
}

/** Some 180 letters of a text around its hits, cut between words; the whole where it is short. */
export function snippet(text: string, keys: ReadonlySet<string>): Part[] {
	const hits = hitsIn(text, keys);
	const from = begin(text, richest(hits));
	const to = finish(text, from);
	const parts = piece(text, from, to, hits);
	if (from > 0) parts.unshift({ text: '… ', hit: false });
	if (to < text.length) parts.push({ text: ' …', hit: false });
	return parts;
}
