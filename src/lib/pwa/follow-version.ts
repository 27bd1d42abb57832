/** Keeps a page whole: it never runs on with files of a version that is gone. */

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
 * A script of this page cannot be had. When the server answers, it has a newer version, and the
 * page starts afresh with that; when it does not, what can be read stays on the screen.
 */
async function startAfresh() {
	if (!mayStartAfresh()) return;
	const page = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
	if (page?.ok) location.reload();
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
