import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyIds, keepsTheLaws, optionOf } from '../../../../../tests/support/kind-laws.ts';
import { questions } from '../../../../../tests/support/questions.ts';
import { explainOrder } from './explain.ts';
import { shuffleFrom } from '../../random.ts';
import { order } from './play.ts';

const anyOrder = anyIds.chain((ids) =>
	fc.record({
		options: fc.constant(ids.map(optionOf)),
		keys: fc.shuffledSubarray(ids, { minLength: ids.length })
	})
);

describe('order', () => {
	keepsTheLaws({
		kind: order,
		explain: explainOrder,
		item: anyOrder,
		right: ({ keys }) => keys,
		responses: ({ keys }) => fc.shuffledSubarray(keys, { minLength: keys.length })
	});

	it('never begins solved', () => {
		fc.assert(
			fc.property(anyOrder, fc.string(), (item, seed) => {
				const arranged = order.arrange(item, shuffleFrom(seed));
				expect(order.score(arranged, order.empty(arranged))).toBeLessThan(1);
			})
		);
	});

	it('gives more for each neighbouring pair put right', () => {
		const ordered = { ...questions.order, keys: ['first', 'second', 'third', 'fourth'] };
		const scores = [
			['fourth', 'third', 'second', 'first'],
			['second', 'first', 'fourth', 'third'],
			['first', 'second', 'fourth', 'third'],
			['first', 'second', 'third', 'fourth']
		].map((response) => order.score(ordered, response));
		expect(scores).toEqual([0, 1 / 3, 2 / 3, 1]);
	});

	it.each([
		undefined,
		null,
		'second',
		[],
		['second', 'first', 'fourth'],
		['second', 'first', 'fourth', 'fourth'],
		['second', 'first', 'fourth', 'fifth'],
		['second', 'first', 'fourth', 'third', 'third']
	])('takes %j for no response', (raw) => {
		expect(order.parse(questions.order, raw)).toBeUndefined();
	});

	it('says where each was put', () => {
		const parts = explainOrder(questions.order, undefined, ['first', 'second', 'fourth', 'third']);
		expect(parts.map(({ mark }) => mark)).toEqual(['wrong', 'wrong', 'right', 'right']);
		expect(parts[0]).toMatchObject({ text: '1. The second one', given: 'You put it at 2.' });
	});
});
