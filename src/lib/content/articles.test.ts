import { describe, expect, it } from 'vitest';
import {
	articles,
	edited,
	passed,
	sample,
	type Edit
} from '../../../tests/support/sample-content.ts';
import { checkArticles, copiedRuns, figuresIn, paragraphsOf, runsOf } from './articles.ts';
import { formatMistake } from './mistakes.ts';

const CLAIMS = 'claims/gazette.yaml';
const CARD = 'modules/10-bridge/cards/01-gate.md';

const check = (texts: ReadonlyMap<string, string>, ...edits: Edit[]) =>
	checkArticles(passed(edited(...edits)), texts).map(formatMistake);
const checkSample = (...edits: Edit[]) => check(articles, ...edits);

describe('checkArticles', () => {
	it('has nothing to say where all stands in the articles', () => {
		expect(checkSample()).toEqual([]);
	});

	it('names a text that is another than the one that was read', () => {
		const herald = `${articles.get('herald') ?? ''} `;
		expect(check(new Map([...articles, ['herald', herald]]))).toEqual([
			expect.stringMatching(
				/^sources\/herald.yaml:20: is not the hash of the text at hand; write [0-9a-f]{64} once/
			)
		]);
	});

	it('names a wrong count of paragraphs', () => {
		expect(checkSample(['sources/herald.yaml', 'paragraphs: 1', 'paragraphs: 2'])).toEqual([
			'sources/herald.yaml:19: must be 1, as the text has'
		]);
	});

	it('names a source without its text, and nothing that follows from it', () => {
		expect(check(new Map([['herald', articles.get('herald') ?? '']]))).toEqual([
			'sources/gazette.yaml:1: has no article text beside it; add it or name the folder that holds it'
		]);
	});

	it('names a quotation that does not stand in the paragraph', () => {
		const moved: Edit = [CLAIMS, 'quote: locked the gate', 'quote: Closed the gate'];
		expect(checkSample(moved)).toEqual([
			`${CLAIMS}:6: quotes "Closed the gate", which does not stand in paragraph 2 of gazette; quote the printed words`
		]);
	});

	it('names words in a claim that stand in another paragraph only', () => {
		expect(
			checkSample([CLAIMS, 'text: It had shut nothing.', 'text: It had "locked the gate".'])
		).toEqual([
			`${CLAIMS}:22: quotes "locked the gate", which does not stand in paragraph 3 of gazette; quote the printed words`
		]);
	});

	it('takes straight and curly marks, capitals and line ends for the same', () => {
		expect(
			checkSample([CLAIMS, 'quote: locked the gate', 'quote: >-\n    Locked\n    the  gate'])
		).toEqual([]);
	});

	it.each([
		['in digits', 'text: From 7:30 on, 12 carts', 'text: From 7:30 on, 13 carts', '13'],
		['in words', 'text: From 7:30 on, 12 carts', 'text: From 7:30 on, eleven carts', '11'],
		['of an hour', 'text: From 7:30 on', 'text: From 7:31 on', '7:31']
	])('names a figure %s that the paragraph does not give', (_, old, put, figure) => {
		expect(checkSample([CLAIMS, old, put])).toEqual([
			`${CLAIMS}:16: gives the figure ${figure}, which does not stand in paragraph 2 of gazette; give the printed figure`
		]);
	});

	it('takes words for digits, an hour without its colon, and a date that was worked out', () => {
		const text = 'text: On 4 May 2001, from 0730 on, twelve carts';
		expect(checkSample([CLAIMS, 'text: From 7:30 on, 12 carts', text])).toEqual([]);
	});

	it('names a quotation of a card that stands in none of the cited paragraphs', () => {
		expect(checkSample([CARD, 'locked the gate', 'shut the gate'])).toEqual([
			`${CARD}:8: quotes "shut the gate", which stands in none of the paragraphs that the sentence cites; quote the printed words or cite their claim`
		]);
	});

	it('names a count of a word that the article has more often', () => {
		expect(checkSample(['terms.yaml', 'counts: { gazette: 2 }', 'counts: { gazette: 1 }'])).toEqual(
			['terms.yaml:9: counts "locked" once in gazette, which prints it 2 times; write gazette: 2']
		);
	});

	it('names an article that is left out and has the word', () => {
		expect(checkSample(['terms.yaml', 'form: barred', 'form: carriers'])).toEqual([
			'terms.yaml:12: counts "carriers" 0 times in gazette, which prints it once; write gazette: 1',
			'terms.yaml:12: counts "carriers" 0 times in herald, which prints it once; write herald: 1'
		]);
	});

	it('names a count of a word that the article has nowhere', () => {
		expect(
			checkSample(['terms.yaml', '{ form: barred }', '{ form: barred, counts: { herald: 1 } }'])
		).toEqual([
			'terms.yaml:12: counts "barred" once in herald, which prints it 0 times; remove herald'
		]);
	});

	it('names a word that is given to a speaker as quoted and stands in no quotation', () => {
		expect(
			checkSample(
				[
					'terms.yaml',
					'also: [gates], counts: { gazette: 1 }',
					'also: [carts], counts: { gazette: 2 }'
				],
				['terms.yaml', 'by: [north-council] }] }', 'by: [north-council], times: 2 }] }']
			)
		).toEqual([
			'terms.yaml:11: has "gate" quoted 2 times in gazette, which prints it between quotation marks once; name a speaker for each that is quoted, and mark all others as retold'
		]);
	});
});

it('counts the non-empty lines of an article as its paragraphs', () => {
	expect(paragraphsOf('One\r\n\r\n \nTwo\n')).toEqual(['One', 'Two']);
});

it.each([
	['65,000 of 7 at 00:05', ['65000', '7', '0:05']],
	['three and twenty, but not one', ['3', '20']],
	['no figure', []]
])('reads the figures of "%s"', (text, figures) => {
	expect(figuresIn(text)).toEqual(figures);
});

describe('copiedRuns', () => {
	const headline = 'Bridge over the quiet river stays shut while two councils trade letters';
	const runs = runsOf([...articles.values()].map(paragraphsOf), [headline]);
	const found = (text: string) =>
		copiedRuns([{ path: 'some/file.md', text }], runs).map(formatMistake);
	const copy = 'council wrote on Friday that the south council had';

	it('finds nine words of an article in a row, with their line', () => {
		expect(found(`Own words.\n\nThen the ${copy} done it.\n`)).toEqual([
			`some/file.md:3: has 9 words in a row from an article: "${copy.toLowerCase()}"; say it in our own words`
		]);
	});

	it('finds them across lines, capitals and marks', () => {
		expect(found(copy.replace('Friday', '**FRIDAY,**\n').replace(' the ', ' *the* '))).toHaveLength(
			1
		);
	});

	it('names the line of the copy, not of an earlier place that begins alike', () => {
		expect(found(`The council wrote on paper.\n${copy}`)).toEqual([
			expect.stringContaining('some/file.md:2:')
		]);
	});

	it('finds each place in a file, and each once', () => {
		const long =
			'The south council answered that nobody had locked anything, and three carriers lost';
		const lines = found(`${long}\nOwn words here.\n${copy}\n`).map((each) => each.split(': ')[0]);
		expect(lines).toEqual(['some/file.md:1', 'some/file.md:3']);
	});

	it('lets eight words pass', () => {
		expect(found(copy.split(' ').slice(1).join(' '))).toEqual([]);
	});

	it('lets a headline pass', () => {
		expect(found(headline)).toEqual([]);
	});

	it('lets quoted words, quotes and hashes pass', () => {
		expect(found(`They said "${copy}".\n“${copy}”\n\n  quote: ${copy}\n`)).toEqual([]);
	});

	it('keeps count of the lines around what it lets pass', () => {
		expect(found(`\n\n  quote: x\n\n“${copy}”\n${copy}\n`)).toEqual([
			expect.stringContaining('some/file.md:6:')
		]);
	});

	it('finds nothing copied in the sample', () => {
		const files = Object.entries(sample).map(([path, text]) => ({ path, text }));
		expect(copiedRuns(files, runs)).toEqual([]);
	});
});
