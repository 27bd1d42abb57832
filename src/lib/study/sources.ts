/** What the five sources have in them: to whom each gives words, what it alone tells, where it slips. */
import type { Evidence, LedgerIndex } from '../content/evidence.ts';
import { relationsOf, sameClaims } from '../content/links.ts';
import { SIDES } from '../content/kinds.ts';
import type { Claim, Note, Side, Source, Voice } from '../content/records.ts';

/** Who has the word: a side, the article itself, or somebody who is not named. */
export type Speaker = Exclude<Side, 'none'> | 'unnamed' | 'itself';

export const SPEAKERS: readonly Speaker[] = [
	...SIDES.filter((side): side is Exclude<Side, 'none'> => side !== 'none'),
	'unnamed',
	'itself'
];

const speakerOf = ({ side, reporterOf }: Voice): Speaker =>
	reporterOf ? 'itself' : side === 'none' ? 'unnamed' : side;

const claimsOf = (source: string, ledger: LedgerIndex): Claim[] =>
	[...ledger.claims.values()].filter((claim) => claim.source === source);

export interface VoiceShare {
	voice: Voice;
	speaker: Speaker;
	claims: number;
}

/** The voices to which an article gives words, by speaker, those with most claims first. */
export function voicesIn(source: string, ledger: LedgerIndex): VoiceShare[] {
	const counts = new Map<string, number>();
	for (const { voice } of claimsOf(source, ledger)) counts.set(voice, (counts.get(voice) ?? 0) + 1);
	return [...counts]
		.flatMap(([id, claims]): VoiceShare[] => {
			const voice = ledger.voices.get(id);
			return voice ? [{ voice, speaker: speakerOf(voice), claims }] : [];
		})
		.sort(
			(a, b) => SPEAKERS.indexOf(a.speaker) - SPEAKERS.indexOf(b.speaker) || b.claims - a.claims
		);
}

/** How many claims of an article each speaker has. */
export function claimsPerSpeaker(source: string, ledger: LedgerIndex): Record<Speaker, number> {
	const counts = { armenia: 0, azerbaijan: 0, karabakh: 0, outside: 0, unnamed: 0, itself: 0 };
	for (const { speaker, claims } of voicesIn(source, ledger)) counts[speaker] += claims;
	return counts;
}

/**
 * What only this article tells: its claims that are linked with no claim of another article, as saying the same,
 * differing, denying or answering. How it words things is left out.
 */
export const toldAlone = (source: string, ledger: LedgerIndex): Claim[] =>
	claimsOf(source, ledger).filter(
		({ id, kind }) =>
			kind !== 'wording' &&
			relationsOf(id, ledger.claims).every(
				(relation) => ledger.claims.get(relation.claim)?.source === source
			)
	);

export interface Slip {
	note: Note;
	/** Its claims in this article. */
	claims: Claim[];
}

/** The slips of an article that the editors found. */
export const slipsOf = (source: string, ledger: LedgerIndex): Slip[] =>
	ledger.notes
		.filter(({ kind, of }) => kind === 'slip' && (!of || of.includes(source)))
		.map((note) => ({
			note,
			claims: note.on
				.flatMap((id) => ledger.claims.get(id) ?? [])
				.filter((c) => c.source === source)
		}))
		.filter(({ claims }) => claims.length > 0);

export interface Shared {
	source: Source;
	/** How many claims of the one article another claim of the other says too. */
	claims: number;
	/** What the wording of both has in common; absent where the editors saw nothing. */
	wording: string | undefined;
}

/** What an article has in common with each of the others, those with most first. */
export function sharedWith(source: Source, ledger: LedgerIndex): Shared[] {
	const own = claimsOf(source.id, ledger).map(({ id }) =>
		[...sameClaims(id, ledger.claims)].map((other) => ledger.claims.get(other)?.source)
	);
	return [...ledger.sources.values()]
		.filter(({ id }) => id !== source.id)
		.map((other) => ({
			source: other,
			claims: own.filter((sources) => sources.includes(other.id)).length,
			wording: source.sharedWording.find((shared) => shared.with === other.id)?.what
		}))
		.sort((a, b) => b.claims - a.claims);
}

export interface SourceSummary {
	source: Source;
	claims: number;
	/** How many voices it gives words to, beside its own. */
	voices: number;
	perSpeaker: Record<Speaker, number>;
	alone: number;
	slips: number;
}

/** An article in figures. */
export function summarise(source: Source, ledger: LedgerIndex): SourceSummary {
	const { id } = source;
	return {
		source,
		claims: claimsOf(id, ledger).length,
		voices: voicesIn(id, ledger).filter(({ speaker }) => speaker !== 'itself').length,
		perSpeaker: claimsPerSpeaker(id, ledger),
		alone: toldAlone(id, ledger).length,
		slips: slipsOf(id, ledger).length
	};
}

export interface SourcePart {
	/** Anchor in the page. */
	id: string;
	title: string;
	/** What is to be said before the claims. */
	remark: string | undefined;
	claims: Evidence[];
}

/** The claims of an article, paragraph by paragraph. */
export function partsByParagraph(source: Source, ledger: LedgerIndex): SourcePart[] {
	const claims = ledger.evidence(claimsOf(source.id, ledger).map(({ id }) => id));
	return Array.from({ length: source.paragraphs }, (_, index) => {
		const number = index + 1;
		const unused = source.unused.find(({ paragraph }) => paragraph === number)?.reason;
		/** Claims shown with an earlier paragraph that this one carries too. */
		const also = claims.some(({ claim }) => claim.paragraph.slice(1).includes(number));
		return {
			id: `p${number}`,
			title: `Paragraph ${number}`,
			remark: unused
				? `Not used: ${unused}`
				: also
					? 'Repeats a claim shown with an earlier paragraph.'
					: undefined,
			claims: claims.filter(({ claim }) => claim.paragraph[0] === number)
		};
	});
}

/** The claims of an article, voice by voice. */
export function partsByVoice(source: Source, ledger: LedgerIndex): SourcePart[] {
	const claims = ledger.evidence(claimsOf(source.id, ledger).map(({ id }) => id));
	return voicesIn(source.id, ledger).map(({ voice }) => ({
		id: `by-${voice.id}`,
		title: voice.name,
		remark: undefined,
		claims: claims.filter(({ claim }) => claim.voice === voice.id)
	}));
}
