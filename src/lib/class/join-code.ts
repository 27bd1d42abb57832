/**
 * The join code: what a class reads from the board and types in. 8 characters of Crockford's
 * base32, 40 bits. Two things are derived from it: the token that lets a device join, and the key
 * that opens the board. Deriving is slow on purpose. The salt is the same for every class, because
 * the code is all that a pupil has; so whoever holds a copy of the server's database and can spend
 * some 2^60 rounds of SHA-256 could open boards. Names and answers of pupils are sealed to the
 * class key instead, to which no code leads.
 */
import * as v from 'valibot';
import { subtle, toBase32, toBase64Url, utf8, type Random } from './bytes.ts';
import { ClassError } from './problem.ts';
import { derived, fragmentOf } from './secrets.ts';

const ROUNDS = 600_000; // OWASP, Password Storage Cheat Sheet, PBKDF2 with HMAC-SHA-256
const SALT = 'who-says-what/join-code/1';

/** As kept and derived from: 8 characters without hyphen. */
export const JoinCode = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/));

/** A new join code. @param random a cryptographic source */
export const newJoinCode = (random: Random): string => toBase32(random(5));

/** As people read it: `7K3M-P0QZ`. */
export const printJoinCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** The fragment of a join link. */
export const printJoinLink = (code: string): string => `#${code}`;

/**
 * Reads a join code as people write it, or a join link: small letters, blanks and hyphens do not
 * matter, O is 0, I and L are 1.
 *
 * @throws ClassError with `damaged` when it is none
 */
export function readJoinCode(text: string): string {
	const code = fragmentOf(text)
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Dash}._]/gu, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	const read = v.safeParse(JoinCode, code);
	if (read.success) return read.output;
	throw new ClassError(
		'damaged',
		'A join code has eight letters and digits, such as 7K3M-P0QZ; look at it once more.'
	);
}

/** What a join code opens. */
export interface JoinKeys {
	/** Shown to the server by a device that joins. */
	token: string;
	/** Opens the door: the board, and with it the key that stays when the code is changed. */
	doorKey: string;
}

/** Derives by PBKDF2 (RFC 8018); takes a good part of a second on an old phone. @param code as `readJoinCode` gives it */
export async function joinKeys(code: string): Promise<JoinKeys> {
	const key = await subtle().importKey('raw', utf8(code), 'PBKDF2', false, ['deriveBits']);
	const params = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8(SALT), iterations: ROUNDS };
	const stretched = new Uint8Array(await subtle().deriveBits(params, key, 256));
	const [token, doorKey] = await Promise.all([
		derived(stretched, 'join-token'),
		derived(stretched, 'door-key')
	]);
	return { token: toBase64Url(token), doorKey: toBase64Url(doorKey) };
}
