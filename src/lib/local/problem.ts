/** Why something could not be kept or read on this device, as a sentence for the reader. */
export type StorageProblem = 'full' | 'newer' | 'blocked' | 'deleted' | 'unavailable';

const SENTENCES: Record<StorageProblem, string> = {
	full: 'This device has no room left, so this is not saved; free some space and try again.',
	newer: 'A newer version of this app keeps its data here; close all its tabs and open it again.',
	blocked:
		'Another tab still holds an older version of this app, so nothing can be saved; close that tab and try again.',
	deleted:
		'Everything was deleted in another tab, so this is not kept; open the page again to begin anew.',
	unavailable:
		'This browser keeps nothing for this page, so your progress ends with this tab; allow site data to keep it.'
};

/** Something could not be kept or read on this device. Its message is for the reader. */
export class StorageError extends Error {
	readonly problem: StorageProblem;

	constructor(problem: StorageProblem, cause?: unknown) {
		super(SENTENCES[problem], { cause });
		this.name = 'StorageError';
		this.problem = problem;
	}
}

const nameOf = (cause: unknown) => (cause instanceof DOMException ? cause.name : '');

/** Any failure as one that can be told. */
export function storageError(cause: unknown): StorageError {
	if (cause instanceof StorageError) return cause;
	const name = nameOf(cause);
	if (name === 'QuotaExceededError') return new StorageError('full', cause);
	if (name === 'VersionError') return new StorageError('newer', cause);
	return new StorageError('unavailable', cause);
}

/** What browsers say when they have dropped a connection, for example while the app lay in the background. */
const LOST = ['InvalidStateError', 'AbortError', 'UnknownError'];

/** Whether a connection was lost, so that another may do. */
export const isLost = (cause: unknown) => LOST.includes(nameOf(cause));
