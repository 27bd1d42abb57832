/** The outbox of this device: in IndexedDB, one tab at a time where the browser can say so. */
import { resolve } from '$app/paths';
import { ClassClient } from './client.ts';
import { classroom } from './database.ts';
import { Outbox, sender, type OutboxStorage } from './outbox.ts';

/** The class server of this site. */
export const client = new ClassClient(resolve('/').replace(/\/$/, ''));

const storage: OutboxStorage = {
	all: () => classroom.all('outbox'),
	add: (row) =>
		classroom.write(['outbox'], async ({ store }) => {
			const standing = await store.get(row.id);
			if (!standing) await store.put(row);
			return standing ?? row;
		}),
	async change(id, change) {
		await classroom.change('outbox', id, (row) => row && change(row));
	}
};

async function alone(work: () => Promise<void>): Promise<void> {
	// Browsers before 2022, and pages without a secure connection, have none; sending twice does no harm.
	const locks = (navigator as { locks?: LockManager }).locks;
	if (!locks) return work();
	await locks.request('classroom-outbox', { ifAvailable: true }, (lock) =>
		lock ? work() : undefined
	);
}

export const outbox = new Outbox({
	storage,
	send: sender(client, async (id) => (await classroom.get('memberships', id))?.secret),
	now: Date.now,
	random: Math.random,
	alone
});

/** How long at least between two looks at what waits, in milliseconds. */
const PACE = 1000;

/** What sends by itself. */
export interface Sending {
	/** Sends at once; what fails is sent again by itself. Never throws. */
	now: () => Promise<void>;
	stop: () => void;
}

/**
 * Sends what waits: now, when the network comes back, when the page is looked at again, and when a
 * wait is over.
 *
 * @param after is called when something was tried
 */
export function keepSending(after: () => Promise<void> | void = () => undefined): Sending {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let stopped = false;
	const send = async (urgent: boolean) => {
		clearTimeout(timer);
		try {
			await outbox.flush(urgent);
			await after();
			const wait = await outbox.nextWait();
			clearTimeout(timer);
			if (wait !== undefined && !stopped)
				timer = setTimeout(() => void send(false), Math.max(PACE, wait));
		} catch (cause) {
			// Storage that cannot be read now: the page says so, and what changes next tries again.
			console.warn('What waits to be handed in could not be looked at.', cause);
		}
	};
	const seen = () => {
		if (document.visibilityState === 'visible') void send(true);
	};
	window.addEventListener('online', seen);
	document.addEventListener('visibilitychange', seen);
	void send(true);
	return {
		now: () => send(true),
		stop: () => {
			stopped = true;
			clearTimeout(timer);
			window.removeEventListener('online', seen);
			document.removeEventListener('visibilitychange', seen);
		}
	};
}
