/** Which article carries which statement, and how: silence is an answer too. */
import { sameClaims } from './links.ts';
import type { Claim, Dispute, Source, Voice } from './records.ts';

export const STANCES = ['asserts', 'attributes', 'denies', 'silent'] as const;

/**
 * *asserts*: the article says it in its own voice; *attributes*: it gives it to a speaker;
 * *denies*: it carries only a denial of it; *silent*: it has nothing of it.
 */
export type Stance = (typeof STANCES)[number];

export const STANCE_NAMES: Record<Stance, string> = {
	asserts: 'Asserts it itself',
	attributes: 'Gives it to a speaker',
	denies: 'Prints only a denial',
	silent: 'Is silent on it'
};

export interface StanceCell {
	source: Source;
	stance: Stance;
	/** The claims that carry the statement, in the order of the article. */
	claims: Claim[];
	/** Claims of the same article that deny it. */
	denials: Claim[];
}

interface Known {
	sources: ReadonlyMap<string, Source>;
	voices: ReadonlyMap<string, Voice>;
	claims: ReadonlyMap<string, Claim>;
}

/**
 * How an article carries a statement.
 *
 * @param statement ids of claims that say it; those that say the same count with them
 */
export function stanceCell(
	statement: readonly string[],
	source: Source,
	{ voices, claims }: Omit<Known, 'sources'>
): StanceCell {
	const ids = new Set(statement.flatMap((id) => [...sameClaims(id, claims)]));
	const own = [...claims.values()].filter((claim) => claim.source === source.id);
	const carried = own.filter(({ id }) => ids.has(id));
	const denials = own.filter(({ denies }) => denies.some((id) => ids.has(id)));
	const itself = carried.some(({ voice }) => voices.get(voice)?.reporterOf === source.id);
	const said = itself ? 'asserts' : carried.length > 0 ? 'attributes' : undefined;
	const stance = said ?? (denials.length > 0 ? 'denies' : 'silent');
	return { source, stance, claims: carried, denials };
}

/** One row for each position of a dispute, one cell for each article. */
export const stanceMatrix = (dispute: Dispute, known: Known) =>
	dispute.positions.map((position) => ({
		position,
		cells: [...known.sources.values()].map((source) => stanceCell(position.claims, source, known))
	}));
