/** A packet in the fragment of an address: a mark of what it is, a check and the bytes in base64url. */
import { fromBase64Url, joined, sha256, toBase64Url, type Bytes } from '../bytes.ts';
import { ClassError } from '../problem.ts';
import { fragmentOf, MAX_LINK } from '../secrets.ts';
import { MAX_PACKET, type Packet } from './packet.ts';

const MARKS = { assignment: 'a1', 'hand-in': 'h1' } as const;

const CHECK = 4;

const checkOf = async (bytes: Bytes) => (await sha256(bytes)).subarray(0, CHECK);

/** The fragment of a link, with its `#`. */
export const printLink = async ({ what, bytes }: Packet): Promise<string> =>
	`#${MARKS[what]}.${toBase64Url(joined(await checkOf(bytes), bytes))}`;

const cut = () =>
	new ClassError('damaged', 'This link is not whole; copy all of it, or ask for it again.');

/**
 * Reads a link, or its fragment.
 *
 * @throws ClassError with `other` when it is no such link, `newer`, `damaged` when it was cut off or changed, `too-long`
 */
export async function readLink(text: string): Promise<Packet> {
	if (text.length > MAX_LINK)
		throw new ClassError('too-long', 'This link is longer than any that this app makes.');
	const [, mark = '', body = ''] = /^([a-z]\d+)\.(.*)$/s.exec(fragmentOf(text)) ?? [];
	const what = (['assignment', 'hand-in'] as const).find((each) => MARKS[each] === mark);
	if (!what && /^[ah]\d+$/.test(mark))
		throw new ClassError(
			'newer',
			'This link was made by a newer version of this app; update the app, then open it again.'
		);
	if (!what)
		throw new ClassError('other', 'This link holds no assignment; look for the right one.');
	const all = fromBase64Url(body);
	if (!all || all.length <= CHECK || all.length > MAX_PACKET) throw cut();
	const bytes = all.slice(CHECK);
	const check = await checkOf(bytes);
	if (!check.every((byte, index) => byte === all[index])) throw cut();
	return { what, bytes };
}
