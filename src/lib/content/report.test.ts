import { expect, it } from 'vitest';
import { passed } from '../../../tests/support/sample-content.ts';
import { fairness, report } from './report.ts';

const { ledger } = passed();

it('counts claims, quotations and accusations per side', () => {
	const { claims, quotations, accusations } = fairness(ledger);
	expect(Object.fromEntries(claims)).toEqual({ armenia: 2, azerbaijan: 1, none: 3 });
	expect(Object.fromEntries(quotations)).toEqual({ armenia: 1 });
	expect(Object.fromEntries(accusations)).toEqual({ armenia: 1 });
});

it('tells what the ledger holds', () => {
	expect(report(ledger).split('\n')).toEqual([
		'6 claims from 2 articles (4 paragraphs), 4 voices, 1 places, 1 disputes, 1 notes',
		'  River Gazette: 5 claims; 2 paragraphs carried, 1 unused, of 3',
		'  Herald: 1 claims; 1 paragraphs carried, 0 unused, of 1',
		'Disputes by status: agreed 0, one-side 0, contradicted 1, differ 0, unclear 0',
		'Claims by side: armenia 2, azerbaijan 1, none 3',
		'Quotations by side: armenia 1',
		'Accusations by side: armenia 1',
		'1 modules',
		'  The bridge: 1 cards (62 words), 9 questions (choice 1, multi 1, order 1, match 1, number 1, verdict 1, who-says 1, cloze 1, matrix 1)'
	]);
});
