import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bech32, unbech32 } from './bech32.ts';

it('is read back as it was written, in capitals too', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (array) => {
			const bytes = new Uint8Array(array);
			const text = bech32('AGE-SECRET-KEY-', bytes);
			expect(unbech32(text, bytes.length)).toEqual(bytes);
			expect(unbech32(text.toUpperCase(), bytes.length)).toEqual(bytes);
		})
	);
});
