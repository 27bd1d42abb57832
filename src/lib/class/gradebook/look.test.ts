import { describe, expect, it } from 'vitest';
import type { Progress } from '../documents/member.ts';
import { aHandIn, idOf } from '../testing.ts';
import type { Attempt } from './gradebook.ts';
import type { ItemFigures } from './items.ts';
import { cellMark, hiddenNames, placeOf, reasonsFor } from './look.ts';

describe('what stands in a cell', () => {
	const cell = { state: 'answered' as const, counts: true };

	it('is told by the score', () => {
		expect(cellMark({ ...cell, score: 1 })).toBe('right');
		expect(cellMark({ ...cell, score: 1 / 3 + 1 / 3 + 1 / 3 - 1e-12 })).toBe('right');
		expect(cellMark({ ...cell, score: 0.5 })).toBe('partly');
		expect(cellMark({ ...cell, score: 0 })).toBe('wrong');
		expect(cellMark({ state: 'blank', counts: true, score: 0 })).toBe('blank');
	});

	it('is nothing where it does not count, and no blank where the teacher gave no points', () => {
		expect(cellMark({ ...cell, counts: false, score: 1 })).toBe('out');
		const override = { reason: '', graded: 0 };
		expect(cellMark({ state: 'blank', counts: true, score: 0, override })).toBe('wrong');
	});
});

describe('names that are hidden', () => {
	it('are counted in the order of joining, and stay when another joins', () => {
		const before = hiddenNames([{ id: '02' }, { id: '01' }]);
		expect([...before]).toEqual([
			['01', 'Pupil 1'],
			['02', 'Pupil 2']
		]);
		const after = hiddenNames([{ id: '03' }, { id: '02' }, { id: '01' }]);
		for (const [id, label] of before) expect(after.get(id)).toBe(label);
	});
});

describe('where a pupil is', () => {
	const [ani, assignment] = [idOf('Ani'), idOf('assignment')];
	const attempt = (handedIn: number) => ({ handIn: aHandIn({ handedIn }) }) as Attempt;
	const at = (begun: number, handIn?: string) => {
		const work = { assignment, revision: 1, attempt: 1, answered: 3, of: 8, begun };
		const progress: Progress = {
			type: 'who-says-what/progress',
			version: 1,
			member: ani,
			at: begun + 5,
			work: [{ ...work, ...(handIn && { handIn }) }]
		};
		return new Map([[ani, progress]]);
	};
	const place = (attempts: Attempt[], progress: ReadonlyMap<string, Progress>) =>
		placeOf({ attempts, devices: [ani] }, assignment, progress);

	it('is known from progress until the hand-in is there', () => {
		expect(place([], new Map())).toEqual({ at: 'joined' });
		expect(place([], at(10))).toEqual({ at: 'working', answered: 3, of: 8, since: 10, seen: 15 });
		expect(place([attempt(20)], at(10))).toEqual({ at: 'handed-in', attempts: 1, since: 20 });
	});

	it('is work again in an attempt begun later, and not in another assignment', () => {
		expect(place([attempt(20)], at(30)).at).toBe('working');
		expect(placeOf({ attempts: [], devices: [ani] }, idOf('other'), at(30)).at).toBe('joined');
		expect(place([], at(30, idOf('on its way'))).at).toBe('joined');
	});
});

describe('why a question is talked about', () => {
	const figures = {
		pupils: 12,
		sure: { answers: 4, wrong: [{ id: 'a', name: 'Ani' }] },
		drawn: [
			{ part: '', option: 'Baku', right: false, count: 7 },
			{ part: '', option: 'Moscow', right: true, count: 5 }
		]
	} as unknown as ItemFigures;

	it('says what was lost, who was sure, and what drew most', () => {
		const drew = figures.drawn[0];
		expect(reasonsFor({ figures, lost: 0.58, sureAndWrong: 1 / 12, drew, suspect: false })).toEqual(
			[
				'The class lost 58\u00a0% of the points.',
				'1 of 12 was sure and not wholly right.',
				'7 chose “Baku”, more than chose what is right.'
			]
		);
	});

	it('says when the question itself may mislead', () => {
		const nobody = { ...figures, sure: { answers: 0, wrong: [] } };
		const reasons = reasonsFor({
			figures: nobody,
			lost: 0.5,
			sureAndWrong: 0,
			drew: undefined,
			suspect: true
		});
		expect(reasons).toHaveLength(2);
		expect(reasons[1]).toContain('misleads');
	});
});
