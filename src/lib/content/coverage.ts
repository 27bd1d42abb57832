/** What of the ledger the course teaches and asks, and what it leaves out. */
import { sameClaims } from './links.ts';
import type { Claim, Voice } from './records.ts';

/** As much of a module as tells which claims it uses; those of the gate and of the ledger fit. */
export interface UsingModule {
	cards: readonly { paragraphs: readonly (readonly { claims: readonly string[] }[])[] }[];
	items: readonly { claims: readonly string[] }[];
}

/** Every claim that a sentence of the cards cites, once for each sentence. */
export const citedIn = ({ cards }: Pick<UsingModule, 'cards'>): string[] =>
	cards.flatMap(({ paragraphs }) => paragraphs.flat().flatMap(({ claims }) => claims));

/** Every claim that the key of a question rests on, once for each question. */
export const keyedIn = ({ items }: Pick<UsingModule, 'items'>): string[] =>
	items.flatMap(({ claims }) => [...new Set(claims)]);

export interface Coverage {
	/** Cited by a sentence of a card. */
	taught: ReadonlySet<string>;
	/** Behind the key of a question, itself or one that says the same. */
	asked: ReadonlySet<string>;
}

/** What a course teaches and asks. */
export function coverageOf(
	modules: readonly UsingModule[],
	claims: ReadonlyMap<string, Claim>
): Coverage {
	const asked = new Set<string>();
	for (const id of modules.flatMap(keyedIn))
		if (!asked.has(id)) for (const each of sameClaims(id, claims)) asked.add(each);
	return { taught: new Set(modules.flatMap(citedIn)), asked };
}

/** What a claim lacks: a card that teaches it, a question that asks about it, or both. */
export const lacks = ({ id }: Claim, { taught, asked }: Coverage) => ({
	card: !taught.has(id),
	question: !asked.has(id)
});

/**
 * The claims left out without a reason. Every claim matters, of whatever kind, unless it says why
 * not in `asideBecause`: a kind does not tell whether a claim is of substance.
 */
export function leftOut(claims: ReadonlyMap<string, Claim>, coverage: Coverage) {
	const open = [...claims.values()].filter(({ asideBecause }) => !asideBecause);
	return {
		untaught: open.filter((claim) => lacks(claim, coverage).card),
		unasked: open.filter((claim) => lacks(claim, coverage).question)
	};
}

/** The voices of which no claim is asked about, each with the number of its claims. */
export function unaskedVoices(
	claims: ReadonlyMap<string, Claim>,
	voices: ReadonlyMap<string, Voice>,
	{ asked }: Coverage
): { voice: string; claims: number }[] {
	const all = [...claims.values()];
	return [...voices.keys()]
		.map((voice) => ({ voice, own: all.filter((claim) => claim.voice === voice) }))
		.filter(({ own }) => own.length > 0 && !own.some(({ id }) => asked.has(id)))
		.map(({ voice, own }) => ({ voice, claims: own.length }));
}
