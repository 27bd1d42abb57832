import { describe, expect, it } from 'vitest';
import { mistakesAfter } from '../../../../tests/support/sample-content.ts';

const CLAIMS = 'claims/gazette.yaml';
const SOURCE = 'sources/gazette.yaml';
const UNUSED = '\n  - paragraph: 1\n    reason: It is the headline.';

describe('a claim', () => {
	it('of a voice says when it was said', () => {
		expect(mistakesAfter([CLAIMS, '  said: { when: unknown }\n', ''])).toEqual([
			`${CLAIMS}:18: claim "ga03-not-locked" does not say when South council said it; add said: { when, how }, "unknown" where the article does not tell`
		]);
	});

	it('of something that happened says which day it speaks of', () => {
		expect(mistakesAfter([CLAIMS, '  about: { when: 2001-05 }\n', ''])).toEqual([
			`${CLAIMS}:29: claim "ga03-three-lost" (casualty) does not say which day it speaks of; add about: { when, how }`
		]);
	});

	it('is not said by the reporter of another source', () => {
		expect(
			mistakesAfter([
				CLAIMS,
				'voice: gazette-report\n  kind: casualty',
				'voice: herald-report\n  kind: casualty'
			])
		).toEqual([
			`${CLAIMS}:28: gives a claim of gazette to the reporter of herald; name who says it in this article`
		]);
	});
});

describe('a link', () => {
	it('of a difference is written at both ends', () => {
		const differs = '  differs:\n    - claim: he01-five-lost\n      in: the number\n';
		expect(mistakesAfter([CLAIMS, differs, ''])).toEqual([
			'claims/herald.yaml:8: is a one-way link: "ga03-three-lost" has no differs link back to "he01-five-lost"; add it there or remove it here'
		]);
	});

	it('of claims that say the same is written at both ends', () => {
		const denies = '  denies: [ga02-locked]';
		expect(mistakesAfter([CLAIMS, denies, `${denies}\n  same: [ga02-carts]`])).toEqual([
			`${CLAIMS}:26: is a one-way link: "ga02-carts" has no same link back to "ga03-not-locked"; add it there or remove it here`
		]);
	});

	it('does not lead to its own claim', () => {
		const denies = '  denies: [ga02-locked]';
		expect(mistakesAfter([CLAIMS, denies, `${denies}\n  same: [ga03-not-locked]`])).toEqual([
			`${CLAIMS}:26: links claim "ga03-not-locked" to itself; remove it`
		]);
	});

	it.each(['denies', 'answers'])('of a claim that %s never runs in a circle', (link) => {
		const places = '  places: [bridge]';
		expect(
			mistakesAfter(
				[CLAIMS, places, `${places}\n  ${link}: [ga03-not-locked]`],
				[CLAIMS, 'denies: [ga02-locked]', `${link}: [ga02-locked]`]
			)
		).toEqual([
			`${CLAIMS}:11: is a circle of "${link}" links: ga02-locked -> ga03-not-locked -> ga02-locked; keep only those that point to what was said before`
		]);
	});
});

describe('a paragraph', () => {
	it('is carried by a claim or listed as unused', () => {
		expect(mistakesAfter([SOURCE, UNUSED, ' []'])).toEqual([
			`${SOURCE}:19: paragraph 1 of gazette is carried by no claim; add a claim or list it under unused with the reason`
		]);
	});

	it('is not both', () => {
		expect(
			mistakesAfter([SOURCE, UNUSED, `${UNUSED}\n  - paragraph: 2\n    reason: None.`])
		).toEqual([
			`${SOURCE}:24: paragraph 2 is listed as unused, and a claim carries it; remove one of the two`
		]);
	});

	it('is one that the article has', () => {
		expect(
			mistakesAfter(
				[CLAIMS, 'paragraph: [3]', 'paragraph: [3, 4]'],
				[SOURCE, UNUSED, `${UNUSED}\n  - paragraph: 9\n    reason: None.`]
			)
		).toEqual([
			`${CLAIMS}:19: names paragraph 4, and gazette has only 3; count the non-empty lines from 1`,
			`${SOURCE}:24: names paragraph 9, and gazette has only 3; count the non-empty lines from 1`
		]);
	});
});
