import { building } from '$app/environment';
import type { Handle } from '@sveltejs/kit';

/** Kept by the worker, which has packs of its own version only. */
const SHELL = '/shell.html';

/** A page that is built names the version of its content, so that it takes packs of no other. */
async function version(route: string | null) {
	if (!building || route === SHELL) return '';
	return (await import('#lib/server/pack-files.ts')).contentVersion();
}

export const handle: Handle = async ({ event, resolve }) => {
	const name = await version(event.route.id);
	return resolve(event, { transformPageChunk: ({ html }) => html.replace('%contents%', name) });
};
