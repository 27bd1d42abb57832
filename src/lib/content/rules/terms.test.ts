import { describe, expect, it } from 'vitest';
import { mistakesAfter, type Edit } from '../../../../tests/support/sample-content.ts';

const TERMS = 'terms.yaml';

const wrong: [string, Edit, string][] = [
	[
		'an article that is not there',
		[TERMS, 'counts: { gazette: 2 }', 'counts: { gazette: 2, gazete: 1 }'],
		`${TERMS}:9: names no source "gazete"; did you mean gazette?`
	],
	[
		'an article that is not there, with a speaker',
		[
			TERMS,
			'      said: [{ in: gazette',
			'      said: [{ in: gazete, by: [north-council] }, { in: gazette'
		],
		`${TERMS}:10: names no source "gazete"; did you mean gazette?`
	],
	[
		'a voice that is not there',
		[TERMS, '[north-council] }]\n', '[nort-council] }]\n'],
		`${TERMS}:10: names no voice "nort-council"; did you mean north-council?`
	],
	[
		'a voice that has no claim in the article',
		[TERMS, '[north-council] }]\n', '[herald-report] }]\n'],
		`${TERMS}:10: lets herald-report speak in gazette, where no claim is of that voice; name the voice of the claim`
	],
	[
		'more uses by speakers than uses',
		[TERMS, '[north-council] }]\n', '[north-council], times: 3 }]\n'],
		`${TERMS}:10: gives "locked" to speakers 3 times in gazette, which has it 2 times; mend one of the two`
	],
	[
		'a phrase under two forms',
		[TERMS, 'also: [gates]', 'also: [gates, Locked]'],
		`${TERMS}:11: has "Locked" twice; count each phrase in one place of the term`
	],
	[
		'a phrase that is counted and left out',
		[TERMS, '- { form: barred }', '- { form: barred }\n  except: [gates]'],
		`${TERMS}:13: has "gates" twice; count each phrase in one place of the term`
	]
];

describe('soundTerms', () => {
	it.each(wrong)('names %s', (_, edit, expected) => {
		expect(mistakesAfter(edit)).toContain(expected);
	});

	it('takes a hyphen and a space for the same phrase', () => {
		expect(
			mistakesAfter([TERMS, '- { form: barred }', '- { form: shut off, also: [shut-off] }'])
		).toEqual([`${TERMS}:12: has "shut-off" twice; count each phrase in one place of the term`]);
	});

	it('says nothing of a speaker whose claims could not be read', () => {
		const broken: Edit = ['claims/gazette.yaml', 'kind: denial', 'kind: refusal'];
		expect(mistakesAfter(broken).filter((each) => each.startsWith(TERMS))).toEqual([]);
	});
});
