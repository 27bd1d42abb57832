import { describe, expect, it } from 'vitest';
import { anyId, anySingle, keepsTheLaws } from '../../../../../tests/support/kind-laws.ts';
import { questions } from '../../../../../tests/support/questions.ts';
import { explainOptions } from '../../explain-options.ts';
import { cloze } from './play.ts';

describe('cloze', () => {
	keepsTheLaws({
		kind: cloze,
		explain: explainOptions,
		item: anySingle.map((item) => ({ ...item, before: 'They ', after: ' so.' })),
		right: ({ keys }) => keys[0] ?? '',
		responses: () => anyId
	});

	it('is all or nothing', () => {
		expect(cloze.score(questions.cloze, 'fourth')).toBe(1);
		expect(cloze.score(questions.cloze, 'first')).toBe(0);
	});

	it('shows the sentence around the gap', () => {
		expect(cloze.stem?.(questions.cloze)).toEqual(['The council ', ' so.']);
	});
});
