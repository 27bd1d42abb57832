/**
 * A packet as QR codes. Each part says what it is a part of, so they may come in any order, more
 * than once, and mixed with those of another packet:
 * `WSW1H/7K3MP0QZ5T/2/3/...` is a hand-in, the beginning of its SHA-256, part 2 of 3, bytes in base45.
 * All characters are of the QR alphanumeric set.
 */
import { joined, sha256, toBase32, type Bytes } from '../bytes.ts';
import { ClassError } from '../problem.ts';
import { fromBase45, toBase45 } from './base45.ts';
import { MAX_PACKET, type Packet } from './packet.ts';

const MARKS = { assignment: 'A', 'hand-in': 'H' } as const;

/** Characters of one part: a QR code of version 21 (101 squares) with error correction M holds them all. */
export const PART_LENGTH = 1030;
const HEAD_LENGTH = 'WSW1H/0123456789/99/99/'.length;
/** In a part: base45 turns two bytes into three characters. */
const PART_BYTES = Math.floor((PART_LENGTH - HEAD_LENGTH) / 3) * 2;
const MAX_PARTS = 99;

/** Names a packet by its bytes. */
const nameOf = async (bytes: Bytes) => toBase32((await sha256(bytes)).subarray(0, 6));

/** The texts of the QR codes, in order. @throws ClassError with `too-long` over 99 parts */
export async function printParts({ what, bytes }: Packet): Promise<string[]> {
	const count = Math.max(1, Math.ceil(bytes.length / PART_BYTES));
	if (count > MAX_PARTS || bytes.length > MAX_PACKET)
		throw new ClassError('too-long', 'This is too long for QR codes; save it as a file.');
	// All parts of about the same size, so that none is harder to scan than it need be.
	const size = Math.ceil(bytes.length / count / 2) * 2;
	const hash = await nameOf(bytes);
	return Array.from({ length: count }, (_, index) => {
		const piece = bytes.subarray(index * size, (index + 1) * size);
		return `WSW1${MARKS[what]}/${hash}/${index + 1}/${count}/${toBase45(piece)}`;
	});
}

interface Part {
	what: Packet['what'];
	hash: string;
	/** From 1. */
	number: number;
	of: number;
	bytes: Bytes;
}

const PART = /^WSW1([AH])\/([0-9A-Z]{10})\/([1-9]\d?)\/([1-9]\d?)\/([0-9A-Z $%*+\-./:]*)$/;

/** @throws ClassError with `other`, `newer` or `damaged` */
function readPart(text: string): Part {
	const trimmed = text.length > PART_LENGTH * 2 ? '' : text.replace(/^\s+|[\r\n]+$/g, '');
	if (/^WSW\d+[A-Z]/.test(trimmed) && !trimmed.startsWith('WSW1'))
		throw new ClassError(
			'newer',
			'This code was made by a newer version of this app; update the app, then scan it again.'
		);
	if (!trimmed.startsWith('WSW1'))
		throw new ClassError('other', 'This code holds no hand-in; look for the right one.');
	const [, mark, hash = '', number, of, body = ''] = PART.exec(trimmed) ?? [];
	const bytes = fromBase45(body);
	if (!bytes || !hash || Number(number) > Number(of))
		throw new ClassError('damaged', 'This code is not whole; scan it again.');
	const what = mark === MARKS.assignment ? 'assignment' : 'hand-in';
	return { what, hash, number: Number(number), of: Number(of), bytes };
}

/** How far a packet is. */
export interface Gathered {
	what: Packet['what'];
	/** The same for all parts of a packet. */
	hash: string;
	of: number;
	/** Numbers of the parts that are still to be scanned. */
	missing: number[];
	/** The packet, as soon as all of it is there. */
	packet?: Packet;
}

/** Packets begun at the same time: the phones of a class, and more. */
const MAX_OPEN = 200;

/** Puts packets together from parts that come in any order. Keeps no clock and nothing outside. */
export class PartCollector {
	readonly #open = new Map<string, Map<number, Bytes>>();
	readonly #done = new Map<string, Promise<Packet>>();

	/**
	 * Takes one scanned code.
	 *
	 * @returns how far its packet is; of a packet that is whole, again the same packet
	 * @throws ClassError with `other`, `newer` or `damaged`; after `damaged` the packet begins anew
	 */
	async add(text: string): Promise<Gathered> {
		const part = readPart(text);
		const { what, hash, of } = part;
		const key = `${what}/${hash}/${of}`;
		const known = this.#done.get(key);
		if (known) return { what, hash, of, missing: [], packet: await known };
		const parts = this.#partsOf(key);
		parts.set(part.number, part.bytes);
		const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
			(number) => !parts.has(number)
		);
		if (missing.length > 0) return { what, hash, of, missing };
		this.#open.delete(key);
		const packet = whole(part, parts);
		// Kept before it is checked, so that a code scanned meanwhile begins nothing anew.
		this.#keep(key, packet);
		try {
			return { what, hash, of, missing, packet: await packet };
		} catch (cause) {
			this.#done.delete(key);
			throw cause;
		}
	}

	#partsOf(key: string): Map<number, Bytes> {
		const parts = this.#open.get(key) ?? new Map<number, Bytes>();
		this.#open.set(key, parts);
		const [oldest] = this.#open.keys();
		if (this.#open.size > MAX_OPEN && oldest !== undefined) this.#open.delete(oldest);
		return parts;
	}

	#keep(key: string, packet: Promise<Packet>) {
		this.#done.set(key, packet);
		const [oldest] = this.#done.keys();
		if (this.#done.size > MAX_OPEN && oldest !== undefined) this.#done.delete(oldest);
	}
}

async function whole({ what, hash }: Part, parts: ReadonlyMap<number, Bytes>): Promise<Packet> {
	const order = [...parts.keys()].sort((a, b) => a - b);
	const bytes = joined(...order.flatMap((number) => parts.get(number) ?? []));
	if (bytes.length > MAX_PACKET || (await nameOf(bytes)) !== hash)
		throw new ClassError('damaged', 'These codes do not fit together; scan all of them again.');
	return { what, bytes };
}
