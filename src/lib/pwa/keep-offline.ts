/** Saves the app on this device and keeps it up to date. Loaded only once the page stands. */
import { Workbox } from 'workbox-window';
import { asset } from '$app/paths';
import { isSaveMessage } from './messages.ts';
import { saving } from './saving.svelte.ts';

const HOUR = 60 * 60 * 1000;
const SCRIPT = asset('/service-worker.js');

let workbox: Workbox | undefined;
let checkedAt = 0;

/** Begins to save the app, or finds it saved; from then on looks for new versions. */
export async function keepOffline(): Promise<void> {
	if (!('serviceWorker' in navigator)) {
		saving.fail('unsupported');
		return;
	}
	navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if (isSaveMessage(data)) saving.hear(data);
	});
	await register();
	setInterval(() => void check(), HOUR);
	addEventListener('online', () => void checkIfDue());
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') void checkIfDue();
	});
}

/** Switches every open tab to the version that waits. */
export function useNewVersion() {
	workbox?.messageSkipWaiting();
}

async function register() {
	checkedAt = Date.now();
	workbox = new Workbox(SCRIPT);
	try {
		const registration = await workbox.register({ immediate: true });
		if (registration) follow(registration);
	} catch (cause) {
		console.warn('The app could not be saved for offline use.', cause);
		saving.fail(cause instanceof DOMException ? 'unsupported' : 'interrupted');
	}
}

/**
 * Watches a registration for as long as the page is open. Workbox stops listening after the first
 * version that it did not ask for itself, so this listens to the browser.
 */
function follow(registration: ServiceWorkerRegistration) {
	const look = () => {
		if (registration.active?.state === 'activated') saving.ready();
		if (registration.active && registration.waiting) saving.newVersion = true;
	};
	const watch = (worker: ServiceWorker | null) =>
		worker?.addEventListener('statechange', () => {
			if (worker.state === 'redundant') failed();
			look();
		});
	registration.addEventListener('updatefound', () => watch(registration.installing));
	watch(registration.installing);
	watch(registration.active);
	look();
}

/** The worker gave up. If it had a reason to tell, that is known by now. */
function failed() {
	if (saving.state.is === 'saving' || saving.state.is === 'nothing') saving.fail('interrupted');
}

function checkIfDue() {
	const pause = saving.state.is === 'ready' ? HOUR / 2 : 0;
	if (Date.now() - checkedAt >= pause) return check();
}

async function check() {
	checkedAt = Date.now();
	const registration = await navigator.serviceWorker.getRegistration();
	if (!registration) return register();
	try {
		await registration.update();
	} catch (cause) {
		// Without a network there is nothing new to learn; the next check comes by itself.
		console.debug('No check for a new version was possible.', cause);
	}
}
