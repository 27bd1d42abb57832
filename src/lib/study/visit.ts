import type { CardHead } from '../content/records.ts';

/**
 * Notes that a card was opened. That a visit could not be kept is no reason to disturb reading:
 * the home page says when this device remembers nothing.
 */
export async function rememberVisit(module: string, card: Pick<CardHead, 'id' | 'revision'>) {
	const { store, StorageError } = await import('../local/store.ts');
	try {
		await store.saveVisit({
			v: 1,
			card: card.id,
			module,
			revision: card.revision,
			at: Date.now()
		});
	} catch (cause) {
		if (!(cause instanceof StorageError)) throw cause;
		console.warn(cause.message);
	}
}
