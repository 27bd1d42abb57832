/** Attempts whose time was up while nobody looked at them: handed in from whatever page is opened. */
import { classroom } from '../database.ts';
import { APP } from '../app.ts';
import { handInWork, overdue, tasksOf, withExtras } from './work.ts';
import { WorkClock } from './work-clock.ts';

/** @throws StorageError */
export async function handInOverdue(): Promise<void> {
	const [memberships, given, works] = await Promise.all([
		classroom.all('memberships'),
		classroom.all('given'),
		classroom.all('work')
	]);
	const kept = { memberships, given, works: await withExtras({ memberships, given, works }) };
	const clock = new WorkClock();
	const now = Date.now();
	const tasks = memberships.flatMap((each) => tasksOf(each, kept, now));
	for (const { task, work, end } of overdue(tasks, (each) => clock.at(each, now, 0)))
		await handInWork(work, task.membership, classroom, { app: APP, at: end, timeUp: true });
}
