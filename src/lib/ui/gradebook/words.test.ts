import { expect, it } from 'vitest';
import type { Attempt } from '#lib/class/gradebook/gradebook.ts';
import { cellText, ofPupil } from './words.ts';

it('writes a point only for what does not count, and nothing where nothing is handed in', () => {
	const out = { state: 'not-asked', counts: false } as const;
	expect(cellText(out, { counted: {} as Attempt })).toBe('·');
	expect(cellText(out, {})).toBe('');
	expect(cellText({ state: 'answered', counts: true, score: 0.5 }, {})).toBe('◐\u00a00.5\npartly');
});

it('tells the teacher that an answer is the pupil’s', () => {
	const part = { text: 'Baku', why: undefined };
	expect(ofPupil({ ...part, mark: 'wrong' }).given).toBe('Chosen, not right');
	expect(ofPupil({ ...part, mark: 'wrong', given: 'You wrote 3.' }).given).toBe(
		'The pupil wrote 3.'
	);
	expect(ofPupil({ ...part, mark: 'right' })).toEqual({ ...part, mark: 'right' });
});
