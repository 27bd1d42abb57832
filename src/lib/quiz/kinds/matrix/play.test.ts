import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyIds, keepsTheLaws } from '../../../../../tests/support/kind-laws.ts';
import { questions } from '../../../../../tests/support/questions.ts';
import { STANCE_NAMES, STANCES } from '../../../content/matrix.ts';
import { explain } from '../explain.ts';
import { explainMatch } from '../match/explain.ts';
import type { MatchItem } from '../match/play.ts';
import { shuffleFrom } from '../../random.ts';
import { matrix } from './play.ts';

const anyMatrix: fc.Arbitrary<MatchItem> = anyIds.chain((articles) =>
	fc.record({
		options: fc.constant(STANCES.map((id) => ({ id, text: STANCE_NAMES[id] }))),
		pairs: fc.tuple(
			...articles.map((id) =>
				fc.constantFrom(...STANCES).map((key) => ({ id, text: `Article ${id}`, key }))
			)
		)
	})
);

describe('matrix', () => {
	keepsTheLaws({
		kind: matrix,
		explain: explainMatch,
		item: anyMatrix,
		right: ({ pairs }) => Object.fromEntries(pairs.map(({ id, key }) => [id, key])),
		responses: ({ pairs }) =>
			fc.dictionary(
				fc.constantFrom(...pairs.map(({ id }) => id)),
				fc.constantFrom(...STANCES, 'doubts')
			)
	});

	it('keeps articles and stances in the same order whatever the seed', () => {
		fc.assert(
			fc.property(anyMatrix, fc.string(), (item, seed) => {
				expect(matrix.arrange(item, shuffleFrom(seed))).toEqual(item);
			})
		);
	});

	it('gives the share of articles told right', () => {
		const scores = ['silent', 'attributes', 'denies'].map((herald) =>
			matrix.score(questions.matrix, { gazette: 'attributes', herald })
		);
		expect(scores).toEqual([1, 0.5, 0.5]);
	});

	it('is open until every article has a stance', () => {
		expect(matrix.complete(questions.matrix, { gazette: 'asserts' })).toBe(false);
		expect(matrix.complete(questions.matrix, { gazette: 'asserts', herald: 'silent' })).toBe(true);
	});

	it.each([undefined, ['asserts'], { gazette: 'doubts' }, { times: 'asserts' }])(
		'takes %j for no response',
		(raw) => {
			expect(matrix.parse(questions.matrix, raw)).toBeUndefined();
		}
	);

	it('says what was chosen instead', () => {
		const response = { gazette: 'attributes', herald: 'asserts' };
		expect(explain(questions.matrix, undefined, response)).toMatchObject([
			{ text: 'River Gazette: Gives it to a speaker', mark: 'right' },
			{ text: 'Herald: Is silent on it', mark: 'wrong', given: 'You chose: Asserts it itself.' }
		]);
	});
});
