import { expect, it, vi } from 'vitest';
import { run } from '../../../tests/support/schedules.ts';

/** The bench asks for more. */
const COUNT = Number(import.meta.env.VITE_SCHEDULES ?? 300);

it(
	`loses and doubles no answer that was shown as saved, in ${COUNT} schedules`,
	{ timeout: COUNT * 200 },
	async () => {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const faults: string[] = [];
		const sum = { schedules: 0, steps: 0, answers: 0, shown: 0 };
		for (let seed = 0; seed < COUNT; seed++) {
			const result = await run(seed);
			faults.push(
				...result.faults.map((fault) => `${fault} (${seed}: ${result.steps.join(', ')})`)
			);
			sum.schedules++;
			sum.steps += result.steps.length;
			sum.answers += result.answers;
			sum.shown += result.shown;
		}
		const count = (what: string) => faults.filter((fault) => fault.includes(what)).length;
		const counts = { ...sum, lost: count(' is lost '), doubled: count(' is doubled ') };
		console.log(`schedules ${JSON.stringify(counts)}`);
		expect(faults).toEqual([]);
		// Nothing would be proven where hardly anything was saved.
		expect(sum.shown).toBeGreaterThan(COUNT);
	}
);
