import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyId, anyIds, keepsTheLaws } from '../../../../../tests/support/kind-laws.ts';
import { questions } from '../../../../../tests/support/questions.ts';
import { explainMatch } from './explain.ts';
import { match, type MatchItem } from './play.ts';

const anyMatch: fc.Arbitrary<MatchItem> = fc.tuple(anyIds, anyIds).chain(([pairs, options]) =>
	fc.record({
		options: fc.constant(options.map((id) => ({ id, text: `Text ${id}` }))),
		pairs: fc.tuple(
			...pairs.map((id) =>
				fc.constantFrom(...options).map((key) => ({ id, text: `Entry ${id}`, key }))
			)
		)
	})
);

describe('match', () => {
	keepsTheLaws({
		kind: match,
		explain: explainMatch,
		item: anyMatch,
		right: ({ pairs }) => Object.fromEntries(pairs.map(({ id, key }) => [id, key])),
		responses: ({ pairs, options }) =>
			fc.dictionary(
				fc.constantFrom(...pairs.map(({ id }) => id)),
				fc.oneof(fc.constantFrom(...options.map(({ id }) => id)), anyId)
			)
	});

	it('gives the share of entries matched right', () => {
		expect(match.score(questions.match, { said: 'north', denied: 'north' })).toBe(0.5);
		expect(match.score(questions.match, { said: 'south', denied: 'north' })).toBe(0);
	});

	it('is open until every entry has an option', () => {
		expect(match.complete(questions.match, {})).toBe(false);
		expect(match.complete(questions.match, { said: 'south' })).toBe(false);
		expect(match.complete(questions.match, { said: 'south', denied: 'south' })).toBe(true);
	});

	it.each([
		undefined,
		null,
		'said',
		['north'],
		{ said: 'west' },
		{ asked: 'north' },
		{ said: ['north'] },
		JSON.parse('{"__proto__": "north"}') as unknown
	])('takes %j for no response', (raw) => {
		expect(match.parse(questions.match, raw)).toBeUndefined();
	});

	it('joins an entry that ends in a full stop', () => {
		const pairs = [{ id: 'said', text: 'It was locked.', key: 'north' }];
		const [part] = explainMatch({ ...questions.match, pairs }, undefined);
		expect(part?.text).toBe('It was locked: The North council');
	});

	it('says what was chosen instead', () => {
		const parts = explainMatch(questions.match, undefined, { said: 'south' });
		expect(parts.map(({ given }) => given)).toEqual([
			'You chose: The South council.',
			'You chose: nothing.'
		]);
	});
});
