/** What stands behind a sentence: its claims, and what other claims have to do with them. */
import { formatEdtf } from './edtf.ts';
import { relationsOf, type RelationName } from './links.ts';
import type { LedgerPack } from './packs.ts';
import type { Claim, Dispute, Event, Note, Place, Source, Voice } from './records.ts';

const byId = <T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
	new Map(records.map((record) => [record.id, record]));

export interface RelatedClaim {
	claim: Claim;
	voice: Voice;
	source: Source;
	/** What differs, where the relation is a difference. */
	in?: string;
}

export interface Evidence {
	claim: Claim;
	voice: Voice;
	source: Source;
	/** What other claims have to do with it. */
	related: () => { name: RelationName; claims: RelatedClaim[] }[];
	notes: () => Note[];
}

/** In the order in which a reader should meet them: contradictions first. */
const RELATIONS: readonly RelationName[] = [
	'denied-by',
	'denies',
	'answered-by',
	'answers',
	'differs',
	'same'
];

/** The ledger opened for look-ups. */
export class LedgerIndex {
	readonly sources: ReadonlyMap<string, Source>;
	readonly voices: ReadonlyMap<string, Voice>;
	readonly places: ReadonlyMap<string, Place>;
	readonly events: ReadonlyMap<string, Event>;
	readonly disputes: ReadonlyMap<string, Dispute>;
	readonly claims: ReadonlyMap<string, Claim>;
	readonly notes: readonly Note[];

	constructor(pack: LedgerPack) {
		this.sources = byId(pack.sources);
		this.voices = byId(pack.voices);
		this.places = byId(pack.places);
		this.events = byId(pack.events);
		this.disputes = byId(pack.disputes);
		this.claims = byId(pack.claims);
		this.notes = pack.notes;
	}

	#attributed(id: string): RelatedClaim[] {
		const claim = this.claims.get(id);
		const voice = claim && this.voices.get(claim.voice);
		const source = claim && this.sources.get(claim.source);
		return claim && voice && source ? [{ claim, voice, source }] : [];
	}

	#related(id: string): ReturnType<Evidence['related']> {
		const relations = relationsOf(id, this.claims);
		return RELATIONS.map((name) => ({
			name,
			claims: relations
				.filter((relation) => relation.name === name)
				.flatMap((relation) =>
					this.#attributed(relation.claim).map((each) => ({ ...each, in: relation.in }))
				)
		})).filter(({ claims }) => claims.length > 0);
	}

	#notesOn(id: string): Note[] {
		return this.notes.filter((note) => note.on.includes(id));
	}

	/**
	 * Everything a reader may ask about claims; ids that are not in the ledger are left out. What
	 * others say is looked up only when it is asked for, since most evidence stays closed.
	 */
	evidence(ids: readonly string[]): Evidence[] {
		return ids.flatMap((id) =>
			this.#attributed(id).map((attributed) => ({
				...attributed,
				related: () => this.#related(id),
				notes: () => this.#notesOn(id)
			}))
		);
	}

	/** Ids of the claims that pass a test, in the order of the ledger. */
	claimsWhere(test: (claim: Claim) => boolean): string[] {
		return [...this.claims.values()].filter(test).map(({ id }) => id);
	}
}

/** A date of a claim in words, with its hour: "13 September 2022, 00:05 UTC+4". */
export const datedText = ({ when, time }: { when: string; time?: string }) =>
	time ? `${formatEdtf(when)}, ${time}` : formatEdtf(when);

/** A reference in one line: who says it (an outlet in its own voice by the outlet's name), and where. */
export function citation(evidence: readonly Evidence[]): { who: string; where: string } {
	const voices = new Set(
		evidence.map(({ voice, source }) => (voice.reporterOf ? source.outlet : voice.name))
	);
	const places = new Map(evidence.map(({ source, claim }) => [source.short, claim.paragraph[0]]));
	const where = [...places].map(([short, paragraph]) => `${short} ¶${paragraph ?? ''}`);
	return { who: [...voices].join(', '), where: where.join(', ') };
}
