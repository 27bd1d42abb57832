import { ClassBody } from '#lib/class/api.ts';
import { deleteClass, getClass, putClass } from '#lib/server/class/classes.ts';
import { answer, answerStored, done, endpoint, otherMethods } from '#lib/server/class/endpoint.ts';

export const PUT = endpoint(
	async ({ store, caller, body, id }) =>
		answerStored(await store.write((batch) => putClass(batch, id('class'), caller, body))),
	{ body: ClassBody, counts: 'new class' }
);

export const GET = endpoint(async ({ store, caller, id }) =>
	answer(await store.read((reader) => getClass(reader, id('class'), caller)))
);

export const DELETE = endpoint(async ({ store, caller, id }) => {
	await store.write((batch) => deleteClass(batch, id('class'), caller));
	return done();
});

export const fallback = otherMethods;
