import { expect, it } from 'vitest';
import { edited, passed } from '../../../tests/support/sample-content.ts';
import { fairness } from './fairness.ts';

const { ledger } = passed();
const none = { armenia: 0, azerbaijan: 0, karabakh: 0, outside: 0, none: 0 };

it('counts what each side is given', () => {
	expect(fairness(ledger).sides).toEqual({
		claims: { ...none, armenia: 2, azerbaijan: 1, none: 3 },
		quotations: { ...none, armenia: 1 },
		accusations: { ...none, armenia: 1 },
		denials: { ...none, azerbaijan: 1 },
		casualties: { ...none, none: 2 },
		words: { ...none, armenia: 36, none: 15 },
		keyed: { ...none, armenia: 7, azerbaijan: 7, none: 3 },
		right: none,
		wrong: none,
		untaught: none,
		unasked: none
	});
});

it('counts options that name a side', () => {
	const files = edited(
		['modules/10-bridge/items.yaml', 'text: The North council\n', 'text: Armenia\n'],
		['modules/10-bridge/items.yaml', 'text: The South council\n', 'text: Azerbaijan\n']
	);
	const { sides, modules } = fairness(passed(files).ledger);
	expect(sides).toMatchObject({
		right: { ...none, armenia: 1 },
		wrong: { ...none, azerbaijan: 1 }
	});
	expect(modules).toMatchObject([{ right: sides.right, wrong: sides.wrong }]);
});

it('counts questions, disputes and dates', () => {
	const { kinds, statuses, dates } = fairness(ledger);
	expect(kinds).toEqual({
		choice: 1,
		multi: 1,
		order: 1,
		match: 1,
		number: 1,
		verdict: 1,
		'who-says': 1,
		cloze: 1,
		place: 1,
		matrix: 1
	});
	expect(statuses).toEqual({ agreed: 0, 'one-side': 0, contradicted: 1, differ: 0, unclear: 0 });
	expect(dates).toEqual({ all: 7, workedOut: 0, unknown: 1 });
});

it('carries a module’s reason for its imbalance', () => {
	const items = 'modules/10-bridge/items.yaml';
	const files = edited(
		[items, 'claims: [ga03-not-locked]\n  key: bridge', 'claims: [ga02-locked]\n  key: bridge'],
		['modules/10-bridge/module.yaml', 'minutes: 5', 'minutes: 5\nbalance: The north wrote more.']
	);
	expect(fairness(passed(files).ledger).modules).toMatchObject([
		{ module: 'the-bridge', aboutBoth: true, uneven: true, balance: 'The north wrote more.' }
	]);
});
