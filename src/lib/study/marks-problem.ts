const FULL =
	'This device has no room left, so this is not saved; free some space and try again. What you wrote stays here.';
const UNKNOWN = 'This could not be saved; try again. What you wrote stays here.';

/** Why a bookmark or a note is not saved, as a sentence for the reader. */
export function problemWith(cause: unknown): string {
	if (!(cause instanceof Error && cause.name === 'StorageError')) {
		console.error(cause);
		return UNKNOWN;
	}
	return (cause as Error & { problem?: string }).problem === 'full' ? FULL : cause.message;
}
