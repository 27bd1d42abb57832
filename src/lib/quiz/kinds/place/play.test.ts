import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyId, anySingle, keepsTheLaws } from '../../../../../tests/support/kind-laws.ts';
import { questions } from '../../../../../tests/support/questions.ts';
import { passed } from '../../../../../tests/support/sample-content.ts';
import { explainOptions } from '../../explain-options.ts';
import { shuffleFrom } from '../../random.ts';
import { place } from './play.ts';

describe('place', () => {
	keepsTheLaws({
		kind: place,
		explain: explainOptions,
		item: anySingle,
		right: ({ keys }) => keys[0] ?? '',
		responses: () => anyId
	});

	it('is all or nothing', () => {
		expect(place.score(questions.place, 'third')).toBe(1);
		expect(place.score(questions.place, 'first')).toBe(0);
	});

	it('keeps its options in the same order whatever the seed', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				expect(place.arrange(questions.place, shuffleFrom(seed))).toEqual(questions.place);
			})
		);
	});

	it('is not what a quiz begins with, since its map has to arrive', () => {
		expect(place.quick).toBeUndefined();
	});

	it('takes its texts from the places, in the order of the alphabet', () => {
		const items = passed().ledger.modules.flatMap((module) => module.items);
		expect(items.find(({ id }) => id === 'q-place')).toMatchObject({
			options: [
				{ id: 'ford', text: 'A ford' },
				{ id: 'bridge', text: 'The bridge' }
			],
			keys: ['bridge']
		});
	});
});
