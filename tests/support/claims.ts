/** Claims with nothing in them but what a test says of them. */
import type { Claim } from '../../src/lib/content/records.ts';

export const claim = (id: string, own: Partial<Claim> = {}): Claim => ({
	id,
	revision: 1,
	source: 'gazette',
	paragraph: [1],
	voice: 'nobody',
	kind: 'event',
	text: `The text of ${id}.`,
	places: [],
	mentions: [],
	unclear: [],
	denies: [],
	answers: [],
	same: [],
	differs: [],
	...own
});

export const claimsOf = (all: Record<string, Partial<Claim>>): Map<string, Claim> =>
	new Map(Object.entries(all).map(([id, own]) => [id, claim(id, own)]));
