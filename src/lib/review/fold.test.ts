import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, noon, someItems, someLog } from '../../../tests/support/attempts.ts';
import {
	addTo,
	emptyFold,
	foldOf,
	inOrder,
	lastScore,
	packed,
	statesOf,
	unpacked,
	type PackedFold
} from './fold.ts';

const clock = { now: noon(100), offset: 0 };

describe('the log, folded', () => {
	it('is the same whether folded at once, or kept as text on the way and gone on with', () => {
		fc.assert(
			fc.property(someItems, someLog, fc.nat(60), (items, log, cut) => {
				const ordered = inOrder(log, clock.now);
				const before = JSON.stringify(packed(foldOf(ordered.slice(0, cut), clock)));
				const fold = unpacked(JSON.parse(before) as PackedFold);
				for (const each of ordered.slice(cut)) addTo(fold, each, clock);
				expect(fold).toEqual(foldOf(log, clock));
				expect(statesOf(items, fold)).toEqual(statesOf(items, foldOf(log, clock)));
			})
		);
	});

	it('has every answer once', () => {
		fc.assert(
			fc.property(someLog, (log) => {
				const { items, days, calibration } = foldOf(log, clock);
				const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
				expect(sum([...days.values()])).toBe(log.length);
				expect(sum([...items.values()].flat().map(({ answers }) => answers))).toBe(log.length);
				expect(sum(calibration.map(({ answers }) => answers))).toBe(
					log.filter(({ confidence }) => confidence).length
				);
			})
		);
	});

	it('knows the last score of each revision, in whatever order', () => {
		fc.assert(
			fc.property(someLog, (log) => {
				const fold = foldOf(log, clock);
				for (const { item, revision } of log) {
					const own = inOrder(log, clock.now).filter(
						(each) => each.item === item && each.revision === revision
					);
					expect(lastScore(fold, item, revision)).toBe(own.at(-1)?.score);
				}
			})
		);
		expect(lastScore(emptyFold(), 'a', 1)).toBeUndefined();
	});

	it('counts answers from a clock that was ahead as given today', () => {
		expect([...foldOf([attempt('a', 300)], clock).days]).toEqual([[100, 1]]);
	});

	it('follows from rules that have a number: raise it in schedule.ts when this changes', () => {
		const log = [
			attempt('a', 10, { score: 0, confidence: 'sure' }),
			attempt('a', 11),
			attempt('a', 15, { score: 0.7 }),
			attempt('a', 40, { confidence: 'guess' })
		];
		const [state] = foldOf(log, clock).items.get('a') ?? [];
		expect(state).toMatchObject({ due: 57, lastDay: 40, answers: 4, sureAndWrong: false });
		expect([state?.stability, state?.difficulty]).toEqual([17.45627795, 8.38986205]);
	});
});
