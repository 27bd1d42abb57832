/**
 * Calls of the class server. Whatever comes back is held against the schemas of `api.ts`: a page that
 * a Wi-Fi log-in puts in between is no answer, whatever its status.
 */
import * as v from 'valibot';
import {
	API,
	AssignmentsAnswer,
	ClassAnswer,
	DeskAnswer,
	HandInsAnswer,
	JoinAnswer,
	MembersAnswer,
	ProblemAnswer,
	StoredAnswer,
	type AssignmentBody,
	type ClassBody,
	type DeskBody,
	type DoorBody,
	type HandInBody,
	type MemberBody,
	type ProblemCode,
	type ProgressBody,
	type PurgeBody
} from '../class/api.ts';

export type CallProblem =
	/** No answer: no network, no server, or the answer was lost. What was sent may have arrived. */
	| 'unreachable'
	/** Somebody answered, but not the class server: a log-in page of a Wi-Fi, a site without one. */
	| 'stranger'
	/** The class server, or what stands before it, answers with an error of its own. */
	| 'down'
	/** The class server says no; `code` says why. */
	| 'refused';

const SENTENCES: Record<Exclude<CallProblem, 'refused'>, string> = {
	unreachable: 'The class server could not be reached; look whether this device is online.',
	stranger:
		'This network or site answers in place of the class server; log in to the Wi-Fi, or ask for another link.',
	down: 'The class server does not work at the moment; nothing is lost, try again later.'
};

/** A call that did not succeed. Its message is a sentence for whoever stands before the screen. */
export class CallError extends Error {
	readonly problem: CallProblem;
	/** Of what was refused. */
	readonly code: ProblemCode | undefined;
	/** Milliseconds after which to ask again, where the server says so. */
	readonly retryAfter: number | undefined;

	constructor(
		problem: CallProblem,
		parts: { code?: ProblemCode; detail?: string; retryAfter?: number | undefined; cause?: unknown }
	) {
		const sentence = problem === 'refused' ? (parts.detail ?? '') : SENTENCES[problem];
		super(sentence, { cause: parts.cause });
		this.name = 'CallError';
		this.problem = problem;
		this.code = parts.code;
		this.retryAfter = parts.retryAfter;
	}

	/** Whether the same call may succeed later. */
	get passing(): boolean {
		return (
			this.problem !== 'refused' ||
			this.code === 'too-many-requests' ||
			this.code === 'storage-unavailable'
		);
	}
}

/** No call takes longer, in milliseconds; a hand-in of 128 KB over a bad line does not either. */
const PATIENCE = 20_000;
/** The longest that a server can make a device wait, in milliseconds. */
const LONGEST_WAIT = 60 * 60 * 1000;

/**
 * `Retry-After` in milliseconds (RFC 9110, 10.2.3: seconds or a date); `undefined` when there is none to read.
 *
 * @param now in milliseconds since 1970
 */
export function retryAfterOf(header: string | null, now: number): number | undefined {
	if (header === null) return undefined;
	const text = header.trim();
	const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
	return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), LONGEST_WAIT);
}

/** Whether an answer is JSON, as the server always sends it. */
const isJson = (response: Response) =>
	/^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '');

const parsed = async (response: Response): Promise<unknown> => {
	try {
		return isJson(response) ? ((await response.json()) as unknown) : undefined;
	} catch (cause) {
		// Cut off on its way: what was asked may have been done.
		throw new CallError('unreachable', { cause });
	}
};

interface Request {
	method: 'GET' | 'PUT' | 'POST' | 'DELETE';
	path: string;
	token: string;
	body?: object;
}

/** A page of a list. */
interface Page<Entry> {
	entries: Entry[];
	next: number;
	more: boolean;
}

const path = (...parts: string[]) => parts.map(encodeURIComponent).join('/');
const after = (cursor: number) => `?after=${cursor}`;

/** The class server as a device sees it. All calls throw CallError, and may be made again without harm. */
export class ClassClient {
	readonly #base: string;
	readonly #fetch: typeof fetch;

	/**
	 * @param base the app's own base path, '' at the root of a site
	 * @param load another fetch than the browser's only in tests
	 */
	constructor(base: string, load: typeof fetch = (...call) => fetch(...call)) {
		this.#base = base + API;
		this.#fetch = load;
	}

	/** The class to which a join code leads. @param token as `joinKeys` gives it */
	join(token: string): Promise<JoinAnswer> {
		return this.#call(JoinAnswer, { method: 'GET', path: 'join', token });
	}

	/** @param token the teacher's; from then on it is this class's */
	putClass(id: string, token: string, body: ClassBody): Promise<StoredAnswer> {
		return this.#call(StoredAnswer, { method: 'PUT', path: path('classes', id), token, body });
	}

	/** @param token of the teacher or of a member */
	getClass(id: string, token: string): Promise<ClassAnswer> {
		return this.#call(ClassAnswer, { method: 'GET', path: path('classes', id), token });
	}

	putDoor(id: string, token: string, body: DoorBody): Promise<ClassAnswer> {
		const to = path('classes', id, 'door');
		return this.#call(ClassAnswer, { method: 'PUT', path: to, token, body });
	}

	deleteClass(id: string, token: string): Promise<void> {
		return this.#done({ method: 'DELETE', path: path('classes', id), token });
	}

	/** @param token the join token */
	putMember(id: string, member: string, token: string, body: MemberBody): Promise<StoredAnswer> {
		const to = path('classes', id, 'members', member);
		return this.#call(StoredAnswer, { method: 'PUT', path: to, token, body });
	}

	members(id: string, token: string, cursor: number): Promise<MembersAnswer> {
		const from = path('classes', id, 'members') + after(cursor);
		return this.#call(MembersAnswer, { method: 'GET', path: from, token });
	}

	/** @param token the teacher's, or the member's own, who leaves and keeps what was handed in */
	deleteMember(
		id: string,
		member: string,
		token: string,
		handIns: 'keep' | 'delete'
	): Promise<void> {
		const to = `${path('classes', id, 'members', member)}?handIns=${handIns}`;
		return this.#done({ method: 'DELETE', path: to, token });
	}

	purge(id: string, token: string, body: PurgeBody): Promise<void> {
		return this.#done({
			method: 'POST',
			path: path('classes', id, 'members', 'purge'),
			token,
			body
		});
	}

	putProgress(id: string, member: string, token: string, body: ProgressBody): Promise<void> {
		const to = path('classes', id, 'members', member, 'progress');
		return this.#done({ method: 'PUT', path: to, token, body });
	}

	putAssignment(
		id: string,
		assignment: string,
		token: string,
		body: AssignmentBody
	): Promise<StoredAnswer> {
		const to = path('classes', id, 'assignments', assignment);
		return this.#call(StoredAnswer, { method: 'PUT', path: to, token, body });
	}

	/** @param token of the teacher or of a member */
	assignments(id: string, token: string, cursor: number): Promise<AssignmentsAnswer> {
		const from = path('classes', id, 'assignments') + after(cursor);
		return this.#call(AssignmentsAnswer, { method: 'GET', path: from, token });
	}

	/** @param token the member's */
	putHandIn(id: string, handIn: string, token: string, body: HandInBody): Promise<StoredAnswer> {
		const to = path('classes', id, 'hand-ins', handIn);
		return this.#call(StoredAnswer, { method: 'PUT', path: to, token, body });
	}

	handIns(id: string, token: string, cursor: number): Promise<HandInsAnswer> {
		const from = path('classes', id, 'hand-ins') + after(cursor);
		return this.#call(HandInsAnswer, { method: 'GET', path: from, token });
	}

	putDesk(id: string, record: string, token: string, body: DeskBody): Promise<StoredAnswer> {
		const to = path('classes', id, 'desk', record);
		return this.#call(StoredAnswer, { method: 'PUT', path: to, token, body });
	}

	desk(id: string, token: string, cursor: number): Promise<DeskAnswer> {
		const from = path('classes', id, 'desk') + after(cursor);
		return this.#call(DeskAnswer, { method: 'GET', path: from, token });
	}

	async #send({ method, path: to, token, body }: Request): Promise<Response> {
		const headers: Record<string, string> = { authorization: `Bearer ${token}` };
		if (body) headers['content-type'] = 'application/json';
		try {
			return await this.#fetch(`${this.#base}/${to}`, {
				method,
				headers,
				body: body ? JSON.stringify(body) : null,
				cache: 'no-store',
				credentials: 'omit',
				referrerPolicy: 'no-referrer',
				// The server never sends elsewhere; a log-in page does, and must not be given the token.
				redirect: 'error',
				signal: AbortSignal.timeout(PATIENCE)
			});
		} catch (cause) {
			throw new CallError('unreachable', { cause });
		}
	}

	async #call<S extends v.GenericSchema>(schema: S, request: Request): Promise<v.InferOutput<S>> {
		const response = await this.#send(request);
		const raw = await parsed(response);
		if (!response.ok) throw refused(response, raw);
		const read = v.safeParse(schema, raw);
		if (read.success) return read.output;
		throw new CallError('stranger', { cause: new v.ValiError(read.issues) });
	}

	/** A call that is answered with nothing. */
	async #done(request: Request): Promise<void> {
		const response = await this.#send(request);
		if (response.status === 204) return;
		throw refused(response, await parsed(response));
	}
}

/** A Wi-Fi that wants a log-in may say so with 511 (RFC 6585). */
const isDown = ({ status }: Response) => status >= 500 && status !== 511;

function refused(response: Response, raw: unknown): CallError {
	const retryAfter = retryAfterOf(response.headers.get('retry-after'), Date.now());
	const read = v.safeParse(ProblemAnswer, raw);
	if (!read.success || response.ok) {
		const problem = isDown(response) ? 'down' : 'stranger';
		return new CallError(problem, { retryAfter });
	}
	const { code, detail } = read.output;
	return new CallError('refused', { code, detail, retryAfter });
}

/**
 * Reads a list to its end.
 *
 * @param from where it was read to before
 * @param read one page, such as `(after) => client.handIns(id, token, after)`
 * @returns what is new, and where it ends now
 */
export async function readOn<Entry>(
	from: number,
	read: (after: number) => Promise<Page<Entry>>
): Promise<{ entries: Entry[]; next: number }> {
	const entries: Entry[] = [];
	for (let at = from; ;) {
		const page = await read(at);
		entries.push(...page.entries);
		// A list that goes on without getting on would never end.
		if (!page.more || page.next <= at) return { entries, next: Math.max(at, page.next) };
		at = page.next;
	}
}
