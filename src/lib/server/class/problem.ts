import type { ProblemAnswer, ProblemCode } from '../../class/api.ts';

const PROBLEMS: Record<ProblemCode, [status: number, title: string, detail: string]> = {
	'bad-request': [400, 'Bad request', 'The request is not as it must be.'],
	// The same for what is not there and for what belongs to somebody else.
	'not-found': [404, 'Not found', 'There is nothing here, or it is not yours.'],
	'method-not-allowed': [405, 'Method not allowed', 'This address does not take that method.'],
	'too-large': [413, 'Too large', 'The request is larger than the server takes.'],
	'not-json': [415, 'Not JSON', 'Send the body as application/json.'],
	'cross-site': [403, 'Cross-site', 'Another site may not change anything here.'],
	conflict: [409, 'Conflict', 'Something else is already stored under this id.'],
	outdated: [409, 'Outdated', 'A newer change has been stored already.'],
	'join-code-taken': [409, 'Join code taken', 'Make another join code; this one is in use.'],
	'joining-locked': [409, 'Joining locked', 'The teacher has locked joining for this class.'],
	removed: [409, 'Removed', 'The teacher has removed this member from the class.'],
	'class-full': [409, 'Class full', 'The class has reached what the server keeps for one class.'],
	'too-many-requests': [429, 'Too many requests', 'Too many requests; try again a little later.'],
	'storage-unavailable': [
		503,
		'Storage unavailable',
		'The class server cannot store anything just now; try again a little later.'
	]
};

/** Why a request is refused. Thrown in a write, it stands for: nothing was changed. */
export class Problem extends Error {
	readonly code: ProblemCode;
	readonly retryAfter: number | undefined;

	/**
	 * @param detail a sentence that says more than the usual one
	 * @param retryAfter seconds
	 */
	constructor(code: ProblemCode, detail?: string, retryAfter?: number) {
		super(detail ?? PROBLEMS[code][2]);
		this.code = code;
		this.retryAfter = retryAfter;
	}

	/** As RFC 9457 has it, with `code` beside. */
	toResponse(): Response {
		const [status, title] = PROBLEMS[this.code];
		const { code, message: detail } = this;
		const body: ProblemAnswer = { type: 'about:blank', title, status, code, detail };
		const headers: Record<string, string> = {
			'content-type': 'application/problem+json',
			'cache-control': 'no-store'
		};
		if (this.retryAfter !== undefined) headers['retry-after'] = String(this.retryAfter);
		// What is left of a body that was too large is not read.
		if (code === 'too-large') headers.connection = 'close';
		return new Response(JSON.stringify(body), { status, headers });
	}
}
