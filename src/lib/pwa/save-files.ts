/** Enough to fill a slow line, few enough to leave room for the page that is being read. */
const AT_A_TIME = 4;

/**
 * Saves files, a few at a time, and counts them. Once one fails no other is begun, and when those
 * begun have ended the first failure is thrown.
 */
export async function saveFiles<T>(
	files: readonly T[],
	save: (file: T) => Promise<unknown>,
	saved: (done: number, total: number) => void
): Promise<void> {
	const waiting = [...files];
	const failures: unknown[] = [];
	let done = 0;
	const work = async () => {
		for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
			await save(file);
			saved(++done, files.length);
		}
	};
	const stop = (failure: unknown) => {
		failures.push(failure);
		waiting.length = 0;
	};
	await Promise.all(Array.from({ length: AT_A_TIME }, () => work().catch(stop)));
	if (failures.length > 0) throw failures[0];
}
