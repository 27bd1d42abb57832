import * as v from 'valibot';
import { BODY_LIMIT } from '../../class/api.ts';
import { Problem } from './problem.ts';

/**
 * Reads a body of JSON. A stream that goes on too long is left, not read to its end.
 *
 * @throws Problem too-large, not-json, or bad-request with what is wrong
 */
export async function readBody<T>(
	request: Request,
	schema: v.GenericSchema<unknown, T>
): Promise<T> {
	if (!/^application\/json(?:\s*;|$)/i.test(request.headers.get('content-type') ?? ''))
		throw new Problem('not-json');
	const text = await readText(request);
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw new Problem('bad-request', 'The body is not JSON.');
	}
	const parsed = v.safeParse(schema, json, { abortEarly: true });
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	throw new Problem('bad-request', `${v.getDotPath(issue) ?? 'The body'}: ${issue.message}.`);
}

async function readText({ headers, body }: Request): Promise<string> {
	if (Number(headers.get('content-length')) > BODY_LIMIT) throw new Problem('too-large');
	const parts: Uint8Array[] = [];
	let size = 0;
	const reader = body?.getReader();
	for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
		size += part.value.length;
		// The reader is not cancelled: that would cut the connection before the answer.
		if (size > BODY_LIMIT) throw new Problem('too-large');
		parts.push(part.value);
	}
	return Buffer.concat(parts).toString('utf8');
}
