/**
 * Seals to the class key what only the teacher may read (age, X25519; https://age-encryption.org/v1).
 * Sealed bytes do not tell who made them. So what they hold says whose it is, and whoever opens them
 * compares that with the way they came by.
 */
import type { Decrypter } from 'age-encryption';
import { unbech32 } from '../bech32.ts';
import { joined, subtle, type Bytes } from '../bytes.ts';
import { ClassError } from '../problem.ts';

/** Loaded only when something is sealed or opened, since it is not small; by name, to leave out the rest. */
async function age() {
	const { Decrypter, Encrypter, identityToRecipient } = await import('age-encryption');
	return { Decrypter, Encrypter, identityToRecipient };
}

const bytesOf = (array: Uint8Array): Bytes => new Uint8Array(array);

/** The class's public key. @param identity as `teacherKeys` gives it */
export const publicKeyOf = async (identity: string): Promise<string> =>
	(await age()).identityToRecipient(identity);

/** Adds 200 bytes. @param publicKey of the class, which passed the schema `PublicKey` */
export async function sealToClass(publicKey: string, bytes: Bytes): Promise<Bytes> {
	const encrypter = new (await age()).Encrypter();
	encrypter.addRecipient(publicKey);
	return bytesOf(await encrypter.encrypt(bytes));
}

/** What stands before the 32 bytes of a private X25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8 = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20];

/**
 * The private key as WebCrypto holds it: taken in once, where age would take it in for each thing
 * that it opens. The text itself where a browser does not know the curve; age then does the sums.
 */
async function held(identity: string): Promise<CryptoKey | string> {
	const pkcs8 = joined(new Uint8Array(PKCS8), unbech32(identity, 32));
	try {
		return await subtle().importKey('pkcs8', pkcs8, { name: 'X25519' }, false, ['deriveBits']);
	} catch (cause) {
		if (cause instanceof DOMException && cause.name === 'NotSupportedError') return identity;
		throw cause;
	}
}

/** The last opener made: it takes in its key and works out its public key only once, which saves a third of the time. */
let last: { identity: string; decrypter: Promise<Decrypter> } | undefined;

async function newOpener(identity: string): Promise<Decrypter> {
	const [{ Decrypter }, key] = await Promise.all([age(), held(identity)]);
	const decrypter = new Decrypter();
	decrypter.addIdentity(key);
	return decrypter;
}

function openerFor(identity: string): Promise<Decrypter> {
	if (last?.identity !== identity) {
		const made = { identity, decrypter: newOpener(identity) };
		last = made;
		// Scripts that did not load may load the next time.
		made.decrypter.catch(() => {
			if (last === made) last = undefined;
		});
	}
	return last.decrypter;
}

/** Begins to load what opens, while it is still being fetched. @param identity the teacher's */
export function foreseeOpening(identity: string): void {
	// What fails here fails again where it is needed, and is told there.
	openerFor(identity).catch(() => undefined);
}

/**
 * @param identity the teacher's
 * @throws ClassError with `not-ours` when it is sealed to another class, with `damaged` when it was changed or cut off
 */
export async function openAsTeacher(identity: string, sealed: Bytes): Promise<Bytes> {
	const decrypter = await openerFor(identity);
	try {
		return bytesOf(await decrypter.decrypt(sealed));
	} catch (cause) {
		if (/no identity matched/.test(String(cause)))
			throw new ClassError('not-ours', 'This was handed in to another class.', cause);
		throw new ClassError('damaged', 'This is not whole; ask for it again.', cause);
	}
}
