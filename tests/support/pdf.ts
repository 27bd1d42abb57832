/** Reads a PDF as Chromium writes it: how many pages of which size, and the text on them. */
import { inflateSync } from 'node:zlib';

export interface Pdf {
	/** Width and height of each page in points, rounded. */
	pages: [width: number, height: number][];
	/** All text, squeezed. */
	text: string;
}

/** Text without spaces, which depend on how lines break, and with plain letters for ligatures. */
export const squeezed = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

const OBJECT = /(?:^|\n)(\d+) 0 obj\s*([\s\S]*?)endobj/g;

/** What a stream holds, uncompressed. */
function streamOf(object: string): string {
	const [head = '', body] = object.split(/stream\r?\n/, 2);
	if (body === undefined) return '';
	const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
	const bytes = Buffer.from(body.slice(0, length), 'latin1');
	return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

const charOf = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
const codeOf = (hex: string) => parseInt(hex, 16);

/** The characters of a font by glyph, from its ToUnicode map. */
function charactersIn(map: string): Map<number, string> {
	const found = new Map<number, string>();
	for (const [, list = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
		for (const [, from = '', to = ''] of list.matchAll(/<(\w+)> <(\w+)>/g))
			found.set(codeOf(from), charOf(to));
	for (const [, list = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
		for (const [, from = '', last = '', to = ''] of list.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
			for (let code = codeOf(from); code <= codeOf(last); code++)
				found.set(code, String.fromCharCode(codeOf(to) + code - codeOf(from)));
	return found;
}

/** @param bytes of the file */
export function readPdf(bytes: Buffer): Pdf {
	const objects = new Map(
		[...bytes.toString('latin1').matchAll(OBJECT)].map(([, id = '', body = '']) => [id, body])
	);
	const fonts = new Map(
		[...objects].flatMap(([id, body]) => {
			const map = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
			return map ? [[id, charactersIn(streamOf(objects.get(map) ?? ''))] as const] : [];
		})
	);
	const pages = [...objects.values()].filter((body) => /\/Type\s*\/Page\b/.test(body));
	const text = pages.map((page) => textOf(page, objects, fonts)).join('');
	return { pages: pages.map(sizeOf), text: squeezed(text) };
}

function sizeOf(page: string): [number, number] {
	const box = /\/MediaBox\s*\[([^\]]*)\]/.exec(page)?.[1]?.trim().split(/\s+/).map(Number) ?? [];
	return [Math.round(box[2] ?? 0), Math.round(box[3] ?? 0)];
}

function textOf(
	page: string,
	objects: ReadonlyMap<string, string>,
	fonts: ReadonlyMap<string, ReadonlyMap<number, string>>
): string {
	const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '');
	const named = new Map(
		[...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, fonts.get(id)])
	);
	let font: ReadonlyMap<number, string> | undefined;
	let text = '';
	for (const [, name, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
		if (name) font = named.get(name);
		for (const [glyph] of (glyphs ?? '').matchAll(/.{4}/g)) text += font?.get(codeOf(glyph)) ?? '';
	}
	return text;
}
