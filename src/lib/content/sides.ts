/** The sides that voices speak for, and how what belongs to each is counted. */
import type { Claim, Side, Voice } from './records.ts';

export type Camp = 'armenian' | 'azerbaijani' | 'neither';

/**
 * Armenia and the Karabakh authorities are one camp wherever two accounts are weighed against each
 * other: for a dispute's status and for the balance of a module. In the five articles the two never
 * contest each other's account, and both give accounts against Azerbaijan's.
 */
export const CAMPS: Record<Side, Camp> = {
	armenia: 'armenian',
	karabakh: 'armenian',
	azerbaijan: 'azerbaijani',
	outside: 'neither',
	none: 'neither'
};

/** The sides that contest what happened. */
export const PARTIES = ['armenia', 'azerbaijan', 'karabakh'] as const;
export type Party = (typeof PARTIES)[number];

/** A count for each side. */
export type BySide = Record<Side, number>;

/** Counts things by side; `add` tells how much one of them counts, 1 unless it is given. */
export function countBySide<T>(
	all: Iterable<T>,
	sideOf: (one: T) => Side | undefined,
	add: (one: T) => number = () => 1
): BySide {
	const counts: BySide = { armenia: 0, azerbaijan: 0, karabakh: 0, outside: 0, none: 0 };
	for (const one of all) {
		const side = sideOf(one);
		if (side) counts[side] += add(one);
	}
	return counts;
}

/** The counts of the two camps that contest what happened. */
export const byCamp = ({ armenia, karabakh, azerbaijan }: BySide) => ({
	armenian: armenia + karabakh,
	azerbaijani: azerbaijan
});

/** Tells the side that a claim's voice speaks for; `undefined` where claim or voice is not there. */
export const sideOfClaim =
	(claims: ReadonlyMap<string, Claim>, voices: ReadonlyMap<string, Voice>) =>
	(id: string): Side | undefined =>
		voices.get(claims.get(id)?.voice ?? '')?.side;
