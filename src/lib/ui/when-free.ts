/** What can wait, in the order in which it came. */
const waiting = new Set<() => void>();

const ask = (next: () => void): unknown =>
	// Safari has no idle callback.
	'requestIdleCallback' in window ? requestIdleCallback(next, { timeout: 1000 }) : setTimeout(next);

function next() {
	const [work] = waiting;
	if (!work) return;
	waiting.delete(work);
	if (waiting.size > 0) ask(next);
	work();
}

/**
 * Does work when the browser has nothing better to do, one piece in each such moment, so that taps and
 * keys never wait for all of it.
 *
 * @returns lets go of it, if it has not been done
 */
export function whenFree(work: () => void): () => void {
	if (waiting.size === 0) ask(next);
	waiting.add(work);
	return () => void waiting.delete(work);
}
