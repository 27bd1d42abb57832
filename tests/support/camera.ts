/** A film of QR codes that Chromium shows in place of a camera. */
import encodeQR from 'qr';

const [WIDTH, HEIGHT] = [640, 480];
/** Pixels of a square; a code of 101 squares fills most of the picture. */
const SQUARE = 4;
/** So many pictures show the same code, at ten a second. */
const PICTURES = 10;

/** One picture: brightness of all pixels, then colours of none. */
function picture(text: string): Buffer {
	const squares = encodeQR(text, 'raw', { ecc: 'medium' });
	const left = Math.floor((WIDTH - squares.length * SQUARE) / 2);
	const top = Math.floor((HEIGHT - squares.length * SQUARE) / 2);
	const pixels = Buffer.alloc((WIDTH * HEIGHT * 3) / 2, 128);
	for (let y = 0; y < HEIGHT; y++)
		for (let x = 0; x < WIDTH; x++) {
			const dark = squares[Math.floor((y - top) / SQUARE)]?.[Math.floor((x - left) / SQUARE)];
			pixels[y * WIDTH + x] = dark ? 16 : 235;
		}
	return pixels;
}

/** The film, in YUV4MPEG2, of some codes one after the other; Chromium begins anew at its end. */
export const filmOf = (texts: readonly string[]): Buffer =>
	Buffer.concat([
		Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420mpeg2\n`),
		...texts.flatMap((text) => {
			const frame = Buffer.concat([Buffer.from('FRAME\n'), picture(text)]);
			return Array.from({ length: PICTURES }, () => frame);
		})
	]);
