import { describe, expect, it } from 'vitest';
import { mistakesAfter, type Edit } from '../../../../tests/support/sample-content.ts';

const ITEMS = 'modules/10-bridge/items.yaml';
const MODULE = 'modules/10-bridge/module.yaml';
/** Eight keys on claims of one side, and six on those of the other. */
const tipped: Edit = [
	ITEMS,
	'claims: [ga03-not-locked]\n  key: bridge',
	'claims: [ga02-locked]\n  key: bridge'
];
const reason: Edit = [MODULE, 'minutes: 5', 'minutes: 5\nbalance: The north wrote more.'];

describe('a module about both sides', () => {
	it('rests its keys about as often on both, or says why not', () => {
		expect(mistakesAfter(tipped)).toEqual([
			`${MODULE}:1: rests its keys 8 times on claims of Armenia or the Karabakh authorities and 6 times on claims of Azerbaijan, more than 1.2 to 1; ask more about the other side's claims, or say in balance why the articles make it so`
		]);
		expect(mistakesAfter(tipped, reason)).toEqual([]);
	});

	it('gives no reason that it does not need', () => {
		expect(mistakesAfter(reason)).toEqual([
			`${MODULE}:5: gives a reason for an imbalance, and rests its keys evenly, 7 times on claims of Armenia or the Karabakh authorities and 7 times on claims of Azerbaijan; remove the reason`
		]);
	});

	it.each<Edit>([
		[ITEMS, 'kind: verdict', 'kind: verdikt'],
		['claims/gazette.yaml', 'kind: denial', 'kind: denyal'],
		['voices.yaml', 'side: armenia', 'side: north']
	])('is not judged while a part of %s cannot be read', (...unreadable) => {
		const found = mistakesAfter(tipped, unreadable).join('\n');
		expect(found).toContain(`${unreadable[0]}:`);
		expect(found).not.toContain('rests its keys');
	});
});
