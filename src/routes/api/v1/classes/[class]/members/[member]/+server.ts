import * as v from 'valibot';
import { HandIns, MemberBody } from '#lib/class/api.ts';
import { answerStored, done, endpoint, otherMethods } from '#lib/server/class/endpoint.ts';
import { deleteMember, putMember } from '#lib/server/class/members.ts';

export const PUT = endpoint(
	async ({ store, caller, body, id }) =>
		answerStored(
			await store.write((batch) => putMember(batch, id('class'), id('member'), caller, body))
		),
	{ body: MemberBody, counts: 'guess' }
);

export const DELETE = endpoint(async ({ store, caller, id, query }) => {
	const handIns = query('handIns', v.optional(HandIns, 'keep'));
	await store.write((batch) => deleteMember(batch, id('class'), id('member'), caller, handIns));
	return done();
});

export const fallback = otherMethods;
