/** What a pupil's device does by itself, whatever page is opened. */
import { classroom } from './database.ts';
import { keepSending } from './outbox-here.ts';

/** Hands in attempts whose time is up, and sends what waits. @throws StorageError */
export async function keepHandingIn(): Promise<void> {
	const works = await classroom.all('work');
	if (works.some(({ handedIn }) => handedIn === undefined))
		await (await import('./pupil/overdue.ts')).handInOverdue();
	keepSending();
}
