/** What a person can mend: its message is one plain sentence, `details` the last lines of a program. */
export class Trouble extends Error {
	/**
	 * @param {string} sentence
	 * @param {string} [details]
	 */
	constructor(sentence, details = '') {
		super(sentence);
		this.details = details;
	}
}

/**
 * Ends a program that met trouble: the sentence, then the details, exit code 1.
 *
 * @param {unknown} error anything but a `Trouble` is a fault of the program and thrown again
 * @returns {never}
 */
export function end(error) {
	if (!(error instanceof Trouble)) throw error;
	console.error(error.message);
	if (error.details) console.error(`\n${error.details}`);
	process.exit(1);
}
