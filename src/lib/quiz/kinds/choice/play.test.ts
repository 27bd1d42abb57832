import { describe, expect, it } from 'vitest';
import { anySingle, anyId, keepsTheLaws } from '../../../../../tests/support/kind-laws.ts';
import { questions } from '../../../../../tests/support/questions.ts';
import { explainOptions } from '../../explain-options.ts';
import { choice } from './play.ts';

describe('choice', () => {
	keepsTheLaws({
		kind: choice,
		explain: explainOptions,
		item: anySingle,
		right: ({ keys }) => keys[0] ?? '',
		responses: () => anyId
	});

	it('is all or nothing', () => {
		expect(choice.score(questions.choice, 'first')).toBe(1);
		expect(choice.score(questions.choice, 'second')).toBe(0);
	});

	it('is open until an option is chosen', () => {
		expect(choice.complete(questions.choice, choice.empty(questions.choice))).toBe(false);
		expect(choice.complete(questions.choice, 'second')).toBe(true);
	});

	it.each([undefined, null, '', 'fifth', 0, ['first'], { first: true }])(
		'takes %j for no response',
		(raw) => {
			expect(choice.parse(questions.choice, raw)).toBeUndefined();
		}
	);

	it('marks what was chosen and what is right', () => {
		const marks = explainOptions(questions.choice, undefined, 'second').map(({ mark }) => mark);
		expect(marks).toEqual(['missed', 'wrong', 'left', 'left']);
	});
});
