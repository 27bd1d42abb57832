import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { zip } from './zip-here.ts';

it('zips any files before it returns', () => {
	const files = fc.dictionary(
		fc.constantFrom('a.xml', 'b/c.xml'),
		fc.uint8Array({ size: 'large' })
	);
	fc.assert(
		fc.property(files, (all) => {
			let archive = new Uint8Array();
			zip({ ...all }, (trouble, made) => {
				expect(trouble).toBeNull();
				archive = new Uint8Array(made);
			});
			expect(unzipSync(archive)).toEqual({ ...all });
		})
	);
});
