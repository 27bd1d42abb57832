/** Whether the browser keeps what is stored here even when the device runs out of room. */

const ASKED = 'asked-to-keep';

/** Safari before 15.2, and pages without a secure address, have none. */
const manager = () => (navigator as { storage?: StorageManager }).storage;

/**
 * Asks the browser, once, to keep what is stored. To be called when there is something to lose:
 * some browsers ask the reader.
 */
export async function askToKeep(): Promise<void> {
	try {
		if (localStorage.getItem(ASKED)) return;
		localStorage.setItem(ASKED, 'yes');
		await manager()?.persist();
	} catch (cause) {
		console.warn('The browser was not asked to keep what is stored.', cause);
	}
}

/** What the browser says of it, as one sentence for the reader. */
export async function keptSentence(): Promise<string> {
	const kept = await manager()
		?.persisted()
		.catch(() => undefined);
	if (kept) return 'The browser has promised to keep all this until you delete it.';
	return 'The browser may delete this when the device runs out of room, so save a backup now and then.';
}
