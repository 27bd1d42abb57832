import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	LINK_TARGETS,
	parseCardText,
	plainText,
	quotations,
	splitFrontMatter,
	type Inline,
	type Sentence
} from './card-text.ts';

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const id = fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}$/);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const link = fc.record({ text: words, to: fc.constantFrom(...LINK_TARGETS), id });

/** Words, then links with words between them, then a full stop. */
const parts = fc
	.tuple(words, fc.array(fc.tuple(link, words), { maxLength: 3 }))
	.map(([first, rest]): Inline[] => {
		const between = [first, ...rest.map(([, after]) => after)];
		const texts = between.map((text, index) => {
			const before = index > 0 ? ' ' : '';
			return before + text + (index < rest.length ? ' ' : '.');
		});
		return texts.flatMap((text, index) => [text, ...(rest[index]?.slice(0, 1) ?? [])] as Inline[]);
	});
const sentence = fc.record({ parts, claims: fc.array(id, { minLength: 1, maxLength: 3 }) });
const card = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { maxLength: 4 });

type Written = Omit<Sentence, 'line'>;

const write = ({ parts, claims }: Written) =>
	parts
		.map((part) => (typeof part === 'string' ? part : `[${part.text}](${part.to}:${part.id})`))
		.join('') + claims.map((claim) => `[^${claim}]`).join('');

describe('parseCardText', () => {
	it('gives back what was written, with the line of each sentence', () => {
		fc.assert(
			fc.property(card, fc.constantFrom(' ', '\n'), (paragraphs, gap) => {
				const body = paragraphs.map((each) => each.map(write).join(gap)).join('\n\n');
				const read = parseCardText(body, 7);
				expect(read.mistakes).toEqual([]);
				const bare = read.paragraphs.map((each) =>
					each.map(({ parts, claims }) => ({ parts, claims }))
				);
				expect(bare).toEqual(paragraphs);
				const lines = body.split('\n');
				for (const { parts, claims, line } of read.paragraphs.flat())
					expect(lines[line - 7]).toContain(write({ parts, claims }));
			})
		);
	});

	it('never throws, whatever is written', () => {
		const garbage = fc.array(fc.constantFrom('[', ']', '(', ')', '^', '"', '\n', '.', 'A', ' '));
		fc.assert(
			fc.property(garbage, (letters) => {
				const { paragraphs, mistakes } = parseCardText(letters.join(''), 1);
				const lines = [...paragraphs.flat(), ...mistakes].map(({ line }) => line);
				expect(lines.every((line) => line >= 1)).toBe(true);
			})
		);
	});

	it('names the line of a sentence without a reference', () => {
		const body = '\nOne says so.[^a]\nAnother\ntoo.[^b]\n\nNobody\nsays this.\n';
		expect(parseCardText(body, 10)).toMatchObject({
			paragraphs: [[{ line: 11 }, { line: 12 }]],
			mistakes: [
				{
					line: 15,
					message: 'has a sentence without a reference: "Nobody says this."; end it in [^claim-id]'
				}
			]
		});
	});

	it.each(['One. Two.[^a]', 'One? "Two."[^a]', 'He said "one." Two.[^a]', 'One. Öz.[^a]'])(
		'sees two sentences with one reference in %s',
		(body) => {
			expect(parseCardText(body, 1).mistakes).toHaveLength(1);
		}
	);

	it.each(['One, at 7.30 am.[^a]', 'One.[^a] Two.[^b]', 'One of 3. 5 of 9.[^a]'])(
		'sees nothing wrong in %s',
		(body) => {
			expect(parseCardText(body, 1).mistakes).toEqual([]);
		}
	);

	it('shortens a long sentence in its message', () => {
		const [mistake] = parseCardText('word '.repeat(1000), 1).mistakes;
		expect(mistake?.message.length).toBeLessThan(200);
	});
});

it('leaves a link to anything else as it was written', () => {
	const [[only] = []] = parseCardText('See [that](term:locked).[^a]', 1).paragraphs;
	expect(plainText(only?.parts ?? [])).toBe('See [that](term:locked).');
});

it('finds phrases between straight and curly quotation marks', () => {
	expect(quotations('He said "one two" and “three”, not \'four\'.')).toEqual(['one two', 'three']);
});

describe('splitFrontMatter', () => {
	it('hands out head, body and the line of the body', () => {
		const text = '---\nid: a\ntitle: b\n---\nBody.\n';
		expect(splitFrontMatter(text)).toEqual({
			head: 'id: a\ntitle: b\n',
			body: 'Body.\n',
			bodyLine: 5
		});
	});

	it('takes a card that has no body yet', () => {
		expect(splitFrontMatter('---\nid: a\n---')?.body).toBe('');
	});

	it.each(['', 'Body.\n', 'id: a\n---\n', '---\nid: a\n'])('finds none in %j', (text) => {
		expect(splitFrontMatter(text)).toBeUndefined();
	});
});
