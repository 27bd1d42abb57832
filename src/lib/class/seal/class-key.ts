/**
 * Seals to the class key what only the teacher may read (age, X25519; https://age-encryption.org/v1).
 * Sealed bytes do not tell who made them. So what they hold says whose it is, and whoever opens them
 * compares that with the way they came by.
 */
import type { Bytes } from '../bytes.ts';
import { ClassError } from '../problem.ts';

/** Loaded only when something is sealed or opened, since it is not small. */
const age = () => import('age-encryption');

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

/**
 * @param identity the teacher's
 * @throws ClassError with `not-ours` when it is sealed to another class, with `damaged` when it was changed or cut off
 */
export async function openAsTeacher(identity: string, sealed: Bytes): Promise<Bytes> {
	const decrypter = new (await age()).Decrypter();
	decrypter.addIdentity(identity);
	try {
		return bytesOf(await decrypter.decrypt(sealed));
	} catch (cause) {
		if (/no identity matched/.test(String(cause)))
			throw new ClassError('not-ours', 'This was handed in to another class.', cause);
		throw new ClassError('damaged', 'This is not whole; ask for it again.', cause);
	}
}
