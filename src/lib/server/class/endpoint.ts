/** What every address of the API has in common, around the one thing that each of them does. */
import { json, type RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { Id, Token } from '../../class/api.ts';
import { readBody } from './body.ts';
import { requireSameSite } from './guard.ts';
import { Problem } from './problem.ts';
import type { Caller } from './roles.ts';
import { sha256 } from './secrets.ts';
import { classStore, guard, logStorage, unavailable } from './service.ts';
import type { ClassStore } from './store.ts';
import type { Stored } from './stored.ts';

type Event = Parameters<RequestHandler>[0];
type Params = Partial<Record<string, string>>;

/** A request that has passed the guard. */
export interface Call<Body> {
	store: ClassStore;
	caller: Caller;
	body: Body;
	/** An id of the path. */
	id: (name: string) => string;
	/** A parameter of the query, checked. */
	query: <T>(name: string, schema: v.GenericSchema<unknown, T>) => T;
}

interface Options<Body> {
	/** The schema of the body; without it none is read. */
	body?: v.GenericSchema<unknown, Body>;
	/** What is counted besides: a join code that is wrong, a class that is new. */
	counts?: 'guess' | 'new class';
}

/** How far a list has been read before: `?after=`. */
export const After = v.optional(
	v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'write a number'), v.transform(Number)),
	'0'
);

/**
 * An endpoint: the guard, the token, the body, then `run`. Whatever goes wrong is answered as a
 * problem.
 */
export const endpoint =
	<Body = undefined>(
		run: (call: Call<Body>) => Promise<Response>,
		options: Options<Body> = {}
	): RequestHandler =>
	async (event) => {
		try {
			return await guarded(event, run, options);
		} catch (error) {
			if (error instanceof Problem) return error.toResponse();
			logStorage(error);
			return unavailable().toResponse();
		}
	};

async function guarded<Body>(
	event: Event,
	run: (call: Call<Body>) => Promise<Response>,
	{ body, counts }: Options<Body>
): Promise<Response> {
	const { request, url } = event;
	const who = guard().who(event.getClientAddress, request.headers.get('x-forwarded-for'));
	guard().require('request', who);
	guard().count('request', who);
	if (counts) guard().require(counts, who);
	requireSameSite(request, url.origin);
	const call: Call<Body> = {
		caller: callerOf(request),
		body: body ? await readBody(request, body) : (undefined as Body),
		id: (name) => checked((event.params as Params)[name], Id, 'not-found'),
		query: (name, schema) =>
			checked(url.searchParams.get(name) ?? undefined, schema, 'bad-request', name),
		store: await classStore()
	};
	try {
		const response = await run(call);
		if (counts === 'new class' && response.status === 201) guard().count(counts, who);
		return response;
	} catch (error) {
		// A class that cannot be made because its code is taken tells as much as a guess.
		const code = error instanceof Problem ? error.code : undefined;
		if ((counts === 'guess' && code === 'not-found') || code === 'join-code-taken')
			guard().count('guess', who);
		throw error;
	}
}

/** SHA-256 of the bearer token. Whoever has none is told what everybody without the right one is told. */
function callerOf(request: Request): Caller {
	const [, token] = /^Bearer ([\w-]+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
	return sha256(checked(token, Token, 'not-found'));
}

function checked<T>(
	value: string | undefined,
	schema: v.GenericSchema<unknown, T>,
	code: 'not-found' | 'bad-request',
	name = ''
): T {
	const parsed = v.safeParse(schema, value);
	if (parsed.success) return parsed.output;
	throw new Problem(
		code,
		code === 'not-found' ? undefined : `${name}: ${parsed.issues[0].message}.`
	);
}

const NO_STORE = { 'cache-control': 'no-store' };

/** 200 with the answer. */
export const answer = (body: object): Response => json(body, { headers: NO_STORE });

/** 201 for what is stored now, 200 for what was stored before. */
export const answerStored = ({ created, answer: body }: Stored): Response =>
	json(body, { status: created ? 201 : 200, headers: NO_STORE });

/** 204. */
export const done = (): Response => new Response(null, { status: 204, headers: NO_STORE });

/** Every other method of an address. */
export const otherMethods: RequestHandler = () => new Problem('method-not-allowed').toResponse();
