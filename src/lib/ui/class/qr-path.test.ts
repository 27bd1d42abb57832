import decodeQR from 'qr/decode.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawQr, qrPath } from './qr-path.ts';

/** What a drawing looks like to a camera: each square four pixels wide. */
function pixels({ side, path }: { side: number; path: string }) {
	const scale = 4;
	const size = side * scale;
	const data = new Uint8ClampedArray(size * size * 4).fill(255);
	for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
		for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
			for (let at = Number(x) * scale; at < (Number(x) + Number(width)) * scale; at++)
				data.fill(0, (row * size + at) * 4, (row * size + at) * 4 + 3);
	return { width: size, height: size, data };
}

it('draws one bar for squares side by side', () => {
	expect(qrPath([[true, true, false, true]])).toBe('M0 0h2v1H0zM3 0h1v1H3z');
});

it('is read as it was written', async () => {
	const text = fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme-ascii' });
	await fc.assert(
		fc.asyncProperty(text, async (written) => {
			const drawn = await drawQr(written);
			if (drawn === 'too-long') throw new Error('It is not too long.');
			expect(decodeQR(pixels(drawn))).toBe(written);
		}),
		{ numRuns: 15 }
	);
});

it('says when a text is too long for one code', async () => {
	expect(await drawQr('x'.repeat(2900))).not.toBe('too-long');
	expect(await drawQr('x'.repeat(3000))).toBe('too-long');
});
