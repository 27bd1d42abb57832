/** How a search is told in words. */
import { KINDS, type Kind } from './entries.ts';
import type { Found, Hit } from './index.ts';

/** Whether something was typed that can be looked for: two letters, or one figure. */
export const enough = (query: string) => /\d|[\p{L}\p{M}].*[\p{L}\p{M}]/u.test(query);

/** How many hits there are of each kind that has any. */
export function kindsOf(hits: readonly Hit[]): Map<Kind, number> {
	const counts = new Map<Kind, number>();
	for (const { entry } of hits) counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + 1);
	const kinds = Object.keys(KINDS) as Kind[];
	return new Map(
		kinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind) ?? 0]] : []))
	);
}

/** The end of an address that opens with what a query finds; empty without a query. */
export function searchOf(query: string, kind: string): `?${string}` | '' {
	const params = new URLSearchParams(
		Object.entries({ q: query.trim(), kind }).filter(([, value]) => value)
	);
	return params.size > 0 ? `?${params.toString()}` : '';
}

/** What the page says above the results. */
export function resultText(
	count: number,
	reading: boolean,
	{ whole, missing }: Pick<Found, 'whole' | 'missing'>
): string {
	const results = `${count} ${count === 1 ? 'result' : 'results'}`;
	if (reading) return `Still reading the texts; ${results} so far`;
	if (count > 0 && missing.length > 0)
		return `${results} with words near to ${missing.map((word) => `“${word}”`).join(' and ')}, which no text has`;
	return whole ? results : `${results} with some of these words; none has all of them`;
}
