/**
 * Seals to the class key what only the teacher may read (age, X25519; https://age-encryption.org/v1).
 * Sealed bytes do not tell who made them. So what they hold says whose it is, and whoever opens them
 * compares that with the way they came by.
 */
import type { Decrypter } from 'age-encryption';
import type { Bytes } from '../bytes.ts';
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

/** The last opener made: it works out its public key only once, which saves a quarter of the time. */
let last: { identity: string; decrypter: Decrypter } | undefined;

async function openerFor(identity: string): Promise<Decrypter> {
	const { Decrypter } = await age();
	if (last?.identity === identity) return last.decrypter;
	const decrypter = new Decrypter();
	decrypter.addIdentity(identity);
	last = { identity, decrypter };
	return decrypter;
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
