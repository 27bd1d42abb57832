/** The status of a disputed point, computed from the links between its claims. */
import { sameClaims } from './links.ts';
import type { Claim, Dispute, Voice } from './records.ts';
import { CAMPS } from './sides.ts';
import type { Status } from './status.ts';

/**
 * Computes a dispute's status, in this order:
 * 1. *contradicted*: a claim of a position is denied or answered by a claim outside that position;
 * 2. *reports differ*: claims of two positions are linked as differing;
 * 3. *unclear*: an article leaves speaker, date, place or number of a claim open;
 * 4. *one side only*: every voice speaks for Armenia or the Karabakh authorities, or every voice
 *    for Azerbaijan;
 * 5. else *agreed*.
 */
export function disputeStatus(
	dispute: Dispute,
	claims: ReadonlyMap<string, Claim>,
	voices: ReadonlyMap<string, Voice>
): Status {
	const positions = dispute.positions.map(
		({ claims: ids }) => new Set(ids.flatMap((id) => [...sameClaims(id, claims)]))
	);
	const everyone = [...claims.values()];
	const opposed = positions.some((position) =>
		everyone.some(
			(claim) =>
				!position.has(claim.id) &&
				[...claim.denies, ...claim.answers].some((id) => position.has(id))
		)
	);
	if (opposed) return 'contradicted';

	const own = dispute.positions.flatMap(({ claims: ids }) =>
		ids.flatMap((id) => claims.get(id) ?? [])
	);
	const positionOf = (id: string) => positions.findIndex((position) => position.has(id));
	const differing = own.some((claim) =>
		claim.differs.some((other) => {
			const at = positionOf(other.claim);
			return at >= 0 && at !== positionOf(claim.id);
		})
	);
	if (differing) return 'differ';
	if (own.some((claim) => claim.unclear.length > 0)) return 'unclear';

	const camps = new Set(own.map((claim) => CAMPS[voices.get(claim.voice)?.side ?? 'none']));
	return camps.size === 1 && !camps.has('neither') ? 'one-side' : 'agreed';
}
