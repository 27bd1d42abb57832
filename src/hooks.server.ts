import { building } from '$app/environment';
import type { Handle, HandleServerError } from '@sveltejs/kit';

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

/** A request that is wrong is no news; a fault of the program is told in the log, without the request. */
export const handleError: HandleServerError = ({ error, status, message }) => {
	if (status >= 500) console.error(error);
	return { message };
};
