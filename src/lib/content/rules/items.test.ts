import { describe, expect, it } from 'vitest';
import { mistakesAfter, type Edit } from '../../../../tests/support/sample-content.ts';

const ITEMS = 'modules/10-bridge/items.yaml';
const KINDS = 'choice, multi, order, match, number, verdict, who-says, cloze, place, matrix';

const cases: [string, [old: string, put: string], string][] = [
	[
		'of a kind that is misspelt',
		['kind: choice', 'kind: choise'],
		'2: names no kind of question "choise"; did you mean choice?'
	],
	[
		'of a kind that is unknown',
		['kind: choice', 'kind: essay-on-a-theme'],
		`2: names no kind of question "essay-on-a-theme"; write one of ${KINDS}`
	],
	['of no kind', ['  kind: choice\n', ''], '1: "kind" is missing: name the kind of question'],
	[
		'of a card that the module does not have',
		['card: gate\n  tests: dates', 'card: ford\n  tests: dates'],
		'29: names no card "ford" of modules/10-bridge; write one of gate'
	],
	[
		'of which the key is no option',
		['key: a\n  options:\n    a:\n', 'key: c\n  options:\n    a:\n'],
		'8: "key" is "c", which is not an option; write one of a, b'
	],
	[
		'with an option without a why',
		['      why: It answered later.\n', ''],
		'14: "options.b.why" is missing: say why the option is right or wrong'
	],
	[
		'without options',
		[
			'  options:\n    south-council: It answered so.\n    north-council: It said the opposite.\n',
			''
		],
		'74: "options" is missing: list the options, each with text and why'
	],
	[
		'with one option',
		['    b: { text: proved, why: It makes a fact of it. }\n', ''],
		'96: "options" must hold two or more options, each with text and why'
	],
	['without a key', ['  key: [a, b]\n', ''], '27: "key" is missing: name the right option'],
	[
		'that rests on no claim',
		['claims: [ga02-locked]\n  key: a', 'claims: []\n  key: a'],
		'7: "claims" must name the claims that the key rests on'
	],
	[
		'that tests something unknown',
		['tests: numbers', 'tests: number'],
		'52: "tests" must be one of actors, dates, numbers, places, disputes, sources'
	],
	[
		'of a difficulty beyond 3',
		['difficulty: 3', 'difficulty: 4'],
		'64: "difficulty" must be 1, 2 or 3'
	],
	[
		'multi, with nothing right',
		['key: [a]\n', 'key: []\n'],
		'23: "key" must name at least one right option'
	],
	[
		'order, of which the key leaves an option out',
		['key: [a, b]', 'key: [a]'],
		'34: "key" must name every option once, from first to last; b is missing'
	],
	[
		'match, of which a key is no option',
		['key: north,', 'key: nord,'],
		'47: "key" is "nord", which is not an option; write one of north, south'
	],
	[
		'number, of which a figure is no number',
		['value: 5,', 'value: five,'],
		'59: "figures.herald.value" must be a number'
	],
	[
		'verdict, without a dispute',
		['  dispute: who-shut-it\n', ''],
		'60: "dispute" is missing: name the dispute, an id of disputes.yaml'
	],
	[
		'verdict, on an unknown dispute',
		['dispute: who-shut-it', 'dispute: who-shut'],
		'67: names no dispute "who-shut"; add it to disputes.yaml'
	],
	[
		'who says, without the right voice among its options',
		['south-council: It answered so.', 'gazette-report: It only reported.'],
		'84: holds no right option: the claim is said by south-council; add it with its why'
	],
	[
		'who says, with an option that is no voice',
		['north-council: It said', 'west-council: It said'],
		'85: names no voice "west-council"; mend the id'
	],
	[
		'cloze, without a gap',
		['council ___ that', 'council said that'],
		'93: "sentence" must hold one gap, written ___'
	],
	[
		'place, with an option that is no place',
		['ford: Nobody', 'fort: Nobody'],
		'108: names no place "fort"; did you mean ford?'
	],
	[
		'place, with one option',
		['    ford: Nobody writes of it.\n', ''],
		'107: "options" must hold two or more options'
	],
	[
		'place, of which the key is no option',
		['key: bridge', 'key: brigde'],
		'105: "key" is "brigde", which is not an option; write one of bridge, ford'
	],
	[
		'matrix, that leaves out a denial',
		[
			'claims: [ga02-locked, ga03-not-locked]\n  why:\n    gazette',
			'claims: [ga02-locked]\n  why:\n    gazette'
		],
		'115: leaves out "ga03-not-locked", which by the ledger says the same or denies it; add it'
	],
	[
		'matrix, without the why of an article',
		['    herald: It does not speak of the gate.\n', ''],
		'117: says nothing of "herald"; add its why'
	],
	[
		'matrix, with an article that is none',
		['    herald: It does not', '    herald: It is short.\n    times: It does not'],
		'119: names no source "times"; mend the id'
	]
];

describe('a question', () => {
	it.each(cases)('%s', (_, [old, put], expected) => {
		const edit: Edit = [ITEMS, old, put];
		expect(mistakesAfter(edit)).toEqual([`${ITEMS}:${expected}`]);
	});

	it.each([
		['no point', '', 'names A ford, which the map does not show as a point'],
		[
			'a point far away',
			'  point: [50.85, 4.349]\n',
			'names A ford, which the map does not show as a point'
		],
		[
			'a point beside another',
			'  point: [40.11, 46.2]\n',
			'lies too close to bridge on a map that shows all options; take another place'
		]
	])('place, with an option that has %s', (_, put, expected) => {
		const edit: Edit = ['places.yaml', '  point: [39.5, 46.4]\n', put];
		expect(mistakesAfter(edit)).toEqual([`${ITEMS}:108: ${expected}`]);
	});
});
