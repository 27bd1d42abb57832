/** Which article carries which position of a dispute, and how: silence is an answer too. */
import { sameClaims } from './links.ts';
import type { Claim, Dispute, Position, Source, Voice } from './records.ts';

export const STANCES = ['asserts', 'attributes', 'denies', 'silent'] as const;

/**
 * *asserts*: the article says it in its own voice; *attributes*: it gives it to a speaker;
 * *denies*: it carries only a denial of it; *silent*: it has nothing of it.
 */
export type Stance = (typeof STANCES)[number];

export interface StanceCell {
	source: Source;
	stance: Stance;
	/** The claims that show it, in the order of the article. */
	claims: Claim[];
}

interface Known {
	sources: ReadonlyMap<string, Source>;
	voices: ReadonlyMap<string, Voice>;
	claims: ReadonlyMap<string, Claim>;
}

function cell(position: Position, source: Source, { voices, claims }: Known): StanceCell {
	const ids = new Set(position.claims.flatMap((id) => [...sameClaims(id, claims)]));
	const own = [...claims.values()].filter((claim) => claim.source === source.id);
	const carried = own.filter(({ id }) => ids.has(id));
	if (carried.length > 0) {
		const asserted = carried.some(({ voice }) => voices.get(voice)?.reporterOf === source.id);
		return { source, stance: asserted ? 'asserts' : 'attributes', claims: carried };
	}
	const denials = own.filter(({ denies }) => denies.some((id) => ids.has(id)));
	return { source, stance: denials.length > 0 ? 'denies' : 'silent', claims: denials };
}

/** One row for each position, one cell for each article. */
export const stanceMatrix = (dispute: Dispute, known: Known) =>
	dispute.positions.map((position) => ({
		position,
		cells: [...known.sources.values()].map((source) => cell(position, source, known))
	}));
