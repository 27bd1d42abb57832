import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyId, anySingle, keepsTheLaws } from '../../../../../tests/support/kind-laws.ts';
import { questions } from '../../../../../tests/support/questions.ts';
import { explainOptions } from '../../explain-options.ts';
import { shuffleFrom } from '../../random.ts';
import { verdict } from './play.ts';

describe('verdict', () => {
	keepsTheLaws({
		kind: verdict,
		explain: explainOptions,
		item: anySingle,
		right: ({ keys }) => keys[0] ?? '',
		responses: () => anyId
	});

	it('keeps its options in the same order whatever the seed', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				expect(verdict.arrange(questions.verdict, shuffleFrom(seed))).toEqual(questions.verdict);
			})
		);
	});

	it('is all or nothing', () => {
		expect(verdict.score(questions.verdict, 'differ')).toBe(1);
		expect(verdict.score(questions.verdict, 'contradicted')).toBe(0);
	});
});
