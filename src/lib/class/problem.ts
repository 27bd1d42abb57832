/** What can go wrong with something that was made elsewhere: typed in, scanned, opened, received. */

export type Problem =
	/** It is something else than what was asked for. */
	| 'other'
	/** A newer version of the app made it. */
	| 'newer'
	/** Cut off, changed on the way, or never sound. */
	| 'damaged'
	/** Longer than the app allows. */
	| 'too-long'
	/** Sealed to another key, or about something else than it says. */
	| 'not-ours'
	/** This browser cannot do it, or only over a secure connection. */
	| 'unsupported';

/** Its message is one sentence for whoever stands before the screen. */
export class ClassError extends Error {
	readonly problem: Problem;

	constructor(problem: Problem, message: string, cause?: unknown) {
		super(message, { cause });
		this.name = 'ClassError';
		this.problem = problem;
	}
}
