/// <reference lib="webworker" />
import { cacheNames, clientsClaim } from 'workbox-core';
import {
	cleanupOutdatedCaches,
	PrecacheController,
	PrecacheRoute,
	type PrecacheEntry
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import type { CardsPack, CatalogPack, LedgerPack } from './lib/content/packs.ts';
import { earlyCard } from './lib/pwa/early-card.ts';
import { SAVE_TEACHING, SKIP_WAITING, type SaveMessage } from './lib/pwa/messages.ts';
import { saveFiles } from './lib/pwa/save-files.ts';

/** A file of this version; `teaching` where only a teacher needs it. */
type Entry = PrecacheEntry & { teaching?: boolean };

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Entry[] };

const scope = new URL(self.registration.scope).pathname;
const all: Entry[] = self.__WB_MANIFEST;
const files = all.filter(({ teaching }) => !teaching);
const teachersFiles = all.filter(({ teaching }) => teaching);
const precache = new PrecacheController();
precache.addToCacheList(files);

async function tell(message: SaveMessage) {
	const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	for (const page of pages) page.postMessage(message);
}

/** Where a teacher's device keeps what only teachers need. */
const TEACHING = 'teaching';

/** Its addresses carry a hash: one that is kept already is the same file. */
async function saveForTeaching({ url }: Entry) {
	const cache = await caches.open(TEACHING);
	if (!(await cache.match(url))) await cache.add(url);
}

/** Saves one file, unless an earlier attempt did. Files with a hash in their address may come from the browser's own cache. */
function save(entry: Entry, event: ExtendableEvent) {
	if (entry.teaching) return saveForTeaching(entry);
	const { url, revision, integrity } = entry;
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
			(await caches.has(TEACHING)) ? all : files,
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

/** Lets go of a teacher's files of the version before. */
async function tidyTeaching() {
	if (!(await caches.has(TEACHING))) return;
	const cache = await caches.open(TEACHING);
	for (const { url } of await cache.keys())
		if (!teachersFiles.some((file) => url.endsWith(file.url))) await cache.delete(url);
}

self.addEventListener('activate', (event) => {
	event.waitUntil(Promise.all([precache.activate(event), tidyTeaching()]));
});
cleanupOutdatedCaches();
clientsClaim();

registerRoute(new PrecacheRoute(precache, { ignoreURLParametersMatching: [/./] }));

registerRoute(
	({ url, sameOrigin }) =>
		sameOrigin && teachersFiles.some((file) => url.pathname === scope + file.url),
	async ({ request }) =>
		(await caches.match(request, { cacheName: TEACHING })) ?? (await fetch(request))
);

/** Saves what teachers need, and answers whether all of it is there. */
async function saveTeaching(port: MessagePort | undefined) {
	try {
		await saveFiles(teachersFiles, saveForTeaching, () => undefined);
		port?.postMessage(true);
	} catch (cause) {
		console.warn('The teacher’s pages could not be saved.', cause);
		port?.postMessage(false);
	}
}

const SHELL = 'shell.html';

/** A pack of this version by its path below `/data`. */
async function pack<T>(path: string): Promise<T> {
	const file = files.find(({ url }) => url.startsWith(`data/${path}.`));
	const saved = file && (await precache.matchPrecache(file.url));
	if (!saved) throw new Error(`The pack ${path} is not saved.`);
	return (await saved.json()) as T;
}

/** The text of a card, so that it can be read while the page's scripts start; nothing for other pages. */
async function earlyText(path: string): Promise<string> {
	const [, module, card] = /^modules\/([a-z0-9-]+)\/cards\/([a-z0-9-]+)$/.exec(path) ?? [];
	if (!module || !card) return '';
	const [catalog, cards, ledger] = await Promise.all([
		pack<CatalogPack>('catalog'),
		pack<CardsPack>(`modules/${module}`),
		pack<LedgerPack>('ledger')
	]);
	return earlyCard({ catalog, cards, ledger }, card, scope);
}

/** One shell for every address of a page: what is drawn never mixes files of two versions. */
async function openPage(url: URL): Promise<Response> {
	const [shell, text] = await Promise.all([
		precache.matchPrecache(SHELL),
		earlyText(url.pathname.slice(scope.length)).catch((cause: unknown) => {
			// The page itself says what is wrong with an address.
			console.warn('The card is drawn by its page alone.', cause);
			return '';
		})
	]);
	if (!shell) return fetch(url);
	if (!text) return shell;
	const html = await shell.text();
	return new Response(
		html.replace('<div class="app">', (app) => app + text),
		shell
	);
}

registerRoute(
	new NavigationRoute(({ url }) => openPage(url), {
		denylist: [new RegExp(`^${scope}(?:api/|healthz$|readyz$)`), /^[^?]*\.(?:png|txt)(?:\?|$)/]
	})
);

self.addEventListener('message', (event) => {
	const type = (event.data as { type?: string } | null)?.type;
	if (type === SKIP_WAITING) void self.skipWaiting();
	if (type === SAVE_TEACHING) event.waitUntil(saveTeaching(event.ports[0]));
});
