import { describe, expect, it } from 'vitest';
import { mistakesAfter } from '../../../../tests/support/sample-content.ts';

const ON = '  on: [ga03-three-lost]';

describe('a slip', () => {
	it('may be given to one of the articles on whose claims it stands', () => {
		const both = '  on: [ga03-three-lost, he01-five-lost]\n  of: [herald]';
		expect(mistakesAfter(['notes.yaml', ON, both])).toEqual([]);
	});

	it('is not given to an article on which it does not stand', () => {
		expect(mistakesAfter(['notes.yaml', ON, `${ON}\n  of: [herald]`])).toEqual([
			'notes.yaml:4: gives the slip to herald, and no claim it stands on is of that article; add the claim or mend the source'
		]);
	});

	it('is given to an article that is there', () => {
		expect(mistakesAfter(['notes.yaml', ON, `${ON}\n  of: [gazete]`])).toEqual([
			'notes.yaml:4: names no source "gazete"; did you mean gazette?'
		]);
	});
});
