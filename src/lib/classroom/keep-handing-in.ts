/** What a pupil's device does by itself, whatever page is opened. */
import { classroom } from './database.ts';
import { keepSending } from './outbox-here.ts';

/** Hands in attempts whose time is up, and sends what waits. */
export async function keepHandingIn(): Promise<void> {
	try {
		const works = await classroom.all('work');
		if (works.some(({ handedIn }) => handedIn === undefined))
			await (await import('./pupil/overdue.ts')).handInOverdue();
	} catch (cause) {
		// The page of the class says what is wrong, and tries again.
		console.warn('What is worked on could not be looked at.', cause);
	}
	keepSending();
}
