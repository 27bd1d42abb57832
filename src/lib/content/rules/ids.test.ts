import { describe, expect, it } from 'vitest';
import { mistakesAfter, type Edit } from '../../../../tests/support/sample-content.ts';

const CLAIMS = 'claims/gazette.yaml';
const CARD = 'modules/10-bridge/cards/01-gate.md';
const ITEMS = 'modules/10-bridge/items.yaml';
const SAID = '  said: { when: unknown }';

const unknown: [string, Edit, string][] = [
	[
		'a voice',
		[CLAIMS, 'voice: south-council', 'voice: south-counsel'],
		`${CLAIMS}:20: names no voice "south-counsel"; did you mean south-council?`
	],
	[
		'a voice spoken of',
		[
			CLAIMS,
			'places: [bridge]\n  mentions: [south-council]',
			'places: [bridge]\n  mentions: [south-counci]'
		],
		`${CLAIMS}:11: names no voice "south-counci"; did you mean south-council?`
	],
	[
		'a place, with nothing near',
		[CLAIMS, 'places: [bridge]', 'places: [harbour-master]'],
		`${CLAIMS}:10: names no place "harbour-master"; add that place or mend the id`
	],
	[
		'an event',
		[CLAIMS, 'event: bridge-shut', 'event: bridge-shot'],
		`${CLAIMS}:9: names no event "bridge-shot"; did you mean bridge-shut?`
	],
	[
		'a claim that it denies',
		[CLAIMS, 'denies: [ga02-locked]', 'denies: [ga02-loked]'],
		`${CLAIMS}:25: names no claim "ga02-loked"; did you mean ga02-locked?`
	],
	[
		'a claim that it answers',
		[CLAIMS, SAID, `${SAID}\n  answers: [ga02-loked]`],
		`${CLAIMS}:24: names no claim "ga02-loked"; did you mean ga02-locked?`
	],
	[
		'a claim that says the same',
		[CLAIMS, SAID, `${SAID}\n  same: [ga02-loked]`],
		`${CLAIMS}:24: names no claim "ga02-loked"; did you mean ga02-locked?`
	],
	[
		'a claim from which it differs',
		[CLAIMS, SAID, `${SAID}\n  differs:\n    - { claim: ga02-loked, in: words }`],
		`${CLAIMS}:25: names no claim "ga02-loked"; did you mean ga02-locked?`
	],
	[
		'a source with the same words',
		['sources/herald.yaml', 'sharedWording: []', 'sharedWording: [{ with: gazete, what: All. }]'],
		'sources/herald.yaml:16: names no source "gazete"; did you mean gazette?'
	],
	[
		'an event that a later one follows',
		['later.yaml', 'follows: [bridge-shut]', 'follows: [bridge-shot]'],
		'later.yaml:12: names no event "bridge-shot"; did you mean bridge-shut?'
	],
	[
		'a claim of a position',
		['disputes.yaml', 'claims: [ga03-not-locked]', 'claims:\n        - ga03-not-loked'],
		'disputes.yaml:9: names no claim "ga03-not-loked"; did you mean ga03-not-locked?'
	],
	[
		'an event of a dispute',
		['disputes.yaml', 'event: bridge-shut', 'event: bridge-shot'],
		'disputes.yaml:3: names no event "bridge-shot"; did you mean bridge-shut?'
	],
	[
		'a claim of a term',
		['terms.yaml', 'ga02-locked', 'ga02-loked'],
		'terms.yaml:5: names no claim "ga02-loked"; did you mean ga02-locked?'
	],
	[
		'a claim of a note',
		['notes.yaml', 'ga03-three-lost', 'ga03-three-lots'],
		'notes.yaml:3: names no claim "ga03-three-lots"; did you mean ga03-three-lost?'
	],
	[
		'the dispute of the home page',
		['home.yaml', 'who-shut-it', 'who-shuts-it'],
		'home.yaml:1: names no dispute "who-shuts-it"; did you mean who-shut-it?'
	],
	[
		'a voice in a card',
		[CARD, 'voice:north-council', 'voice:nort-council'],
		`${CARD}:8: names no voice "nort-council"; did you mean north-council?`
	],
	[
		'a source in a card',
		[CARD, 'source:gazette', 'source:gazete'],
		`${CARD}:11: names no source "gazete"; did you mean gazette?`
	],
	[
		'a claim in a card',
		[CARD, '[^he01-five-lost]', '[^he01-five-lost][^he01-fife-lost]'],
		`${CARD}:11: names no claim "he01-fife-lost"; did you mean he01-five-lost?`
	],
	[
		'a note in a card',
		[CARD, 'notes: [three-or-five]', 'notes: [three-of-five]'],
		`${CARD}:6: names no note "three-of-five"; did you mean three-or-five?`
	],
	[
		'a claim of a question',
		[
			ITEMS,
			'claims: [ga03-three-lost, he01-five-lost]',
			'claims: [ga03-three-lost, he01-five-lost, he01-fife-lost]'
		],
		`${ITEMS}:55: names no claim "he01-fife-lost"; did you mean he01-five-lost?`
	],
	[
		'a claim that a question is about',
		[ITEMS, '  claim: ga03-not-locked', '  claim: ga03-not-loked'],
		`${ITEMS}:81: names no claim "ga03-not-loked"; did you mean ga03-not-locked?`
	]
];

describe('an id that no record has', () => {
	it.each(unknown)('is named where it stands for %s', (_, edit, expected) => {
		expect(mistakesAfter(edit)).toEqual([expected]);
	});

	it('is named where a voice is the reporter of a source', () => {
		expect(mistakesAfter(['voices.yaml', 'reporterOf: herald', 'reporterOf: heralt'])).toContain(
			'voices.yaml:12: names no source "heralt"; did you mean herald?'
		);
	});
});

describe('an id that two records have', () => {
	it.each([
		[
			'voice',
			['voices.yaml', '- id: south-council', '- id: north-council'],
			'voices.yaml:18',
			'voices.yaml:13'
		],
		[
			'claim',
			[CLAIMS, '- id: ga03-south-spoke', '- id: ga02-carts'],
			`${CLAIMS}:35`,
			`${CLAIMS}:12`
		],
		['item', [ITEMS, 'id: q-multi', 'id: q-choice'], `${ITEMS}:16`, `${ITEMS}:1`],
		[
			'source',
			['sources/herald.yaml', 'id: herald', 'id: gazette'],
			'sources/herald.yaml:1',
			'sources/gazette.yaml:1'
		],
		[
			'later event',
			['later.yaml', 'id: bridge-painted', 'id: bridge-open'],
			'later.yaml:17',
			'later.yaml:5'
		]
	] satisfies [string, Edit, string, string][])('is named: %s', (kind, edit, at, first) => {
		const id = edit[2].replace(/^.*id: /, '');
		expect(mistakesAfter(edit)).toContain(
			`${at}: is a second ${kind} with the id "${id}"; the first is at ${first}, give this one another id`
		);
	});

	it('is no mistake where the records are of two kinds', () => {
		expect(
			mistakesAfter(
				['events.yaml', 'id: bridge-shut', 'id: bridge'],
				[CLAIMS, 'event: bridge-shut', 'event: bridge'],
				['disputes.yaml', 'event: bridge-shut', 'event: bridge'],
				['later.yaml', 'follows: [bridge-shut]', 'follows: [bridge]']
			)
		).toEqual([]);
	});
});
