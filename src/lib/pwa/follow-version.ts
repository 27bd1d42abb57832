/** Keeps a page whole: it never runs on with files of a version that is gone. */
import { navigating } from '$app/state';

const KEY = 'started-afresh';
const MINUTE = 60_000;

/** Reloads this tab when another version takes over, in whichever tab that was accepted. */
export function followVersion(): void {
	addEventListener('vite:preloadError', () => void startAfresh());
	if (!('serviceWorker' in navigator)) return;
	let hasVersion = Boolean(navigator.serviceWorker.controller);
	navigator.serviceWorker.addEventListener('controllerchange', () => {
		if (hasVersion) location.reload();
		hasVersion = true;
	});
}

/**
 * A script or a pack of this page's version cannot be had. When the server answers, it has a newer
 * version, and this page, or the one that is asked for, starts afresh with that. When it does not,
 * what can be read stays on the screen.
 */
export async function startAfresh() {
	if (!mayStartAfresh()) return;
	const page = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
	if (!page?.ok) return;
	if (navigating.to) location.assign(navigating.to.url);
	else location.reload();
	// Nothing more is drawn until then.
	await new Promise(() => undefined);
}

/** Once a minute at most, so that a lasting fault never becomes a loop. */
function mayStartAfresh(): boolean {
	try {
		const last = Number(sessionStorage.getItem(KEY));
		if (Date.now() - last < MINUTE) return false;
		sessionStorage.setItem(KEY, String(Date.now()));
		return true;
	} catch {
		// Nothing can be remembered over a reload, so none is risked.
		return false;
	}
}
