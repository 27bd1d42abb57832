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
	it('is a piece of the text, not much longer than 180 letters, and shows a hit if there is one', () => {
		fc.assert(
			fc.property(anyText, anyKeys, (text, keys) => {
				const parts = snippet(text, keys);
				const piece = plain(parts).replace(/^… /, '').replace(/ …$/, '');
				expect(text).toContain(piece);
				expect(piece.length).toBeLessThanOrEqual(180);
				expect(hits(parts).length > 0).toBe(hits(marked(text, keys)).length > 0);
			})
		);
	});

	it('is the whole of a short text', () => {
		expect(plain(snippet('Drones were used.', new Set(['drone'])))).toBe('Drones were used.');
	});

	it('begins with the sentence where that is near', () => {
		const text = `${'Nothing here. '.repeat(20)}They spoke of drones then. ${'Nor here. '.repeat(30)}`;
		expect(plain(snippet(text, new Set(['drone'])))).toMatch(
			/^… .*They spoke of drones then\..* …$/
		);
	});

	it('shows where several words stand together', () => {
		const text = `A war. ${'Nothing here. '.repeat(30)}A drone in a war. ${'Nor here. '.repeat(30)}`;
		expect(hits(snippet(text, new Set(['war', 'drone'])))).toEqual(['drone', 'war']);
	});
});
