import { AssignmentBody } from '#lib/class/api.ts';
import { answerStored, endpoint, otherMethods } from '#lib/server/class/endpoint.ts';
import { putAssignment } from '#lib/server/class/records.ts';

export const PUT = endpoint(
	async ({ store, caller, body, id }) =>
		answerStored(
			await store.write((batch) =>
				putAssignment(batch, id('class'), id('assignment'), caller, body)
			)
		),
	{ body: AssignmentBody }
);

export const fallback = otherMethods;
