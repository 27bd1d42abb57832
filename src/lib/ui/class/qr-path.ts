/** A QR code as the path of an SVG drawing. */

/** Squares of white around a code, which scanners need (ISO/IEC 18004). */
const QUIET = 4;

/**
 * The dark squares of a code, one unit each, as horizontal bars in one path.
 *
 * @param rows dark squares are `true`; with the white around them
 */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
	const bars = rows.flatMap((row, y) =>
		row.flatMap((dark, x) => {
			if (!dark || row[x - 1]) return [];
			const end = row.indexOf(false, x);
			return [`M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`];
		})
	);
	return bars.join('');
}

/** A drawn code: the length of a side in squares, and the path. */
export interface QrDrawing {
	side: number;
	path: string;
}

/** From this length on the size of the squares matters more than what a scratch or a glare may hide. */
const LONG = 300;

/**
 * Encodes a text: with error correction M where it is short, with L where it is long (ISO/IEC 18004).
 *
 * @returns `too-long` for more than one code holds: some 2,900 bytes, or 4,200 capitals and digits
 */
export async function drawQr(text: string): Promise<QrDrawing | 'too-long'> {
	const { default: encodeQR } = await import('qr');
	let rows: boolean[][];
	try {
		rows = encodeQR(text, 'raw', {
			ecc: text.length > LONG ? 'low' : 'medium',
			border: QUIET
		});
	} catch (cause) {
		if (/capacity overflow/i.test(String(cause))) return 'too-long';
		throw cause;
	}
	return { side: rows.length, path: qrPath(rows) };
}
