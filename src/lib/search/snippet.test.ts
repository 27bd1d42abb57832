import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marked, snippet, type Part } from './snippet.ts';

const plain = (parts: readonly Part[]) => parts.map(({ text }) => text).join('');
const hits = (parts: readonly Part[]) => parts.flatMap(({ text, hit }) => (hit ? [text] : []));

const anyText = fc
	.array(
		fc.constantFrom('war', 'Wars', 'drone', 'Kəlbəcər', 'of', '1,960', 'end.', '“so”,', 'Then'),
		{
			maxLength: 120
		}
	)
	.map((words) => words.join(' '));
const anyKeys = fc.subarray(['war', 'drone', 'kalbajar', '1960']).map((keys) => new Set(keys));

describe('a marked text', () => {
	it('loses nothing', () => {
		fc.assert(
			fc.property(anyText, anyKeys, (text, keys) => {
				expect(plain(marked(text, keys))).toBe(text);
			})
		);
	});

	it('marks the word as it stands, in any spelling', () => {
		expect(hits(marked('Kəlbəcər, or Kalbajar', new Set(['kalbajar'])))).toEqual([
			'Kəlbəcər',
			'Kalbajar'
		]);
	});

	it('marks words that stand side by side as one', () => {
		const keys = new Set(['13', 'september']);
		expect(hits(marked('On 13 September, not in September.', keys))).toEqual([
			'13 September',
			'September'
		]);
	});
});

describe('a snippet', () => {
	it('is a piece of the text that begins with a sentence and shows a hit if there is one', () => {
		fc.assert(
			fc.property(anyText, anyKeys, (text, keys) => {
				const parts = snippet(text, keys);
				const piece = plain(parts).replace(/^… /, '').replace(/ …$/, '');
				const before = text.slice(0, text.indexOf(piece));
				expect(text).toContain(piece);
				expect(before).toMatch(/^$|[.]\s$/);
				expect(hits(parts).length > 0).toBe(hits(marked(text, keys)).length > 0);
			})
		);
	});

	it('is the whole of a short text', () => {
		expect(plain(snippet('Drones were used.', new Set(['drone'])))).toBe('Drones were used.');
	});

	it('keeps the speaker of a long sentence, and what comes after the hit', () => {
		const speaker = 'The ministry said, in a statement that was long and had many parts,';
		const long = `${speaker} ${'and it went on, '.repeat(12)}that drones had come and gone.`;
		const text = `${'Nothing here. '.repeat(20)}${long} ${'Nor here. '.repeat(30)}`;
		const shown = plain(snippet(text, new Set(['drone'])));
		expect(shown.startsWith(`… ${speaker}`)).toBe(true);
		expect(shown).toContain('that drones had come and gone.');
		expect(shown.endsWith(' …')).toBe(true);
	});

	it('is about 180 letters long where that is enough', () => {
		const text = `${'Nothing here. '.repeat(20)}A drone. ${'Nor here. '.repeat(30)}`;
		expect(plain(snippet(text, new Set(['drone']))).length).toBeLessThan(200);
	});

	it('shows where several words stand together', () => {
		const text = `A war. ${'Nothing here. '.repeat(30)}A drone in a war. ${'Nor here. '.repeat(30)}`;
		expect(hits(snippet(text, new Set(['war', 'drone'])))).toEqual(['drone', 'war']);
	});
});
