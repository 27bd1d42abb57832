/**
 * The body of a card: Markdown in which every sentence ends in the claims that carry it,
 * written as footnote marks, and voices, places and sources are links.
 *
 *     [Armenia's Defence Ministry](voice:armenia-mod) spoke of shelling.[^aj09-shelling-begins]
 */
import { shorten } from './mistakes.ts';

export const LINK_TARGETS = ['voice', 'place', 'source'] as const;
export type LinkTarget = (typeof LINK_TARGETS)[number];

export type Inline = string | { text: string; to: LinkTarget; id: string };

export interface Sentence {
	parts: Inline[];
	claims: string[];
	/** Line in the card file. */
	line: number;
}

export interface CardText {
	paragraphs: Sentence[][];
	mistakes: { line: number; message: string }[];
}

const SENTENCE = /([^[\]]*(?:\[[^[\]^][^[\]]*\]\([^)]*\)[^[\]]*)*)((?:\[\^[^\]]+\]\s*)+)/gy;
const LINK = /\[([^[\]]+)\]\(([a-z]+):([a-z0-9-]+)\)/g;
/** A full stop, question or exclamation mark followed by the start of another sentence. */
const TWO_SENTENCES = /[.!?]["”]?\s+["“]?\p{Lu}/u;

/** Whether a text is one sentence, with the mark that ends it. */
export const oneSentence = (text: string) => /[.!?]["”]?$/.test(text) && !TWO_SENTENCES.test(text);

/** The plain words of a sentence. */
export const plainText = (parts: readonly Inline[]) =>
	parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** Phrases between double quotation marks. */
export const quotations = (text: string) =>
	[...text.matchAll(/"([^"]+)"|“([^”]+)”/g)].map((match) => match[1] ?? match[2] ?? '');

function parseInline(text: string): Inline[] {
	const parts: Inline[] = [];
	let end = 0;
	for (const match of text.matchAll(LINK)) {
		const [whole, label = '', to, id = ''] = match;
		if (!LINK_TARGETS.includes(to as LinkTarget)) continue;
		if (match.index > end) parts.push(text.slice(end, match.index));
		parts.push({ text: label, to: to as LinkTarget, id });
		end = match.index + whole.length;
	}
	if (end < text.length) parts.push(text.slice(end));
	return parts;
}

const newlines = (text: string) => text.split('\n').length - 1;
const leadingSpace = (text: string) => text.slice(0, text.length - text.trimStart().length);

function parseParagraph(text: string, line: number, into: CardText): void {
	const sentences: Sentence[] = [];
	let at = line;
	let end = 0;
	SENTENCE.lastIndex = 0;
	for (const match of text.matchAll(SENTENCE)) {
		const [whole, words = '', marks = ''] = match;
		end = match.index + whole.length;
		at += newlines(leadingSpace(words));
		const parts = parseInline(words.replace(/\s+/g, ' ').trim());
		const claims = [...marks.matchAll(/\[\^([^\]]+)\]/g)].map(([, id = '']) => id);
		if (TWO_SENTENCES.test(plainText(parts)))
			into.mistakes.push({
				line: at,
				message: `has a sentence without a reference in "${shorten(plainText(parts))}"; end each sentence in [^claim-id]`
			});
		sentences.push({ parts, claims, line: at });
		at += newlines(whole.trimStart());
	}
	const rest = text.slice(end);
	if (rest.trim())
		into.mistakes.push({
			line: at + newlines(leadingSpace(rest)),
			message: `has a sentence without a reference: "${shorten(rest)}"; end it in [^claim-id]`
		});
	if (sentences.length > 0) into.paragraphs.push(sentences);
}

/** Parses a card's body. `firstLine` is the line of the file on which the body begins. */
export function parseCardText(body: string, firstLine: number): CardText {
	const result: CardText = { paragraphs: [], mistakes: [] };
	let line = firstLine;
	for (const block of body.split(/(\n\s*\n)/)) {
		if (block.trim()) {
			parseParagraph(block.trim(), line + newlines(leadingSpace(block)), result);
		}
		line += newlines(block);
	}
	return result;
}

/** Splits front matter from body; `undefined` when the file has no front matter. */
export function splitFrontMatter(text: string) {
	const match = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(text);
	if (!match) return undefined;
	const head = match[1] ?? '';
	return { head, body: text.slice(match[0].length), bodyLine: head.split('\n').length + 2 };
}
