import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCES, type Attempt } from './attempt.ts';
import { AGAIN, EASY, GOOD, HARD, missed, ratingOf, sureAndWrong } from './rating.ts';

const answer = (score: number, confidence?: Attempt['confidence'], seconds = 30) => ({
	score,
	confidence,
	shownAt: 1_000_000,
	at: 1_000_000 + seconds * 1000
});

describe('the rating of an answer', () => {
	it.each([
		['wrong', answer(0), AGAIN],
		['wrong and sure', answer(0, 'sure', 5), AGAIN],
		['half right', answer(0.5, 'think'), AGAIN],
		['partly right', answer(0.75, 'sure', 5), HARD],
		['a right guess', answer(1, 'guess', 5), HARD],
		['right, not asked how sure', answer(1), GOOD],
		['right and thought so', answer(1, 'think'), GOOD],
		['right, thought so, after long thought', answer(1, 'think', 200), HARD],
		['right after the question was left open', answer(1, 'think', 4000), GOOD],
		['sure and right, slowly', answer(1, 'sure', 200), GOOD],
		['sure and right at once', answer(1, 'sure', 5), EASY],
		['sure and right, by a clock that went back', answer(1, 'sure', -5), GOOD]
	])('%s', (_, attempt, rating) => {
		expect(ratingOf(attempt)).toBe(rating);
	});

	it('is never better for a lower score, all else equal', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.constantFrom(undefined, ...CONFIDENCES),
				fc.integer({ min: 0, max: 2000 }),
				(a, b, confidence, seconds) => {
					const [low, high] = [Math.min(a, b), Math.max(a, b)];
					expect(ratingOf(answer(low, confidence, seconds))).toBeLessThanOrEqual(
						ratingOf(answer(high, confidence, seconds))
					);
				}
			)
		);
	});

	it('is Again for exactly what was missed', () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (score) => {
				expect(ratingOf(answer(score, 'sure')) === AGAIN).toBe(missed({ score }));
				expect(sureAndWrong(answer(score, 'sure'))).toBe(missed({ score }));
				expect(sureAndWrong(answer(score, 'think'))).toBe(false);
			})
		);
	});
});
