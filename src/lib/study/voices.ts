/** The voices as pages show them: what each says, where, and in which disputed points it stands. */
import { disputeStatus } from '../content/dispute-status.ts';
import { formatEdtf } from '../content/edtf.ts';
import type { Evidence, LedgerIndex } from '../content/evidence.ts';
import { sameClaims } from '../content/links.ts';
import type { CardsPack, CatalogPack } from '../content/packs.ts';
import { SIDES } from '../content/kinds.ts';
import type { Side, Source, Voice } from '../content/records.ts';
import type { Status } from '../content/status.ts';

/** How many claims an article gives to somebody. */
export interface Share {
	source: Source;
	claims: number;
}

export interface VoiceEntry {
	voice: Voice;
	claims: number;
	/** The articles that give it words, in the order of the ledger. */
	words: Share[];
	/** The articles that speak of it and give it no word. */
	namedIn: Source[];
}

/** Every voice, in the order in which the ledger has them. */
export function voiceEntries(ledger: LedgerIndex): VoiceEntry[] {
	const claims = [...ledger.claims.values()];
	const sources = [...ledger.sources.values()];
	return [...ledger.voices.values()].map((voice) => {
		const own = claims.filter((claim) => claim.voice === voice.id);
		const words = sources
			.map((source) => ({
				source,
				claims: own.filter((claim) => claim.source === source.id).length
			}))
			.filter((share) => share.claims > 0);
		const mentioning = new Set(
			claims.filter(({ mentions }) => mentions.includes(voice.id)).map(({ source }) => source)
		);
		for (const { source } of words) mentioning.delete(source.id);
		const namedIn = sources.filter(({ id }) => mentioning.has(id));
		return { voice, claims: own.length, words, namedIn };
	});
}

export interface VoiceFilter {
	/** Id of a source. */
	article: string;
	side: string;
	/** `words` leaves out the voices that are only spoken of. */
	heard: string;
}

/** The voices that pass a filter, by side; an empty field lets everything pass, and sides without a voice are left out. */
export function filterVoices(
	entries: readonly VoiceEntry[],
	{ article, side, heard }: VoiceFilter
): { side: Side; entries: VoiceEntry[] }[] {
	const inArticle = ({ words, namedIn }: VoiceEntry) =>
		!article ||
		words.some(({ source }) => source.id === article) ||
		(!heard && namedIn.some(({ id }) => id === article));
	return SIDES.filter((each) => !side || each === side)
		.map((each) => ({
			side: each,
			entries: entries.filter(
				(entry) =>
					entry.voice.side === each && inArticle(entry) && (!heard || entry.words.length > 0)
			)
		}))
		.filter((group) => group.entries.length > 0);
}

export interface ClaimGroup {
	/** Id of the event or the source; `other` for claims of no event. */
	id: string;
	title: string;
	when: string;
	claims: Evidence[];
}

/**
 * Claims by the event they tell of, in the order of its days, or by the article that prints them.
 *
 * @param by `article`; anything else is by event
 */
export function claimGroups(
	claims: readonly Evidence[],
	by: string,
	ledger: Pick<LedgerIndex, 'events' | 'sources'>
): ClaimGroup[] {
	const events = [...ledger.events.values()].sort((a, b) => (a.when < b.when ? -1 : 1));
	const heads =
		by === 'article'
			? [...ledger.sources.values()].map(({ id, outlet, published }) => ({
					id,
					title: outlet,
					when: formatEdtf(published.when)
				}))
			: [
					...events.map(({ id, title, when }) => ({ id, title, when: formatEdtf(when) })),
					{ id: 'other', title: 'Beside the events', when: '' }
				];
	const keyOf = ({ claim }: Evidence) =>
		by === 'article' ? claim.source : (claim.event ?? 'other');
	return heads
		.map((head) => ({ ...head, claims: claims.filter((each) => keyOf(each) === head.id) }))
		.filter((group) => group.claims.length > 0);
}

export interface TakenPosition {
	id: string;
	question: string;
	status: Status;
	/** Labels of the positions that its claims carry. */
	labels: string[];
}

/** The disputed points in which a claim of this voice, or one that says the same, carries a position. */
export function positionsOf(voice: string, ledger: LedgerIndex): TakenPosition[] {
	const carries = (ids: readonly string[]) =>
		ids.some((id) =>
			[...sameClaims(id, ledger.claims)].some((one) => ledger.claims.get(one)?.voice === voice)
		);
	return [...ledger.disputes.values()].flatMap((dispute) => {
		const labels = dispute.positions.filter((one) => carries(one.claims)).map((one) => one.label);
		if (labels.length === 0) return [];
		const status = disputeStatus(dispute, ledger.claims, ledger.voices);
		return [{ id: dispute.id, question: dispute.question, status, labels }];
	});
}

export interface NamingCard {
	module: string;
	id: string;
	title: string;
}

/** The cards whose text names a voice, by module, in reading order; modules without one are left out. */
export const cardsNaming = (voice: string, packs: readonly CardsPack[], catalog: CatalogPack) =>
	packs
		.map(({ module, cards }) => ({
			title: catalog.modules.find(({ id }) => id === module)?.title ?? module,
			cards: cards
				.filter(({ paragraphs }) =>
					paragraphs
						.flat()
						.flatMap(({ parts }) => parts)
						.some((part) => typeof part !== 'string' && part.to === 'voice' && part.id === voice)
				)
				.map(({ id, title }): NamingCard => ({ module, id, title }))
		}))
		.filter(({ cards }) => cards.length > 0);
