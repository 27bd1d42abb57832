import { createHash, timingSafeEqual } from 'node:crypto';

/** SHA-256 over the text, base64url: how tokens are stored, and bodies compared. */
export const sha256 = (text: string): string =>
	createHash('sha256').update(text).digest('base64url');

/** Whether two hashes are the same, in a time that does not tell how much of them is. */
export function sameHash(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}
