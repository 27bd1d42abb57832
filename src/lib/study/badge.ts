/** The number on the icon of the installed app, where the reader asked for it. */
import { dueNow } from './due.ts';
import { REMINDERS } from './reminders-key.ts';

/** Whether it was asked for. */
function wanted(): boolean {
	try {
		const kept = JSON.parse(localStorage.getItem(REMINDERS) ?? '{}') as { badge?: unknown } | null;
		return kept?.badge === true;
	} catch {
		return false;
	}
}

async function show() {
	try {
		const due = wanted() ? (await dueNow()).due : 0;
		await (due > 0 ? navigator.setAppBadge(due) : navigator.clearAppBadge());
	} catch (cause) {
		console.warn('The badge could not be set.', cause);
	}
}

let watching = false;

/** Sets the badge now, and each time the app is left or returned to. */
export async function keepBadge(): Promise<void> {
	if (!('setAppBadge' in navigator)) return;
	if (!watching) document.addEventListener('visibilitychange', () => void show());
	watching = true;
	await show();
}
