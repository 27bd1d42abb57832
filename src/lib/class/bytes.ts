/** Bytes as text, and back. */
import { ClassError } from './problem.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** A source of random bytes; where secrets are made, a cryptographic one. */
export type Random = (count: number) => Bytes;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** @throws TypeError when they are not UTF-8 */
export const textOf = (bytes: Uint8Array): string =>
	new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

export function joined(...parts: readonly Uint8Array[]): Bytes {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/** A call takes only so many arguments. */
const CHUNK = 8192;

/** Base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
	let binary = '';
	for (let at = 0; at < bytes.length; at += CHUNK)
		binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
	return btoa(binary);
}

/** Reads base64 with padding; `undefined` unless it is what `toBase64` writes. */
export function fromBase64(text: string): Bytes | undefined {
	if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
	const binary = atob(text);
	const bytes = new Uint8Array(binary.length);
	for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
	// Only the last group has bits that a reader passes over.
	const last = Math.max(0, Math.ceil(bytes.length / 3) - 1);
	return toBase64(bytes.subarray(last * 3)) === text.slice(last * 4) ? bytes : undefined;
}

/** Base64 for addresses, without padding (RFC 4648, section 5). */
export const toBase64Url = (bytes: Uint8Array): string =>
	toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Reads base64url without padding; `undefined` unless it is what `toBase64Url` writes. */
export function fromBase64Url(text: string): Bytes | undefined {
	if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
	const padded = text.replaceAll('-', '+').replaceAll('_', '/');
	return fromBase64(padded.padEnd(Math.ceil(text.length / 4) * 4, '='));
}

/** Crockford's base32: no I, L, O and U, which are taken for other characters or make words. */
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes in Crockford's base32, most significant bits first; the last character is filled with zeros. */
export function toBase32(bytes: Uint8Array): string {
	let [text, value, bits] = ['', 0, 0];
	for (const byte of bytes) {
		value = ((value << 8) | byte) & 0xfff;
		for (bits += 8; bits >= 5; bits -= 5) text += BASE32[(value >>> (bits - 5)) & 31] ?? '';
	}
	return bits > 0 ? text + (BASE32[(value << (5 - bits)) & 31] ?? '') : text;
}

/**
 * WebCrypto, which browsers give only to pages that came over a secure connection.
 *
 * @throws ClassError with `unsupported` elsewhere
 */
export function subtle(): SubtleCrypto {
	const found = (globalThis as { crypto?: { subtle?: SubtleCrypto } }).crypto?.subtle;
	if (found) return found;
	throw new ClassError(
		'unsupported',
		'A class needs a secure connection; open this page by an address that begins with https.'
	);
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
	new Uint8Array(await subtle().digest('SHA-256', bytes));
