import { expect, it, vi } from 'vitest';
import { run } from '../../../tests/support/schedules.ts';

const COUNT = Number(import.meta.env.VITE_SCHEDULES ?? 300);

it(
	`loses and doubles no answer that was shown as saved, in ${COUNT} schedules`,
	{ timeout: COUNT * 200 },
	async () => {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const sum = { schedules: 0, steps: 0, answers: 0, shown: 0, lost: 0, doubled: 0 };
		for (let seed = 0; seed < COUNT; seed++) {
			const result = await run(seed);
			expect(result.faults, `schedule ${seed}: ${result.steps.join(', ')}`).toEqual([]);
			sum.schedules++;
			sum.steps += result.steps.length;
			sum.answers += result.answers;
			sum.shown += result.shown;
		}
		console.log(`schedules ${JSON.stringify(sum)}`);
		// Nothing would be proven where hardly anything was saved.
		expect(sum.shown).toBeGreaterThan(COUNT);
	}
);
