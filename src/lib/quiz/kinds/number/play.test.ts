import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyIds, keepsTheLaws } from '../../../../../tests/support/kind-laws.ts';
import { questions, whysPack } from '../../../../../tests/support/questions.ts';
import { explainNumber } from './explain.ts';
import { number, type NumberItem } from './play.ts';

const anyNumber: fc.Arbitrary<NumberItem> = anyIds.chain((ids) =>
	fc.record({
		unit: fc.constant('soldiers'),
		figures: fc.tuple(
			...ids.map((id) =>
				fc.record({
					id: fc.constant(id),
					label: fc.constant(`Label ${id}`),
					value: fc.integer({ min: 0, max: 100_000 }),
					tolerance: fc.nat(10)
				})
			)
		)
	})
);

describe('number', () => {
	keepsTheLaws({
		kind: number,
		explain: explainNumber,
		item: anyNumber,
		right: ({ figures }) => Object.fromEntries(figures.map(({ id, value }) => [id, value])),
		responses: ({ figures }) =>
			fc.dictionary(
				fc.constantFrom(...figures.map(({ id }) => id)),
				fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0)
			)
	});

	it('takes what is within the tolerance, and no more', () => {
		const scores = [3.9, 4, 5, 6, 6.1].map((herald) =>
			number.score(questions.number, { gazette: 1200, herald })
		);
		expect(scores).toEqual([0.5, 1, 1, 1, 0.5]);
	});

	it('is open until every figure is given', () => {
		expect(number.complete(questions.number, { gazette: 1200 })).toBe(false);
		expect(number.complete(questions.number, { gazette: 0, herald: 0 })).toBe(true);
	});

	it.each([
		undefined,
		null,
		1200,
		[1200, 5],
		{ gazette: '1200' },
		{ gazette: Number.NaN },
		{ gazette: Number.POSITIVE_INFINITY },
		{ times: 5 }
	])('takes %j for no response', (raw) => {
		expect(number.parse(questions.number, raw)).toBeUndefined();
	});

	it('says what was written instead, and why a figure often given is not the one', () => {
		const [gazette, herald] = explainNumber(questions.number, whysPack.whys['q-number'], {
			gazette: 12
		});
		expect(gazette).toEqual({
			text: 'River Gazette (carts): 1,200',
			why: 'Twelve were waiting. It wrote so.',
			mark: 'wrong',
			given: 'You wrote 12.'
		});
		expect(herald?.given).toBe('You wrote nothing.');
	});
});
