import { PurgeBody } from '#lib/class/api.ts';
import { done, endpoint, otherMethods } from '#lib/server/class/endpoint.ts';
import { purgeMembers } from '#lib/server/class/members.ts';

export const POST = endpoint(
	async ({ store, caller, body, id }) => {
		await store.write((batch) => purgeMembers(batch, id('class'), caller, body));
		return done();
	},
	{ body: PurgeBody }
);

export const fallback = otherMethods;
