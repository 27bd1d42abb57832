import { After, answer, endpoint, otherMethods } from '#lib/server/class/endpoint.ts';
import { listDesk } from '#lib/server/class/records.ts';

export const GET = endpoint(async ({ store, caller, id, query }) => {
	const after = query('after', After);
	return answer(await store.read((reader) => listDesk(reader, id('class'), caller, after)));
});

export const fallback = otherMethods;
