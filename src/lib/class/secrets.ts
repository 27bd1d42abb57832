/**
 * The secrets of a class. The teacher has one, from which all the teacher's keys are derived, so
 * one link opens the class on another device. Each pupil's device has one of its own. All are text
 * that fits into the fragment of an address, which browsers send to no server.
 */
import * as v from 'valibot';
import { bech32 } from './bech32.ts';
import {
	fromBase64Url,
	sha256,
	subtle,
	toBase64Url,
	utf8,
	type Bytes,
	type Random
} from './bytes.ts';
import { Id } from './ids.ts';
import { ClassError } from './problem.ts';

const SECRET_BYTES = 32;

/** 32 bytes in base64url: a secret, a token or a key. */
export const Secret = v.pipe(
	v.string(),
	v.regex(/^[A-Za-z0-9_-]{43}$/),
	v.check((text) => fromBase64Url(text)?.length === SECRET_BYTES)
);

/** A new secret, of a teacher or of a pupil's device. @param random a cryptographic source */
export const newSecret = (random: Random): string => toBase64Url(random(SECRET_BYTES));

/** What the server keeps of a token, and says of a sealed text that it has: SHA-256 of its characters, in base64url. */
export const hashOf = async (text: string): Promise<string> =>
	toBase64Url(await sha256(utf8(text)));

/**
 * 32 bytes derived from a secret for one purpose (HKDF with SHA-256, RFC 5869; no salt, since the
 * secret is as random as a key).
 *
 * @param purpose never the same for two uses
 */
export async function derived(secret: Bytes, purpose: string): Promise<Bytes> {
	const key = await subtle().importKey('raw', secret, 'HKDF', false, ['deriveBits']);
	const info = utf8(`who-says-what/1/${purpose}`);
	const salt = new Uint8Array();
	const bits = await subtle().deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, 256);
	return new Uint8Array(bits);
}

/** What the teacher's secret opens. */
export interface TeacherKeys {
	/** Shown to the server. */
	token: string;
	/** The private key that opens what pupils seal, as age writes it (`AGE-SECRET-KEY-1...`). */
	identity: string;
	/** Seals what the whole class may read. */
	boardKey: string;
	/** Seals what the teacher alone decides. */
	deskKey: string;
}

/** @throws ClassError with `damaged` when the secret is none */
export async function teacherKeys(secret: string): Promise<TeacherKeys> {
	const bytes = fromBase64Url(secret);
	if (bytes?.length !== SECRET_BYTES) throw new ClassError('damaged', TEACHER_LINK);
	const [token, scalar, boardKey, deskKey] = await Promise.all([
		derived(bytes, 'teacher-token'),
		derived(bytes, 'class-key'),
		derived(bytes, 'board-key'),
		derived(bytes, 'desk-key')
	]);
	return {
		token: toBase64Url(token),
		identity: bech32('AGE-SECRET-KEY-', scalar).toUpperCase(),
		boardKey: toBase64Url(boardKey),
		deskKey: toBase64Url(deskKey)
	};
}

const TEACHER_LINK =
	'This teacher link is not whole; copy all of it, or scan it again from where you kept it.';

const TeacherLink = v.object({ class: Id, secret: Secret });
export type TeacherLink = v.InferOutput<typeof TeacherLink>;

/** The fragment of a teacher link. */
export const printTeacherLink = (link: TeacherLink): string => `#${link.class}.${link.secret}`;

/** Nobody types an address of this length. */
export const MAX_LINK = 100_000;

/** What stands behind the `#` of an address; the text itself where there is none. */
export const fragmentOf = (text: string): string => {
	const trimmed = text.slice(0, MAX_LINK).trim();
	return trimmed.slice(trimmed.indexOf('#') + 1);
};

function linkIn(text: string): TeacherLink | undefined {
	const [id, secret, ...more] = fragmentOf(text).split('.');
	const read = v.safeParse(TeacherLink, { class: id, secret });
	return more.length > 0 || !read.success ? undefined : read.output;
}

/** No address of a class is longer; what is would take long to look through. */
const LONG = 2000;

/** A word of a text, without the brackets and stops around it. */
const bare = (word: string) =>
	word.length > LONG ? word : word.replace(/^[<("'“]+|[>)"'”.,;:!]+$/g, '');

/**
 * Reads a teacher link: its address, its fragment, or a text in which it stands, such as that of
 * the file in which it was kept.
 *
 * @throws ClassError with `damaged` when there is none
 */
export function readTeacherLink(text: string): TeacherLink {
	const words = text.slice(0, MAX_LINK).trim().split(/\s+/).map(bare);
	for (const word of words) {
		const link = linkIn(word);
		if (link) return link;
	}
	throw new ClassError('damaged', TEACHER_LINK);
}
