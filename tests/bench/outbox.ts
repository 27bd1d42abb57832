import { runSchedules, withClassServer } from '../support/outbox-schedules.ts';
import { atLeast, atMost, told, type Figure } from './figure.ts';

const COUNT = 10_000;

/** What becomes of hand-ins in seeded schedules of bad networks, killed tabs, two tabs and clocks that jump. */
export async function outbox(): Promise<Figure[]> {
	const outcomes = await withClassServer(() => runSchedules(COUNT));
	const wrong = outcomes.filter(({ mistakes }) => mistakes.length > 0);
	for (const { seed, mistakes } of wrong) console.log(`${seed}: ${mistakes.join('; ')}`);
	return [
		atLeast('outbox, seeded schedules', outcomes.length, COUNT),
		told(
			'outbox, hand-ins made',
			outcomes.reduce((sum, { made }) => sum + made, 0),
			''
		),
		atMost('outbox, schedules in which one was lost or doubled', wrong.length, 0, '')
	];
}
