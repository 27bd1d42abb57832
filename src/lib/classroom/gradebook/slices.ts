import { pause } from '../../study/pause.ts';

/** Longest stretch of work, in milliseconds, before a tap or a key press has its turn. */
const SLICE = 12;

/** Unsealing waits for the browser's own cryptography; several at a time fill the wait. */
const TOGETHER = 24;

/**
 * Works through a list, a few at a time, and lets the page breathe in between.
 *
 * @param told how many are done, after each slice
 */
export async function inSlices<T, Result>(
	list: readonly T[],
	work: (each: T) => Promise<Result>,
	told: (done: number) => void = () => undefined
): Promise<Result[]> {
	const results: Result[] = [];
	let began = performance.now();
	for (let at = 0; at < list.length; at += TOGETHER) {
		results.push(...(await Promise.all(list.slice(at, at + TOGETHER).map(work))));
		if (performance.now() - began < SLICE) continue;
		told(results.length);
		await pause();
		began = performance.now();
	}
	return results;
}
