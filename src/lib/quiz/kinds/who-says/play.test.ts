import { describe, expect, it } from 'vitest';
import { anyId, anySingle, keepsTheLaws } from '../../../../../tests/support/kind-laws.ts';
import { questions } from '../../../../../tests/support/questions.ts';
import { whoSays } from './play.ts';

describe('who says', () => {
	keepsTheLaws({
		kind: whoSays,
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
		const marks = whoSays.explain(questions['who-says'], 'third').map(({ mark }) => mark);
		expect(marks).toEqual(['left', 'missed', 'right', 'left']);
	});
});
