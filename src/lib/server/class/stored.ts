import type { StoredAnswer } from '../../class/api.ts';
import { Problem } from './problem.ts';
import { sha256 } from './secrets.ts';

/** What became of a PUT: stored now, or stored already with the same body. */
export interface Stored {
	created: boolean;
	answer: StoredAnswer;
}

export const stored = (id: string, sealed: string, received: number, created: boolean): Stored => ({
	created,
	answer: { id, sha256: sha256(sealed), received }
});

/** One body, one hash, whatever the order of its fields was. */
export const bodyHash = (body: object): string =>
	sha256(JSON.stringify(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1))));

/**
 * The answer to a body that comes again under an id that is known.
 *
 * @throws Problem conflict when it is another body
 */
export function again(
	id: string,
	sealed: string,
	received: number,
	{ was, is }: { was: string; is: string }
): Stored {
	if (was !== is) throw new Problem('conflict');
	return stored(id, sealed, received, false);
}
