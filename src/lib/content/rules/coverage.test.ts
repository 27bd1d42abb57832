import { describe, expect, it } from 'vitest';
import { edited, passed, type Edit } from '../../../../tests/support/sample-content.ts';
import { itemKinds } from '../../quiz/kinds/schemas.ts';
import { knownFrom } from '../gate.ts';
import { formatMistake } from '../mistakes.ts';
import { coveredClaims } from './coverage.ts';
import type { RuleInput } from './rule.ts';

const CLAIMS = 'claims/gazette.yaml';
const untaught: Edit = ['modules/10-bridge/cards/01-gate.md', '[^ga03-south-spoke]', ''];
const unasked: Edit = ['modules/10-bridge/items.yaml', ', ga03-south-spoke', ''];
const spoke = 'text: The answer came from the south.\n';
const aside: Edit = [CLAIMS, spoke, `${spoke}  asideBecause: It says little.\n`];

/** What the rule finds, whether or not the gate has it among its rules. */
function found(...edits: Edit[]): string[] {
	const { records, ledger } = passed(edited(...edits));
	const input: RuleInput = {
		records,
		known: knownFrom(ledger),
		kinds: itemKinds,
		ids: {} as RuleInput['ids']
	};
	return coveredClaims(input).map(formatMistake);
}

describe('a claim', () => {
	it('is taught and asked about', () => {
		expect(found()).toEqual([]);
		const who = `${CLAIMS}:35: claim "ga03-south-spoke"`;
		expect(found(untaught)).toEqual([
			`${who} is taught by no card; cite it in one, or say why not with asideBecause`
		]);
		expect(found(unasked)).toEqual([
			`${who} is asked about by no question; write one that rests on it, or say why not with asideBecause`
		]);
		expect(found(untaught, unasked)).toEqual([
			`${who} is taught by no card and asked about by no question; cite it in both, or say why not with asideBecause`
		]);
	});

	it('may say why it is left out', () => {
		for (const edits of [[untaught], [unasked], [untaught, unasked]])
			expect(found(...edits, aside)).toEqual([]);
	});

	it('gives no reason that it does not need', () => {
		expect(found(aside)).toEqual([
			`${CLAIMS}:40: claim "ga03-south-spoke" says why it is left out, and a card teaches it and a question asks about it; remove the reason`
		]);
	});
});
