import { ProgressBody } from '#lib/class/api.ts';
import { done, endpoint, otherMethods } from '#lib/server/class/endpoint.ts';
import { putProgress } from '#lib/server/class/members.ts';

export const PUT = endpoint(
	async ({ store, caller, body, id }) => {
		await store.write((batch) => putProgress(batch, id('class'), id('member'), caller, body));
		return done();
	},
	{ body: ProgressBody }
);

export const fallback = otherMethods;
