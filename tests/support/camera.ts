/** A film of QR codes that Chromium shows in place of a camera. */
import { writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright/test';
import encodeQR from 'qr';
import { browserArgs, findChromium } from '../../src/cli/browser.js';

const [WIDTH, HEIGHT] = [640, 480];
/** Pixels of a square at most; a code of 101 squares fills most of the picture. */
const LARGEST = 4;
/** So many pictures show the same code, at ten a second. */
const PICTURES = 10;

/** One picture: brightness of all pixels, then colours of none. */
function picture(text: string): Buffer {
	const squares = encodeQR(text, 'raw', { ecc: 'medium' });
	const square = Math.min(LARGEST, Math.floor(HEIGHT / squares.length));
	const left = Math.floor((WIDTH - squares.length * square) / 2);
	const top = Math.floor((HEIGHT - squares.length * square) / 2);
	const pixels = Buffer.alloc((WIDTH * HEIGHT * 3) / 2, 128);
	for (let y = 0; y < HEIGHT; y++)
		for (let x = 0; x < WIDTH; x++) {
			const dark = squares[Math.floor((y - top) / square)]?.[Math.floor((x - left) / square)];
			pixels[y * WIDTH + x] = dark ? 16 : 235;
		}
	return pixels;
}

/** The film, in YUV4MPEG2, of some codes one after the other; Chromium begins anew at its end. */
const filmOf = (texts: readonly string[]): Buffer =>
	Buffer.concat([
		Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420mpeg2\n`),
		...texts.flatMap((text) => {
			const frame = Buffer.concat([Buffer.from('FRAME\n'), picture(text)]);
			return Array.from({ length: PICTURES }, () => frame);
		})
	]);

/**
 * Opens a browser of its own whose camera sees some codes.
 *
 * @param film where the film may be written
 * @param work is done with a page of that browser
 */
export async function withCamera(
	codes: readonly string[],
	film: string,
	work: (page: Page) => Promise<void>
): Promise<void> {
	await writeFile(film, filmOf(codes));
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: [
			...browserArgs,
			'--use-fake-ui-for-media-stream',
			'--use-fake-device-for-media-stream',
			`--use-file-for-fake-video-capture=${film}`
		]
	});
	try {
		await work(await browser.newPage());
	} finally {
		await browser.close();
	}
}
