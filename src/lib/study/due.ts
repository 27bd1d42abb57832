/** What is due today, for pages that only say how much it is. */
import { foldedLog } from '../local/folded.ts';
import type { Fold } from '../review/fold.ts';
import { dueOf, queueToday } from '../review/queue.ts';
import { clockNow } from './clock.ts';
import { packs } from './packs.ts';

/**
 * The log of this device folded, and how many questions are due now.
 *
 * @throws StorageError
 */
export async function dueNow(): Promise<{ fold: Fold; due: number }> {
	const clock = clockNow();
	const [fold, { items }] = await Promise.all([foldedLog(clock), packs.items(fetch)]);
	return { fold, due: dueOf(queueToday(items, fold, clock)) };
}
