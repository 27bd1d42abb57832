import { describe, expect, it } from 'vitest';
import { editOf } from '#lib/class/assigned.ts';
import type { Assignment } from '#lib/class/documents/assignment.ts';
import { anAssignment } from '#lib/class/testing.ts';
import { changesOf } from './changes.ts';
import { when } from './when.ts';

const CLOSES = Date.UTC(2026, 10, 23, 2, 29);

const said = (before: Partial<Assignment>, after: Partial<Assignment>, extra = [0, 0]) => {
	const assignment = anAssignment(after);
	const edit = editOf(anAssignment(before), assignment);
	const [extraBefore = 0, more = 0] = extra;
	return changesOf({ assignment, standing: 'open', edit, extraBefore, extra: more });
};

describe('what changed since a pupil began', () => {
	it('is nothing when nothing did', () => {
		expect(said({}, { revision: 2 }, [5, 5])).toEqual([]);
	});

	it('names each rule as it is now', () => {
		expect(said({}, { opens: CLOSES, closes: CLOSES, minutes: 10, attempts: 1 })).toEqual([
			`It opens ${when(CLOSES)}.`,
			`It closes ${when(CLOSES)}.`,
			'You have 10 minutes in all.',
			'You may hand it in once.'
		]);
		expect(said({ opens: CLOSES, closes: CLOSES, minutes: 10, attempts: 1 }, {})).toEqual([
			'It is open at once.',
			'It no longer closes by itself.',
			'Your time has no limit any more.',
			'You may hand it in as often as you like.'
		]);
	});

	it('counts questions', () => {
		const items = ['a', 'b', 'c'].map((id) => ({ id, revision: 1 }));
		expect(said({ items }, { items: items.slice(0, 1) })).toEqual(['2 questions were taken out.']);
		expect(said({ items: items.slice(0, 2) }, { items })).toEqual(['One question came in.']);
	});

	it('leaves out times when all is closed', () => {
		const assignment = anAssignment({ closes: CLOSES, minutes: 10, items: [] });
		const edit = editOf(anAssignment(), assignment);
		expect(changesOf({ assignment, standing: 'closed', edit, extra: 5, extraBefore: 0 })).toEqual([
			'One question was taken out.'
		]);
	});

	it('tells a pupil of extra time, once', () => {
		expect(said({ minutes: 10 }, { minutes: 10 }, [0, 5])).toEqual(['You have 15 minutes in all.']);
		expect(said({ minutes: 10 }, { minutes: 20 }, [0, 5])).toEqual(['You have 25 minutes in all.']);
		expect(said({}, {}, [0, 5])).toEqual([]);
	});
});
