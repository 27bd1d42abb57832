import { expect, it } from 'vitest';
import { runSchedules, withClassServer } from '../../../tests/support/outbox-schedules.ts';

it('loses and doubles no hand-in, whatever becomes of the network, the tabs and the clock', async () => {
	const outcomes = await withClassServer(() => runSchedules(300));
	expect(outcomes.filter(({ mistakes }) => mistakes.length > 0)).toEqual([]);
	expect(outcomes).toHaveLength(300);
	// Nearly all of the pupils' works were handed in.
	expect(outcomes.reduce((sum, { made }) => sum + made, 0)).toBeGreaterThan(600);
}, 120_000);
