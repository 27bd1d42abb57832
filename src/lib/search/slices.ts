/** Does long work in slices, so that a key press never waits for it. */

/** Time for one slice on a slow phone, in milliseconds; a key press may wait for 50. */
const SLICE = 8;

interface Clock {
	now: () => number;
	/** Resolves when whatever waited has had its turn. */
	pause: () => Promise<void>;
}

/**
 * Does work with each of many things, pausing whenever a slice of time is used up.
 *
 * @param things made one by one as they are asked for, within the slice
 * @throws what `work` or making a thing throws
 */
export async function inSlices<Thing>(
	things: Iterable<Thing>,
	work: (thing: Thing) => void,
	{ now, pause }: Clock
): Promise<void> {
	let began = now();
	for (const thing of things) {
		work(thing);
		if (now() - began < SLICE) continue;
		await pause();
		began = now();
	}
}
