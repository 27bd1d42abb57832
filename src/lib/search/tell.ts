/** How a search is told in words. */
import type { Kind } from './entries.ts';
import type { Hit } from './index.ts';

/** Whether something was typed that can be looked for: two letters, or one figure. */
export const enough = (query: string) => /\d|[\p{L}\p{M}].*[\p{L}\p{M}]/u.test(query);

/** How many hits there are of each kind, the kind of the best hit first. */
export function kindsOf(hits: readonly Hit[]): Map<Kind, number> {
	const kinds = new Map<Kind, number>();
	for (const { entry } of hits) kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + 1);
	return kinds;
}

/** What the page says above the results. */
export function resultText(count: number, reading: boolean, whole: boolean): string {
	const results = `${count} ${count === 1 ? 'result' : 'results'}`;
	if (reading) return `Still reading the texts; ${results} so far`;
	return whole ? results : `${results} with some of these words; none has all of them`;
}
