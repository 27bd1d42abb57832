import { describe, expect, it } from 'vitest';
import { mistakesAfter, type Edit } from '../../../tests/support/sample-content.ts';

const CLAIMS = 'claims/gazette.yaml';
const ITEMS = 'modules/10-bridge/items.yaml';
const NO_DATE =
	'is no date; write 2022-09-13, 2022-09, 2022, 198X, 2022-09-05/2022-09-11 or unknown';
const LONG = 'one two three four five six seven eight nine ten eleven twelve';
const TOO_LONG = 'quotes more than 12 words; quote fewer and put the rest in our own words';
const SIDES = 'armenia, azerbaijan, karabakh, outside, none';
const LATER = 'later.yaml';
const BOTH_SIDES =
	'must tell how both sides describe it; write armenia and azerbaijan, or both where they agree';
const KINDS = 'event, accusation, denial, casualty, call, agreement, meeting, background, wording';

const cases: [string, Edit, string][] = [
	[
		'a claim without a voice',
		[CLAIMS, '  voice: south-council\n', ''],
		`${CLAIMS}:18: "voice" is missing: name who says it, an id of voices.yaml`
	],
	[
		'a claim with an empty voice',
		[CLAIMS, '  voice: south-council\n', '  voice:\n'],
		`${CLAIMS}:20: "voice" must be an id of small letters, digits and hyphens`
	],
	[
		'a claim without a paragraph',
		[CLAIMS, '  paragraph: [3]\n', ''],
		`${CLAIMS}:18: "paragraph" is missing: name the paragraph of the article that carries it, counted from 1`
	],
	[
		'a paragraph in words',
		[CLAIMS, 'paragraph: [3]', 'paragraph: three'],
		`${CLAIMS}:19: "paragraph" must be a paragraph number from 1 or a list of them`
	],
	[
		'a paragraph 0',
		[CLAIMS, 'paragraph: [3]', 'paragraph: 0'],
		`${CLAIMS}:19: "paragraph" must be 1 or more`
	],
	[
		'an id with capitals',
		['terms.yaml', 'id: locked', 'id: Locked'],
		'terms.yaml:1: "id" must be an id of small letters, digits and hyphens'
	],
	[
		'an id without an end',
		['terms.yaml', 'id: locked', `id: ${'x'.repeat(101)}`],
		'terms.yaml:1: "id" must be an id of at most 100 characters'
	],
	[
		'a day that the month does not have',
		['events.yaml', '2001-05-04', '2001-02-29'],
		`events.yaml:3: "when" ${NO_DATE}`
	],
	[
		'a date in another order',
		['events.yaml', '2001-05-04', '04.05.2001'],
		`events.yaml:3: "when" ${NO_DATE}`
	],
	[
		'a span that ends before it begins',
		['events.yaml', '2001-05-04', '2001-05-04/2001-05-01'],
		`events.yaml:3: "when" ${NO_DATE}`
	],
	['no date', ['events.yaml', '2001-05-04', ''], `events.yaml:3: "when" ${NO_DATE}`],
	[
		'a quotation of 13 words',
		[CLAIMS, 'quote: locked the gate', `quote: ${LONG} thirteen`],
		`${CLAIMS}:6: "quote" ${TOO_LONG}`
	],
	[
		'13 words between quotation marks in a text',
		[CLAIMS, 'text: It had shut nothing.', `text: It had "${LONG} thirteen".`],
		`${CLAIMS}:22: "text" ${TOO_LONG}`
	],
	[
		'13 words between quotation marks in a question',
		[ITEMS, 'prompt: Who wrote on Friday?', `prompt: Who wrote “${LONG} thirteen”?`],
		`${ITEMS}:6: "prompt" ${TOO_LONG}`
	],
	[
		'an unknown field',
		[CLAIMS, 'quote: locked', 'qoute: locked'],
		`${CLAIMS}:6: "qoute" is no field here; remove it or mend its spelling`
	],
	[
		'a word that is none of the choices',
		[CLAIMS, 'kind: accusation', 'kind: acusation'],
		`${CLAIMS}:4: "kind" must be one of ${KINDS}, not "acusation"`
	],
	[
		'an empty choice',
		['voices.yaml', 'side: none\n  reporterOf: gazette', 'side:\n  reporterOf: gazette'],
		`voices.yaml:5: "side" must be one of ${SIDES}, not empty`
	],
	[
		'a number as text',
		['sources/gazette.yaml', 'paragraphs: 3', 'paragraphs: "3"'],
		'sources/gazette.yaml:19: "paragraphs" must be a number, not "3"'
	],
	[
		'half a minute',
		['modules/10-bridge/module.yaml', 'minutes: 5', 'minutes: 0.5'],
		'modules/10-bridge/module.yaml:4: "minutes" must be a whole number'
	],
	[
		'text as a number',
		['modules/10-bridge/module.yaml', 'title: The bridge', 'title: 2001'],
		'modules/10-bridge/module.yaml:2: "title" must be text; put quotation marks around a bare number'
	],
	[
		'one where a list is due',
		['terms.yaml', 'claims: [ga02-locked]', 'claims: ga02-locked'],
		'terms.yaml:5: "claims" must be a list, not "ga02-locked"'
	],
	[
		'words where a record is due',
		[CLAIMS, '- id: ga02-carts', '- just words\n- id: ga02-carts'],
		`${CLAIMS}:12: this entry must be a record with fields such as "id:", not "just words"`
	],
	[
		'a web address without encryption',
		[
			'sources/herald.yaml',
			'references: []',
			'references: [{ publisher: A, title: B, url: "http://a.b" }]'
		],
		'sources/herald.yaml:18: "references.0.url" must begin with https://'
	],
	[
		'a link to a copy',
		[LATER, '        copyOnly: true', '        copyOnly: true\n        url: https://a.example'],
		`${LATER}:24: "events.1.references.0" links to a copy; remove the url, or copyOnly where the original was read`
	],
	[
		'a copy named in words',
		[
			'sources/herald.yaml',
			'references: []',
			'references: [{ publisher: A (read in a copy), title: B }]'
		],
		'sources/herald.yaml:18: "references.0" says that it was read in a copy; remove the words and write copyOnly: true, and the page will say so once'
	],
	[
		'one side of what came later',
		[LATER, '    azerbaijan: The South council expected it.\n', ''],
		`${LATER}:5: "events.0" ${BOTH_SIDES}`
	],
	[
		'one side beside both',
		[LATER, '    both: Both', '    armenia: The North smiled.\n    both: Both'],
		`${LATER}:17: "events.1" ${BOTH_SIDES}`
	],
	[
		'something that is little attested',
		[LATER, 'confidence: medium', 'confidence: low'],
		`${LATER}:22: "events.1.confidence" must be one of high, medium, not "low"`
	]
];

describe('a field', () => {
	it.each(cases)('that holds %s is told what to write', (_, edit, expected) => {
		expect(mistakesAfter(edit)).toEqual([expected]);
	});

	it.each([
		['a quotation of 12 words', [CLAIMS, 'quote: locked the gate', `quote: ${LONG}`]],
		['a bare year, which YAML reads as a number', ['events.yaml', '2001-05-04', '2001']],
		['a decade', ['events.yaml', '2001-05-04', '200X']]
	] satisfies [string, Edit][])('may hold %s', (_, edit) => {
		expect(mistakesAfter(edit)).toEqual([]);
	});
});
