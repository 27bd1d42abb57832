import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CONFIDENCES } from '../review/attempt.ts';
import { answersIn } from './answers.ts';
import { Attempt, readable } from './rows.ts';

const odd = fc.constantFrom<unknown>(
	undefined,
	null,
	'',
	'x'.repeat(201),
	-1,
	2,
	NaN,
	Infinity,
	{}
);
const or = <T>(usual: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: odd });
const id = or(fc.string({ maxLength: 200 }));
const time = or(fc.double({ noNaN: true, noDefaultInfinity: true }));

/** Rows of both versions and of one to come, some of them damaged. */
const rows = fc.array(
	fc.record(
		{
			v: or(fc.constantFrom(1, 2, 2, 2, 3)),
			id,
			session: id,
			seed: id,
			item: id,
			revision: or(fc.nat()),
			response: fc.anything(),
			score: or(fc.double({ min: 0, max: 1, noNaN: true })),
			confidence: or(fc.constantFrom(undefined, ...CONFIDENCES)),
			shownAt: time,
			at: time
		},
		{ requiredKeys: ['v', 'id', 'item', 'at', 'shownAt', 'score', 'revision'] }
	)
) as fc.Arbitrary<unknown> as fc.Arbitrary<Attempt[]>;

it('finds the same answers as the schema', () => {
	fc.assert(
		fc.property(rows, (some) => {
			const expected = readable(Attempt, some).map(
				({ item, revision, score, confidence, shownAt, at }) => ({
					item,
					revision,
					score,
					confidence,
					shownAt,
					at
				})
			);
			expect(answersIn(some)).toEqual(expected);
		}),
		{ numRuns: 500 }
	);
});
