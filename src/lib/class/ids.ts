/** Ids that devices make by themselves: no two alike, whoever makes them. */
import * as v from 'valibot';
import { joined, toBase32, type Random } from './bytes.ts';

/** 16 to 32 bytes in the alphabet of base64url. */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,43}$/));

/** Milliseconds since 1970 in 48 bits. */
function timeBytes(at: number): Uint8Array {
	const time = Math.min(Math.max(0, Math.floor(at)), 2 ** 48 - 1);
	return Uint8Array.from({ length: 6 }, (_, index) => Math.floor(time / 256 ** (5 - index)) % 256);
}

/**
 * A new id: 48 bits of time and 80 random ones in base32, 26 characters, so that ids sort as they
 * were made, as text too.
 *
 * @param at in milliseconds since 1970, UTC
 */
export const newId = (at: number, random: Random): string =>
	toBase32(joined(timeBytes(at), random(10)));
