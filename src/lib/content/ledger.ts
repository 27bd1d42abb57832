/** The whole content after the gate: records by id, and the course in reading order. */
import type { Inline } from './card-text.ts';
import type { CourseItem, Whys } from './item.ts';
import type {
	CardHead,
	Claim,
	Contact,
	Dispute,
	Event,
	FigureGroup,
	Home,
	Later,
	Module,
	Note,
	Place,
	Source,
	Term,
	Voice
} from './records.ts';

export interface CardSentence {
	parts: Inline[];
	claims: string[];
}

export interface Card extends CardHead {
	paragraphs: CardSentence[][];
}

export interface CourseModule extends Module {
	cards: Card[];
	items: CourseItem[];
	/** Whys of each item, by the item's id. */
	whys: Record<string, Whys>;
}

export interface Ledger {
	sources: Map<string, Source>;
	voices: Map<string, Voice>;
	places: Map<string, Place>;
	events: Map<string, Event>;
	terms: Map<string, Term>;
	notes: Map<string, Note>;
	disputes: Map<string, Dispute>;
	figures: Map<string, FigureGroup>;
	contacts: Map<string, Contact>;
	claims: Map<string, Claim>;
	modules: CourseModule[];
	home: Home | undefined;
	/** What came after the articles. */
	later: Later | undefined;
}
