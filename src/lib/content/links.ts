/** The links between claims: denies, answers, differs from, same as. */
import type { Claim } from './records.ts';

type Claims = ReadonlyMap<string, Claim>;

/** Every claim that says the same as `id`, through any number of `same` links; `id` included. */
export function sameClaims(id: string, claims: Claims): Set<string> {
	const found = new Set([id]);
	for (const each of found) for (const other of claims.get(each)?.same ?? []) found.add(other);
	return found;
}

export type RelationName = 'denies' | 'denied-by' | 'answers' | 'answered-by' | 'differs' | 'same';

export interface Relation {
	name: RelationName;
	claim: string;
	/** What differs, for `differs`. */
	in?: string;
}

/** What other claims have to do with one claim, from both ends of each link. */
export function relationsOf(id: string, claims: Claims): Relation[] {
	const claim = claims.get(id);
	if (!claim) return [];
	const everyone = [...claims.values()];
	const to = (name: RelationName, ids: string[]) => ids.map((other) => ({ name, claim: other }));
	return [
		...to('denies', claim.denies),
		...to(
			'denied-by',
			everyone.filter((other) => other.denies.includes(id)).map((c) => c.id)
		),
		...to('answers', claim.answers),
		...to(
			'answered-by',
			everyone.filter((other) => other.answers.includes(id)).map((c) => c.id)
		),
		...claim.differs.map((other) => ({
			name: 'differs' as const,
			claim: other.claim,
			in: other.in
		})),
		...to(
			'same',
			[...sameClaims(id, claims)].filter((other) => other !== id)
		)
	];
}

/**
 * Each chain of `denies` or `answers` links that comes back to where it began, e.g. `[a, b, a]`.
 * A denial comes after what it denies, so a circle is a mistake.
 */
export function findCycles(claims: Claims, link: 'denies' | 'answers'): string[][] {
	const cycles: string[][] = [];
	const done = new Set<string>();
	const walk = (id: string, trail: string[]) => {
		if (trail.includes(id)) cycles.push([...trail.slice(trail.indexOf(id)), id]);
		else if (!done.has(id)) {
			for (const next of claims.get(id)?.[link] ?? []) walk(next, [...trail, id]);
			done.add(id);
		}
	};
	for (const id of claims.keys()) walk(id, []);
	return cycles;
}
