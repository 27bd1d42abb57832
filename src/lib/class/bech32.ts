/** Bech32 (BIP 173), the form in which age writes its keys. */
import type { Bytes } from './bytes.ts';

const CHARACTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function polymod(values: readonly number[]): number {
	let sum = 1;
	for (const value of values) {
		const top = sum >>> 25;
		sum = ((sum & 0x1ffffff) << 5) ^ value;
		for (const [bit, term] of GENERATOR.entries()) if ((top >>> bit) & 1) sum ^= term;
	}
	return sum >>> 0;
}

/** Groups of five bits, the last one filled with zeros. */
function fives(bytes: Uint8Array): number[] {
	const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
	return (bits.match(/.{1,5}/g) ?? []).map((group) => Number.parseInt(group.padEnd(5, '0'), 2));
}

/** @param prefix what the bytes are; its case does not count */
export function bech32(prefix: string, bytes: Uint8Array): string {
	const name = prefix.toLowerCase();
	const codes = Array.from(name, (char) => char.charCodeAt(0));
	const head = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
	const words = fives(bytes);
	const sum = polymod([...head, ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
	const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >>> shift) & 31);
	return `${name}1${[...words, ...check].map((word) => CHARACTERS[word]).join('')}`;
}

/**
 * The bytes of what `bech32` wrote on this device. A text from elsewhere is for age to read: no
 * check sum is looked at here.
 *
 * @param count how many bytes there are
 */
export function unbech32(text: string, count: number): Bytes {
	const lower = text.toLowerCase();
	const bits = Array.from(lower.slice(lower.lastIndexOf('1') + 1, -6), (char) =>
		CHARACTERS.indexOf(char).toString(2).padStart(5, '0')
	).join('');
	return Uint8Array.from({ length: count }, (_, at) =>
		Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2)
	);
}
