import type { CardHead } from '../content/records.ts';
import type { Visit } from '../local/rows.ts';

type Opened = Pick<CardHead, 'id' | 'revision'>;

/**
 * The visit of a card that is opened. Its revision is the one that was read: of a changed card
 * still the older one, until `read` says otherwise. It comes after all others, whatever the clock
 * said then, so that it is the last place.
 *
 * @param visits all that are kept
 * @param now in milliseconds since 1970, UTC
 */
export function visitOf(
	module: string,
	{ id, revision }: Opened,
	visits: readonly Visit[],
	{ now, read = false }: { now: number; read?: boolean }
): Visit {
	const before = visits.find(({ card }) => card === id)?.revision ?? revision;
	return {
		v: 1,
		card: id,
		module,
		revision: read ? Math.max(before, revision) : before,
		at: visits.reduce((at, visit) => Math.max(at, visit.at + 1), now)
	};
}

/**
 * Notes that a card was opened, or read to its end. That a visit could not be kept is no reason to
 * disturb reading: the home page says when this device remembers nothing.
 *
 * @returns the revision that this device read; the card's own where it cannot be known
 */
export async function rememberVisit(module: string, card: Opened, read = false): Promise<number> {
	const { store, StorageError } = await import('../local/store.ts');
	try {
		const visit = visitOf(module, card, await store.visits(), { now: Date.now(), read });
		await store.saveVisit(visit);
		return visit.revision;
	} catch (cause) {
		if (!(cause instanceof StorageError)) throw cause;
		console.warn(cause.message);
		return card.revision;
	}
}
