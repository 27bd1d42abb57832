import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, noon, reviewItem, someItems, someLog } from '../../../tests/support/attempts.ts';
import { foldOf } from '../review/fold.ts';
import { learningOf, rowSentence } from './learning.ts';

const clock = { now: noon(100), offset: 0 };
const modules = ['m1', 'm2'].map((id) => ({ id, title: `Module ${id}` }));
const items = [reviewItem('a'), reviewItem('b', { module: 'm2' })];
const studied = (...days: number[]) =>
	learningOf(
		modules,
		items,
		foldOf(
			days.map((day) => attempt('a', day)),
			clock
		),
		clock
	);

describe('progress', () => {
	it('adds up over modules, skills and days', () => {
		fc.assert(
			fc.property(someItems, someLog, (some, log) => {
				const {
					all,
					modules: own,
					skills,
					...rest
				} = learningOf(modules, some, foldOf(log, clock), clock);
				for (const parts of [own, skills])
					for (const key of ['questions', 'answered', 'right'] as const)
						expect(parts.reduce((sum, { standing }) => sum + standing[key], 0)).toBe(all[key]);
				expect(rest.answers).toBe(log.length);
				expect(rest.weeks).toHaveLength(13);
				expect(rest.coming).toHaveLength(14);
			})
		);
	});

	it('tells days in a row only where there are some', () => {
		expect(rowSentence(studied())).toBe('');
		expect(rowSentence(studied(97, 100))).toBe('');
		expect(rowSentence(studied(98, 99))).toBe('2 days in a row, up to yesterday.');
		expect(rowSentence(studied(98, 99, 100))).toBe('3 days in a row, today included.');
	});
});
