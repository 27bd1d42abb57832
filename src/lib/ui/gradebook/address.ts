/**
 * What the gradebook shows stands in the address. The secret stays in the fragment, which no link
 * of the page loses and no server sees.
 */
import { page } from '$app/state';

export interface Shown {
	/** Id of the assignment. */
	set?: string;
	view?: '' | 'questions' | 'collect';
	/** Id of a question, or of a pupil. */
	question?: string;
	pupil?: string;
}

/** The address of another view; the assignment stays unless another is named. */
export function addressOf(shown: Shown): string {
	const set = shown.set ?? page.url.searchParams.get('set') ?? '';
	const params = Object.entries({ ...shown, set }).filter(([, value]) => value !== '');
	const search = new URLSearchParams(params).toString();
	return `${page.url.pathname}${search && `?${search}`}${page.url.hash}`;
}
