import { getJoin } from '#lib/server/class/classes.ts';
import { answer, endpoint, otherMethods } from '#lib/server/class/endpoint.ts';

export const GET = endpoint(
	async ({ store, caller }) => answer(await store.read((reader) => getJoin(reader, caller))),
	{ counts: 'guess' }
);

export const fallback = otherMethods;
