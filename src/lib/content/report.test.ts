import { expect, it } from 'vitest';
import { edited, passed } from '../../../tests/support/sample-content.ts';
import { coverageReport, report } from './report.ts';

const { ledger } = passed();

it('tells what the ledger holds', () => {
	expect(report(ledger).split('\n')).toEqual([
		'6 claims from 2 articles (4 paragraphs), 4 voices, 2 places, 1 disputes, 1 notes',
		'  River Gazette: 5 claims; 2 paragraphs carried, 1 unused, of 3',
		'  Herald: 1 claims; 1 paragraphs carried, 0 unused, of 1',
		'Disputes by status: agreed 0, one-side 0, contradicted 1, differ 0, unclear 0',
		'Claims by side: armenia 2, azerbaijan 1, karabakh 0, outside 0, none 3',
		'Quotations by side: armenia 1, azerbaijan 0, karabakh 0, outside 0, none 0',
		'Accusations by side: armenia 1, azerbaijan 0, karabakh 0, outside 0, none 0',
		'Keys by side: armenia 7, azerbaijan 7, karabakh 0, outside 0, none 3',
		'Options naming one side: right armenia 0, azerbaijan 0, karabakh 0; wrong armenia 0, azerbaijan 0, karabakh 0',
		'Coverage: 0 claims never taught, 0 never asked, 0 left aside with a reason, 0 voices never asked (lists with --coverage)',
		'1 modules',
		'  The bridge: 1 cards (62 words), 10 questions (choice 1, multi 1, order 1, match 1, number 1, verdict 1, who-says 1, cloze 1, place 1, matrix 1)'
	]);
});

it('lists what the course leaves out, and the keys of each module', () => {
	const items = 'modules/10-bridge/items.yaml';
	const left = passed(
		edited(
			[items, 'claims: [ga02-carts, ga03-not-locked]', 'claims: [ga02-locked, ga03-not-locked]'],
			[
				'claims/gazette.yaml',
				'  text: From 7:30 on, 12 carts had to wait.\n',
				'  text: From 7:30 on, 12 carts had to wait.\n  asideBecause: The number says little.\n'
			]
		)
	);
	const claims = new Map(left.ledger.claims);
	for (const claim of left.ledger.claims.values())
		if (claim.id === 'ga03-south-spoke') claims.set('ga03-open', { ...claim, id: 'ga03-open' });
	const open =
		'  ga03-open | wording | gazette-report | gazette | The answer came from the south. | no card';
	expect(coverageReport({ ...left.ledger, claims }).split('\n')).toEqual([
		'Claims never taught (id | kind | voice | source | text | cards): 1',
		open,
		'Claims never asked: 1',
		open,
		'Claims left aside with a reason: 1',
		'  ga02-carts | background | north-council | gazette | From 7:30 on, 12 carts had to wait. | gate | The number says little.',
		'Voices never asked: 0',
		'Keys and options by module:',
		'  the-bridge: keys armenia 7, azerbaijan 7, karabakh 0, outside 0, none 3; right options armenia 0, azerbaijan 0, karabakh 0; wrong options armenia 0, azerbaijan 0, karabakh 0'
	]);
});
