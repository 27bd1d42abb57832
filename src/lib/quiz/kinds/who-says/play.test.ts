import { describe, expect, it } from 'vitest';
import { anyId, anySingle, keepsTheLaws } from '../../../../../tests/support/kind-laws.ts';
import { questions } from '../../../../../tests/support/questions.ts';
import { explainOptions } from '../../explain-options.ts';
import { whoSays } from './play.ts';

describe('who says', () => {
	keepsTheLaws({
		kind: whoSays,
		explain: explainOptions,
		item: anySingle,
		right: ({ keys }) => keys[0] ?? '',
		responses: () => anyId
	});

	it('takes any one of those who say it', () => {
		const scores = ['first', 'second', 'third'].map((id) =>
			whoSays.score(questions['who-says'], id)
		);
		expect(scores).toEqual([0, 1, 1]);
	});

	it('shows the others who say it too', () => {
		const marks = explainOptions(questions['who-says'], undefined, 'third').map(({ mark }) => mark);
		expect(marks).toEqual(['left', 'missed', 'right', 'left']);
	});
});
