import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listed } from './listed.ts';

it('lists words as the language does', () => {
	const language = new Intl.ListFormat('en-GB');
	fc.assert(
		fc.property(fc.array(fc.string()), (words) => {
			expect(listed(words)).toBe(language.format(words));
		})
	);
});
