/**
 * The content as the app carries it: four kinds of pack, each text in one of them only, so that
 * an edited card changes one small file.
 */
import type { PlayedItem } from './item.ts';
import type { Card, CourseModule, Ledger } from './ledger.ts';
import type { CardHead, Claim, Dispute, Event, Note, Place, Source, Voice } from './records.ts';

export interface ModuleEntry {
	id: string;
	title: string;
	goal: string;
	minutes: number;
	cards: Pick<CardHead, 'id' | 'title' | 'revision'>[];
	/** Ids of its questions. */
	items: string[];
}

/** What the home page needs: the course, and no more. */
export interface CatalogPack {
	modules: ModuleEntry[];
}

/** The evidence: everything that a claim leads to. */
export interface LedgerPack {
	sources: Source[];
	voices: Voice[];
	places: Place[];
	events: Event[];
	notes: Note[];
	disputes: Dispute[];
	claims: Claim[];
}

export interface CardsPack {
	module: string;
	cards: Card[];
}

export interface QuizPack {
	module: string;
	title: string;
	items: PlayedItem[];
}

export const packCatalog = ({ modules }: Ledger): CatalogPack => ({
	modules: modules.map(({ id, title, goal, minutes, cards, items }) => ({
		id,
		title,
		goal,
		minutes,
		cards: cards.map((card) => ({ id: card.id, title: card.title, revision: card.revision })),
		items: items.map((item) => item.id)
	}))
});

export const packLedger = (ledger: Ledger): LedgerPack => ({
	sources: [...ledger.sources.values()],
	voices: [...ledger.voices.values()],
	places: [...ledger.places.values()],
	events: [...ledger.events.values()],
	notes: [...ledger.notes.values()],
	disputes: [...ledger.disputes.values()],
	claims: [...ledger.claims.values()]
});

export const packCards = ({ id, cards }: CourseModule): CardsPack => ({ module: id, cards });

export const packQuiz = ({ id, title, items }: CourseModule): QuizPack => ({
	module: id,
	title,
	items
});
