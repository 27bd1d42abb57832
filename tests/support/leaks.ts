/** Looks for texts in bytes, in every way in which a program may have written them. */
import { inflateRawSync, inflateSync, gunzipSync } from 'node:zlib';

/** A shorter text would be met by chance. */
export const SHORTEST = 8;

const withoutEnds = (bytes: Buffer, encoding: 'base64' | 'base64url', shift: number) => {
	const text = Buffer.concat([Buffer.alloc(shift), bytes])
		.toString(encoding)
		.replace(/=+$/, '');
	// The characters at the ends depend on what stands beside it.
	const from = Math.ceil((shift * 8) / 6);
	const to = Math.floor(((shift + bytes.length) * 8) / 6);
	return text.slice(from, to);
};

const escaped = (text: string) =>
	text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The ways in which a text may be written, by their names, in bytes as Latin-1 shows them. */
export function writtenAs(text: string | Uint8Array): [way: string, written: string][] {
	const bytes = Buffer.from(text);
	const hex = bytes.toString('hex');
	const asText: [string, string][] =
		typeof text === 'string'
			? [
					['UTF-16', Buffer.from(text, 'utf16le').toString('latin1')],
					['JSON', escaped(text)],
					['an address', encodeURIComponent(text)]
				]
			: [];
	return [
		['bytes', bytes.toString('latin1')],
		...asText,
		['hex', hex],
		['hex in capitals', hex.toUpperCase()],
		...[0, 1, 2].map((shift): [string, string] => ['base64', withoutEnds(bytes, 'base64', shift)]),
		...[0, 1, 2].map((shift): [string, string] => [
			'base64url',
			withoutEnds(bytes, 'base64url', shift)
		])
	];
}

/** What can be unpacked of some bytes without a key. */
function unpackedFrom(bytes: Buffer): Buffer[] {
	return [inflateRawSync, inflateSync, gunzipSync].flatMap((unpack) => {
		try {
			return [unpack(bytes)];
		} catch {
			return [];
		}
	});
}

/** The bytes themselves, and all that they hold in base64, unpacked where that can be done. */
export function layersOf(bytes: Buffer): string[] {
	const text = bytes.toString('latin1');
	// A page of a database may begin within a group of four characters.
	const inside = [...text.matchAll(/[A-Za-z0-9+/_-]{24,}/g)].flatMap(([run]) =>
		[0, 1, 2, 3].flatMap((shift) => {
			const decoded = Buffer.from(run.slice(shift), 'base64');
			return [decoded, ...unpackedFrom(decoded)];
		})
	);
	return [text, ...inside.map((each) => each.toString('latin1'))];
}

/**
 * What of some texts is to be found in bytes.
 *
 * @param texts by what they are; each of `SHORTEST` bytes or more
 * @returns what was found, and how it was written
 */
export function leaks(
	texts: Readonly<Record<string, readonly (string | Uint8Array)[]>>,
	bytes: Buffer
): string[] {
	const layers = layersOf(bytes).join('\n');
	return Object.entries(texts).flatMap(([what, all]) =>
		all.flatMap((text) => {
			const shown = typeof text === 'string' ? text : Buffer.from(text).toString('hex');
			if (Buffer.byteLength(text) < SHORTEST) throw new RangeError(`${shown} is too short.`);
			return writtenAs(text).flatMap(([way, written]) =>
				layers.includes(written) ? [`${what} “${shown}” as ${way}`] : []
			);
		})
	);
}
