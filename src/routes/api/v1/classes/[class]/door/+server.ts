import { DoorBody } from '#lib/class/api.ts';
import { putDoor } from '#lib/server/class/classes.ts';
import { answer, endpoint, otherMethods } from '#lib/server/class/endpoint.ts';

export const PUT = endpoint(
	async ({ store, caller, body, id }) =>
		answer(await store.write((batch) => putDoor(batch, id('class'), caller, body))),
	{ body: DoorBody }
);

export const fallback = otherMethods;
