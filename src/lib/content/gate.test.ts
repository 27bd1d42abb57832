import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	edited,
	mistakesAfter,
	mistakesIn,
	passed,
	sample
} from '../../../tests/support/sample-content.ts';

const CLAIMS = 'claims/gazette.yaml';
const ITEMS = 'modules/10-bridge/items.yaml';
const CARD = 'modules/10-bridge/cards/01-gate.md';
const ADVICE_YAML =
	'mend the indent, or put text that holds ": ", " #" or a quotation mark between quotation marks';

describe('content without a mistake', () => {
	const { ledger, mistakes } = passed();

	it('passes', () => {
		expect(mistakes).toEqual([]);
	});

	it('becomes a ledger and a course in reading order', () => {
		expect([...ledger.sources.keys()]).toEqual(['gazette', 'herald']);
		expect(ledger.claims.get('he01-five-lost')).toMatchObject({ source: 'herald', paragraph: [1] });
		const [module] = ledger.modules;
		expect(module?.cards.map(({ id }) => id)).toEqual(['gate']);
		expect(module?.items.map(({ kind }) => kind)).toEqual([
			'choice',
			'multi',
			'order',
			'match',
			'number',
			'verdict',
			'who-says',
			'cloze',
			'place',
			'matrix'
		]);
	});

	it('hands out what the ledger computes, not what an author typed', () => {
		const items = ledger.modules[0]?.items ?? [];
		expect(items.find(({ id }) => id === 'q-verdict')).toMatchObject({ keys: ['contradicted'] });
		expect(items.find(({ id }) => id === 'q-who-says')).toMatchObject({ keys: ['south-council'] });
		expect(items.find(({ id }) => id === 'q-matrix')).toMatchObject({
			pairs: [
				{ id: 'gazette', text: 'River Gazette', key: 'attributes' },
				{ id: 'herald', text: 'Herald', key: 'silent' }
			]
		});
	});

	it('puts cards and modules in the order of their numbers', () => {
		const second = (text = '') =>
			text
				.replace('id: the-bridge', 'id: the-ford')
				.replace('id: gate', 'id: ford')
				.replaceAll('card: gate', 'card: ford')
				.replace(/id: q-/g, 'id: q-ford-');
		const { ledger } = passed({
			'modules/09-ford/items.yaml': second(sample[ITEMS]),
			'modules/09-ford/cards/01-ford.md': second(sample[CARD]),
			'modules/09-ford/module.yaml': second(sample['modules/10-bridge/module.yaml']),
			...sample
		});
		expect(ledger.modules.map(({ id }) => id)).toEqual(['the-ford', 'the-bridge']);
	});

	it('may have any line ends and a byte order mark', () => {
		const contents = Object.entries(sample).map(([path, text]) => [
			path,
			`\uFEFF${text.replaceAll('\n', '\r\n')}`
		]);
		expect(mistakesIn(Object.fromEntries(contents) as typeof sample)).toEqual([]);
	});
});

describe('all mistakes in one run', () => {
	it('are named in order of file and line', () => {
		expect(
			mistakesAfter(
				['voices.yaml', 'side: armenia', 'side: north'],
				[CLAIMS, 'when: 2001-05-04 }\n  event', 'when: 2001-05-32 }\n  event'],
				[CLAIMS, 'text: It had shut nothing.', 'text: ""'],
				['claims/herald.yaml', 'voice: herald-report', 'voice: herold-report'],
				[CARD, 'place:bridge', 'place:brigde'],
				[ITEMS, 'card: gate\n  tests: dates', 'card: gata\n  tests: dates'],
				['places.yaml', 'kind: bridge', 'kind: bridge: old'],
				['modules/10-bridge/module.yaml', 'minutes: 5', 'minutes: five']
			)
		).toEqual([
			`${CLAIMS}:8: "about.when" is no date; write 2022-09-13, 2022-09, 2022, 198X, 2022-09-05/2022-09-11 or unknown`,
			`${CLAIMS}:22: "text" is empty; write it or remove the field`,
			'claims/herald.yaml:3: names no voice "herold-report"; did you mean herald-report?',
			`${CARD}:8: names no place "brigde"; did you mean bridge?`,
			`${ITEMS}:29: names no card "gata" of modules/10-bridge; write one of gate`,
			'modules/10-bridge/module.yaml:4: "minutes" must be a number, not "five"',
			'places.yaml:3: has ": " where no field can begin; put the text between quotation marks or mend the indent',
			'voices.yaml:17: "side" must be one of armenia, azerbaijan, karabakh, outside, none, not "north"'
		]);
	});

	it.each([
		['a claim', CLAIMS, 'kind: denial', 'kind: denyal', 1],
		['a card', CARD, 'title: The gate', 'titel: The gate', 2],
		['a module', 'modules/10-bridge/module.yaml', 'minutes: 5', 'minutes: 0', 1],
		['a source', 'sources/herald.yaml', 'paragraphs: 1', 'paragraphs: 0', 1],
		['an event', 'events.yaml', 'title: The bridge', 'titles: The bridge', 2]
	])('leave out what only follows from a mistake in %s', (_, file, old, put, count) => {
		const found = mistakesAfter([file, old, put]);
		expect(found).toHaveLength(count);
		for (const mistake of found) expect(mistake).toContain(`${file}:`);
	});
});

describe('a file', () => {
	const without = (path: string) =>
		mistakesIn(Object.fromEntries(Object.entries(sample).filter(([name]) => name !== path)));

	it('that is missing from a module is asked for', () => {
		expect(without('modules/10-bridge/module.yaml')).toEqual([
			'modules/10-bridge/module.yaml:1: is missing; write it with id, title, goal and minutes'
		]);
	});

	it('of claims needs its source', () => {
		expect(without('sources/herald.yaml')).toEqual([
			'claims/herald.yaml:1: names no source "herald"; add that source or mend the id',
			'modules/10-bridge/items.yaml:118: names no source "herald"; mend the id',
			'voices.yaml:12: names no source "herald"; add that source or mend the id'
		]);
	});

	it.each([
		'notes.md',
		'voices.md',
		'claims/gazette.md',
		'claims/2001/gazette.yaml',
		'sources/gazette.md',
		'modules/readme.md',
		'modules/10-bridge/notes.yaml',
		'modules/10-bridge/cards/02-more.yaml',
		'modules/10-bridge/cards/more/02-more.md'
	])('that is strange, as %s, is named', (path) => {
		expect(mistakesIn({ ...sample, [path]: 'Words.\n' })).toEqual([
			`${path}:1: has no place in the content folder; see the README for which file holds what`
		]);
	});

	it.each(['', '\n\n', '# Only a comment.\n'])('that holds no more than %j is named', (text) => {
		expect(mistakesIn({ ...sample, 'terms.yaml': text })).toEqual([
			'terms.yaml:1: holds no records; write a list of records, each beginning with "- id:"'
		]);
		expect(mistakesIn({ ...sample, 'home.yaml': text })).toEqual([
			'home.yaml:1: holds no record; write its fields, each as "name: value"'
		]);
		expect(mistakesIn({ ...sample, [CARD]: text })).toContain(
			`${CARD}:1: has no front matter; begin the file with --- and the id, title, question and asOf`
		);
	});

	it('that holds one record where a list is due is named, and the other way about', () => {
		const term = 'id: locked\nterm: locked\n';
		expect(mistakesIn({ ...sample, 'terms.yaml': term })).toContain(
			'terms.yaml:1: must be a list; begin each record with "- id:"'
		);
		expect(mistakesIn({ ...sample, 'home.yaml': '- dispute: who-shut-it\n' })).toEqual([
			'home.yaml:1: must be one record; remove the dash before its fields'
		]);
	});
});

describe('YAML that cannot be read', () => {
	it.each([
		[
			'a colon in bare text',
			'text: It had shut nothing.',
			'text: It said: nothing.',
			'22: has ": " where no field can begin; put the text between quotation marks or mend the indent'
		],
		[
			'a quotation mark that stays open',
			'text: It had shut nothing.',
			'text: "It had shut nothing.',
			'40: ends before a quotation mark or bracket is closed; close it where it was opened, here or above'
		],
		[
			'a tab before a field',
			'  text: It had shut nothing.',
			'\ttext: It had shut nothing.',
			`22: is not valid YAML (Unexpected scalar at node end); ${ADVICE_YAML}`
		],
		[
			'a tab as indent',
			'differs:\n    - claim',
			'differs:\n\t- claim',
			'33: is indented with a tab; use spaces'
		],
		[
			'a field that stands twice',
			'kind: denial',
			'kind: denial\n  kind: event',
			'22: has a field that stands there twice; keep one of the two'
		],
		[
			'an alias',
			'denies: [ga02-locked]',
			'denies: *locked',
			'25: repeats another part with *locked; write it out'
		],
		[
			'a second document',
			'- id: ga03-not-locked',
			'---\n- id: ga03-not-locked',
			'18: begins a second document with ---; remove that line'
		]
	])('for %s', (_, old, put, expected) => {
		expect(mistakesAfter([CLAIMS, old, put])[0]).toBe(`${CLAIMS}:${expected}`);
	});

	it('for two reasons is told both', () => {
		const found = mistakesAfter(
			[CLAIMS, 'text: It had shut nothing.', 'text: It said: nothing.'],
			[CLAIMS, 'kind: wording', 'kind: wording\n  kind: event']
		);
		expect(found.map((mistake) => mistake.split(': ')[0])).toEqual([
			`${CLAIMS}:22`,
			`${CLAIMS}:39`
		]);
	});
});

describe('hostile content ends in mistakes, not in a crash', () => {
	const nested = Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
	const bomb = Array.from({ length: 12 }, (_, level) => {
		const part = level > 0 ? `*a${level - 1}` : 'x';
		return `- &a${level} [${Array.from({ length: 9 }, () => part).join(', ')}]`;
	}).join('\n');

	it.each([
		['dashes', '- '.repeat(30_000)],
		['open brackets', '['.repeat(30_000)],
		['closed brackets', '['.repeat(30_000) + ']'.repeat(30_000)],
		['nested fields', nested]
	])('in deep nesting of %s', (_, text) => {
		expect(mistakesIn({ ...sample, 'terms.yaml': text })).toEqual([
			expect.stringMatching(
				/^terms.yaml:\d+: is nested too deeply; write a record of a few levels$/
			)
		]);
	});

	it.each([
		['control characters', '\0\u0001{]: - \u0007'],
		['aliases that multiply', bomb],
		['an alias of itself', '&a [*a]'],
		['a tag', '- !!js/function x'],
		['a prototype', '- __proto__: { id: x }\n  constructor: y']
	])('in %s', (_, text) => {
		const found = mistakesIn({ ...sample, 'terms.yaml': text });
		expect(found).not.toEqual([]);
		for (const mistake of found) expect(mistake).toMatch(/^terms.yaml:\d+: ./);
	});

	it('in any order of its lines', () => {
		const lines = Object.values(sample).flatMap((text) => text.split('\n'));
		const files = fc.dictionary(
			fc.constantFrom(...Object.keys(sample)),
			fc.array(fc.constantFrom(...lines), { maxLength: 12 }).map((all) => all.join('\n'))
		);
		fc.assert(
			fc.property(files, (some) => {
				for (const { line, message } of passed({ ...sample, ...some }).mistakes)
					expect([line >= 1, message]).toEqual([true, expect.stringMatching(/^\S.*\S$/)]);
			}),
			{ numRuns: 60 }
		);
	});

	const five = 5_000_000;
	it.each([
		['YAML', 'terms.yaml', 'x'.repeat(five)],
		['an id', 'terms.yaml', `- id: ${'x'.repeat(five)}`],
		['words without a reference', CARD, `${sample[CARD] ?? ''}\n${'word '.repeat(five / 5)}`],
		['brackets', CARD, `${sample[CARD] ?? ''}\n${'['.repeat(five)}](voice:x).[^ga02-carts]`]
	])('in 5 MB of %s', (_, path, text) => {
		const found = mistakesIn({ ...sample, [path]: text });
		expect(found).not.toEqual([]);
		expect(Math.max(...found.map((mistake) => mistake.length))).toBeLessThan(400);
	});

	it('in a claim of 5 MB, which is only long', () => {
		const long = 'many '.repeat(five / 5);
		expect(mistakesIn(edited(['claims/herald.yaml', 'carriers', long]))).toEqual([]);
	});
});
