import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, noon, reviewItem, someItems, someLog } from '../../../tests/support/attempts.ts';
import { SKILLS } from '../content/skill.ts';
import { chosen, drawn, readChoice, writeChoice, type Choice } from './practice.ts';
import { schedule } from './fold.ts';

const clock = { now: noon(100), offset: 0 };
const all: Choice = { missed: false, disputed: false, skills: [], modules: [] };
const choices = fc.record<Choice>({
	missed: fc.boolean(),
	disputed: fc.boolean(),
	skills: fc.subarray([...SKILLS]),
	modules: fc.subarray(['m1', 'm2'])
});

describe('a choice to practise', () => {
	const items = [
		reviewItem('a'),
		reviewItem('b', { tests: 'places', module: 'm2' }),
		reviewItem('c', { disputed: true, tests: 'disputes' })
	];
	const log = [attempt('a', 99, { score: 0.5 }), attempt('b', 99), attempt('c', 99, { score: 0 })];
	const states = schedule(items, log, clock);
	const ids = (choice: Partial<Choice>) =>
		chosen(items, states, { ...all, ...choice }).map(({ id }) => id);

	it.each([
		[{}, ['a', 'b', 'c']],
		[{ missed: true }, ['a', 'c']],
		[{ disputed: true }, ['c']],
		[{ skills: ['dates', 'places'] as const }, ['a', 'b']],
		[{ modules: ['m2'] }, ['b']],
		[{ missed: true, skills: ['dates'] as const }, ['a']]
	])('%j', (choice, expected) => {
		expect(ids(choice)).toEqual(expected);
	});

	it('never has more than a wider one', () => {
		fc.assert(
			fc.property(someItems, someLog, choices, (some, answers, choice) => {
				const now = schedule(some, answers, clock);
				const narrow = chosen(some, now, choice);
				expect(chosen(some, now, { ...choice, missed: false })).toEqual(
					expect.arrayContaining(narrow)
				);
				expect(drawn(narrow, 3, 'seed').length).toBe(Math.min(3, narrow.length));
			})
		);
	});

	it('comes back from its address', () => {
		fc.assert(
			fc.property(choices, (choice) => {
				expect(readChoice(writeChoice(choice))).toEqual(choice);
			})
		);
	});

	it('leaves out what an address says that it does not know', () => {
		expect(readChoice(new URLSearchParams('missed=yes&skill=<b>&skill=dates&x=1'))).toEqual({
			...all,
			skills: ['dates']
		});
	});
});
