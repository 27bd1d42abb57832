/// <reference lib="webworker" />
import { cacheNames, clientsClaim } from 'workbox-core';
import {
	cleanupOutdatedCaches,
	PrecacheController,
	PrecacheRoute,
	type PrecacheEntry
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { SKIP_WAITING, type SaveMessage } from './lib/pwa/messages.ts';
import { saveFiles } from './lib/pwa/save-files.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] };

const scope = new URL(self.registration.scope).pathname;
const files = self.__WB_MANIFEST;
const precache = new PrecacheController();
precache.addToCacheList(files);

async function tell(message: SaveMessage) {
	const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	for (const page of pages) page.postMessage(message);
}

/** Saves one file, unless an earlier attempt did. Files with a hash in their address may come from the browser's own cache. */
function save({ url, revision, integrity }: PrecacheEntry, event: ExtendableEvent) {
	const request = new Request(url, {
		cache: revision ? 'reload' : 'default',
		credentials: 'same-origin',
		...(integrity && { integrity })
	});
	return Promise.all(precache.strategy.handleAll({ request, event }));
}

/** All files or none: when one fails, this version never starts and the one before goes on. */
async function install(event: ExtendableEvent) {
	try {
		await saveFiles(
			files,
			(file) => save(file, event),
			(done, total) => void tell({ type: 'saving', done, total })
		);
	} catch (cause) {
		const full = cause instanceof Error && cause.name === 'QuotaExceededError';
		// A first attempt gives its room back, so that answers can be kept.
		if (full && !self.registration.active) await caches.delete(cacheNames.precache);
		await tell({ type: 'failed', why: full ? 'full' : 'interrupted' });
		throw cause;
	}
}

self.addEventListener('install', (event) => {
	event.waitUntil(install(event));
});
self.addEventListener('activate', (event) => {
	event.waitUntil(precache.activate(event));
});
cleanupOutdatedCaches();
clientsClaim();

registerRoute(new PrecacheRoute(precache, { ignoreURLParametersMatching: [/./] }));

// This version has no other packs; the server may have them for another.
registerRoute(
	({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(scope + 'data/'),
	() => Promise.resolve(new Response(null, { status: 404 }))
);

// One shell for every address of a page: what is drawn never mixes files of two versions.
registerRoute(
	new NavigationRoute(precache.createHandlerBoundToURL('shell.html'), {
		denylist: [new RegExp(`^${scope}api/`), /^[^?]*\.(?:png|txt)(?:\?|$)/]
	})
);

self.addEventListener('message', (event) => {
	if ((event.data as { type?: string } | null)?.type === SKIP_WAITING) void self.skipWaiting();
});
