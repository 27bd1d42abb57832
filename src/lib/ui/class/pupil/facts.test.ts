import { expect, it } from 'vitest';
import { anAssignment } from '#lib/class/testing.ts';
import { factsOf } from './facts.ts';

it('gives a pupil with extra time the minutes that are theirs', () => {
	const timed = anAssignment({ minutes: 10 });
	expect(factsOf(timed, 10, 0)).toContain('20 minutes, 10 of them extra for you');
	expect(factsOf(timed, 0, 0)).toContain('10 minutes');
	expect(factsOf(anAssignment({ minutes: 1 }), 0, 0)).toContain('1 minute');
	expect(factsOf(anAssignment(), 10, 0)).toEqual(['1 question', 'answers are told at once']);
});

it('counts the attempts that are left, while some are', () => {
	expect(factsOf(anAssignment({ attempts: 1 }), 0, 0)).toContain('one attempt');
	expect(factsOf(anAssignment({ attempts: 1 }), 0, 1)).not.toContain('one attempt');
	expect(factsOf(anAssignment({ attempts: 3 }), 0, 1)).toContain('2 of 3 attempts left');
	expect(factsOf(anAssignment({ attempts: 3 }), 0, 3).join()).not.toContain('attempts');
});
