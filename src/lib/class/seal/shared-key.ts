/** Seals with a key that several hold, so that nobody can pass one sealed thing off as another. */
import { fromBase64Url, joined, subtle, utf8, type Bytes, type Random } from '../bytes.ts';
import { ClassError } from '../problem.ts';

const NONCE = 12;

const WRONG = 'This does not open with the key of this class, or was changed on the way.';

async function imported(key: string): Promise<CryptoKey> {
	const raw = fromBase64Url(key);
	if (raw?.length !== 32) throw new ClassError('damaged', 'This key is not whole.');
	return subtle().importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** What a sealed thing is goes into the seal. */
const params = (nonce: Bytes, about: string) => ({
	name: 'AES-GCM',
	iv: nonce,
	additionalData: utf8(`who-says-what/1/${about}`)
});

/**
 * Seals by AES-256-GCM (NIST SP 800-38D) with a nonce of its own, which stands before it. Adds 28 bytes.
 *
 * @param about names what it is, such as `board/ID`; only the same name opens it
 * @param random a cryptographic source
 */
export async function sealWith(
	key: string,
	about: string,
	bytes: Bytes,
	random: Random
): Promise<Bytes> {
	const nonce = random(NONCE);
	const sealed = await subtle().encrypt(params(nonce, about), await imported(key), bytes);
	return joined(nonce, new Uint8Array(sealed));
}

/** @throws ClassError with `not-ours` when it is sealed with another key, is about something else or was changed */
export async function openWith(key: string, about: string, sealed: Bytes): Promise<Bytes> {
	const own = await imported(key);
	try {
		const nonce = sealed.slice(0, NONCE);
		const bytes = await subtle().decrypt(params(nonce, about), own, sealed.slice(NONCE));
		return new Uint8Array(bytes);
	} catch (cause) {
		throw new ClassError('not-ours', WRONG, cause);
	}
}
