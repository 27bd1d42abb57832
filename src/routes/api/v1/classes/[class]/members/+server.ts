import { After, answer, endpoint, otherMethods } from '#lib/server/class/endpoint.ts';
import { listMembers } from '#lib/server/class/members.ts';

export const GET = endpoint(async ({ store, caller, id, query }) => {
	const after = query('after', After);
	return answer(await store.read((reader) => listMembers(reader, id('class'), caller, after)));
});

export const fallback = otherMethods;
