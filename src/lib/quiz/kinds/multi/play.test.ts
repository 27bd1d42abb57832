import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyIds, keepsTheLaws, optionOf } from '../../../../../tests/support/kind-laws.ts';
import { questions } from '../../../../../tests/support/questions.ts';
import { explainOptions } from '../../explain-options.ts';
import { multi } from './play.ts';

const anyMulti = anyIds.chain((ids) =>
	fc.record({
		options: fc.constant(ids.map(optionOf)),
		keys: fc.subarray(ids, { minLength: 1 })
	})
);

describe('multi', () => {
	keepsTheLaws({
		kind: multi,
		explain: explainOptions,
		item: anyMulti,
		right: ({ keys }) => keys,
		responses: ({ options }) => fc.shuffledSubarray(options.map(({ id }) => id))
	});

	it('gives nothing for choosing everything where something is wrong', () => {
		fc.assert(
			fc.property(
				anyMulti.filter(({ options, keys }) => keys.length < options.length),
				(item) => {
					expect(
						multi.score(
							item,
							item.options.map(({ id }) => id)
						)
					).toBe(0);
				}
			)
		);
	});

	it('gives no less for one right option more, and no more for one wrong option more', () => {
		const more = anyMulti.chain((item) =>
			fc.tuple(
				fc.constant(item),
				fc.subarray(item.options.map(({ id }) => id)),
				fc.constantFrom(...item.options.map(({ id }) => id))
			)
		);
		fc.assert(
			fc.property(more, ([item, some, extra]) => {
				const without = multi.score(
					item,
					some.filter((id) => id !== extra)
				);
				const withIt = multi.score(item, [...some.filter((id) => id !== extra), extra]);
				const gain = withIt - without;
				expect(item.keys.includes(extra) ? gain : -gain).toBeGreaterThanOrEqual(0);
			})
		);
	});

	it.each([
		[['first', 'third'], 1],
		[['first'], 0.5],
		[['first', 'third', 'second'], 0.5],
		[['first', 'second'], 0],
		[['second', 'fourth'], 0]
	])('scores %j with %d', (response, score) => {
		expect(multi.score(questions.multi, response)).toBe(score);
	});

	it('counts an option named twice once', () => {
		expect(multi.parse(questions.multi, ['third', 'first', 'third'])).toEqual(['third', 'first']);
	});

	it.each([undefined, null, 'first', [1], ['fifth'], [['first']], { 0: 'first', length: 1 }])(
		'takes %j for no response',
		(raw) => {
			expect(multi.parse(questions.multi, raw)).toBeUndefined();
		}
	);

	it('marks each of the four cases', () => {
		const marks = explainOptions(questions.multi, undefined, ['first', 'second']).map(
			({ mark }) => mark
		);
		expect(marks).toEqual(['right', 'wrong', 'missed', 'left']);
	});
});
