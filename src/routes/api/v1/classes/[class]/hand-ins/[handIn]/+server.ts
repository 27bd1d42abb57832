import { HandInBody } from '#lib/class/api.ts';
import { answerStored, endpoint, otherMethods } from '#lib/server/class/endpoint.ts';
import { putHandIn } from '#lib/server/class/records.ts';

export const PUT = endpoint(
	async ({ store, caller, body, id }) =>
		answerStored(
			await store.write((batch) => putHandIn(batch, id('class'), id('handIn'), caller, body))
		),
	{ body: HandInBody }
);

export const fallback = otherMethods;
