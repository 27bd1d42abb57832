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

/** Cuts a text into what was found and what stands around it. Nothing is lost. */
export function marked(text: string, keys: ReadonlySet<string>, words = wordsOf(text)): Part[] {
	const parts: Part[] = [];
	let end = 0;
	const push = (part: Part) => part.text && parts.push(part);
	for (const word of words) {
		if (!word.keys.some((key) => keys.has(key))) continue;
		push({ text: text.slice(end, word.at), hit: false });
		push({ text: word.text, hit: true });
		end = word.at + word.text.length;
	}
	push({ text: text.slice(end), hit: false });
	return parts;
}

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
	const words = wordsOf(text);
	const from = begin(text, richest(words.filter((word) => word.keys.some((key) => keys.has(key)))));
	const to = finish(text, from);
	const parts = marked(text.slice(from, to), keys);
	if (from > 0) parts.unshift({ text: '… ', hit: false });
	if (to < text.length) parts.push({ text: ' …', hit: false });
	return parts;
}
