import { describe, expect, it } from 'vitest';
import { mistakesAfter, type Edit } from '../../../../tests/support/sample-content.ts';

const CLAIMS = 'claims/gazette.yaml';
const untaught: Edit = ['modules/10-bridge/cards/01-gate.md', '[^ga03-south-spoke]', ''];
const unasked: Edit = ['modules/10-bridge/items.yaml', ', ga03-south-spoke', ''];
const spoke = 'text: The answer came from the south.\n';
const aside: Edit = [CLAIMS, spoke, `${spoke}  asideBecause: It says little.\n`];

describe('a claim', () => {
	it('is taught and asked about', () => {
		expect(mistakesAfter()).toEqual([]);
		const who = `${CLAIMS}:35: claim "ga03-south-spoke"`;
		expect(mistakesAfter(untaught)).toEqual([
			`${who} is taught by no card; cite it in one, or say why not with asideBecause`
		]);
		expect(mistakesAfter(unasked)).toEqual([
			`${who} is asked about by no question; write one that rests on it, or say why not with asideBecause`
		]);
		expect(mistakesAfter(untaught, unasked)).toEqual([
			`${who} is taught by no card and asked about by no question; cite it in both, or say why not with asideBecause`
		]);
	});

	it('may say why it is left out', () => {
		for (const edits of [[untaught], [unasked], [untaught, unasked]])
			expect(mistakesAfter(...edits, aside)).toEqual([]);
	});

	it('gives no reason that it does not need', () => {
		expect(mistakesAfter(aside)).toEqual([
			`${CLAIMS}:40: claim "ga03-south-spoke" says why it is left out, and a card teaches it and a question asks about it; remove the reason`
		]);
	});
});
