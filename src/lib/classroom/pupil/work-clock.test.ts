import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Work } from '../rows.ts';
import { WorkClock } from './work-clock.ts';

const MINUTE = 60_000;
const work = (begun: number, at: number[] = []): Work => ({
	v: 1,
	id: 'work',
	membership: 'member',
	assignment: 'assignment',
	revision: 1,
	attempt: 1,
	seed: 's',
	begun,
	extra: 0,
	answers: at.map((each) => ({
		item: `q-${each}`,
		revision: 1,
		response: 'a',
		shownAt: each,
		at: each
	}))
});

describe('the clock of an attempt', () => {
	it('is that of the device', () => {
		const clock = new WorkClock();
		expect(clock.at(work(0), 5 * MINUTE, 0)).toBe(5 * MINUTE);
		expect(clock.at(work(0), 65 * MINUTE, 10)).toBe(65 * MINUTE);
	});

	it('goes on when that is set back', () => {
		const clock = new WorkClock();
		expect(clock.at(work(0), 5 * MINUTE, 0)).toBe(5 * MINUTE);
		expect(clock.at(work(0), -60 * MINUTE, MINUTE)).toBe(6 * MINUTE);
		expect(clock.at(work(0), -59 * MINUTE, 2 * MINUTE)).toBe(7 * MINUTE);
	});

	it('does not stand before what has happened, on a page opened since', () => {
		expect(new WorkClock().at(work(MINUTE), 0, 0)).toBe(MINUTE);
		const answered = work(MINUTE, [3 * MINUTE, 2 * MINUTE]);
		const clock = new WorkClock();
		expect(clock.at(answered, 0, 0)).toBe(3 * MINUTE);
		expect(clock.at(answered, 0, MINUTE)).toBe(4 * MINUTE);
	});

	it('is another one for each attempt', () => {
		const clock = new WorkClock();
		clock.at(work(9 * MINUTE), 0, 0);
		expect(clock.at({ ...work(0), id: 'other' }, 1, 0)).toBe(1);
	});

	it('never goes back, and never slower than time', () => {
		const steps = fc.array(
			fc.record({ wall: fc.integer({ min: 0, max: 1e12 }), passed: fc.nat(1e6) }),
			{ minLength: 2 }
		);
		fc.assert(
			fc.property(steps, (all) => {
				const clock = new WorkClock();
				let ticks = 0;
				let before = -Infinity;
				for (const { wall, passed } of all) {
					ticks += passed;
					const time = clock.at(work(0), wall, ticks);
					expect(time).toBeGreaterThanOrEqual(Math.max(wall, before + passed));
					before = time;
				}
			})
		);
	});
});
