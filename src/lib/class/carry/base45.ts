/** Base45 (RFC 9285): bytes in the characters that a QR code holds in 5.5 bits each. */

const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export function toBase45(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 2) {
		const [first = 0, second] = bytes.subarray(at, at + 2);
		let value = second === undefined ? first : first * 256 + second;
		for (let digits = second === undefined ? 2 : 3; digits > 0; digits--) {
			text += CHARACTERS[value % 45] ?? '';
			value = Math.floor(value / 45);
		}
	}
	return text;
}

/** `undefined` unless it is what `toBase45` writes. */
export function fromBase45(text: string): Uint8Array<ArrayBuffer> | undefined {
	if (text.length % 3 === 1) return undefined;
	const bytes: number[] = [];
	for (let at = 0; at < text.length; at += 3) {
		const digits = Array.from(text.slice(at, at + 3), (char) => CHARACTERS.indexOf(char));
		const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0);
		if (digits.includes(-1) || value >= (digits.length === 3 ? 65536 : 256)) return undefined;
		if (digits.length === 3) bytes.push(value >> 8);
		bytes.push(value & 255);
	}
	return new Uint8Array(bytes);
}
