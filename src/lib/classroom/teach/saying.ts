import { ClassError } from '../../class/problem.ts';
import { CallError } from '../client.ts';
import { StorageError } from '../database.ts';

const UNKNOWN = 'This did not work, and nothing was lost; open the page again and try once more.';

/** What went wrong, as a sentence for the teacher. */
export function sentenceOf(cause: unknown): string {
	if (cause instanceof CallError || cause instanceof ClassError || cause instanceof StorageError)
		return cause.message;
	console.error(cause);
	return UNKNOWN;
}

/** Whether there is no class server behind the call: none reached, or a site that has none. */
export const noServer = (cause: unknown): cause is CallError =>
	cause instanceof CallError && cause.problem !== 'refused';
