import { DeskBody } from '#lib/class/api.ts';
import { answerStored, endpoint, otherMethods } from '#lib/server/class/endpoint.ts';
import { putDesk } from '#lib/server/class/records.ts';

export const PUT = endpoint(
	async ({ store, caller, body, id }) =>
		answerStored(
			await store.write((batch) => putDesk(batch, id('class'), id('record'), caller, body))
		),
	{ body: DeskBody }
);

export const fallback = otherMethods;
