/**
 * The content as the app carries it: a few kinds of pack, each text in one of them only, so that
 * an edited card changes one small file. The pack of the fairness report holds counts and ids alone.
 */
import type { CourseItem, ItemEntry, PlayedItem, Whys } from './item.ts';
import type { Card, CourseModule, Ledger } from './ledger.ts';
import { disputeStatus } from './dispute-status.ts';
import type { Status } from './status.ts';
import type {
	CardHead,
	Claim,
	Dispute,
	Event,
	FigureGroup,
	Note,
	Place,
	Source,
	Term,
	Contact,
	Later,
	Voice
} from './records.ts';

export interface ModuleEntry {
	id: string;
	title: string;
	goal: string;
	minutes: number;
	cards: Pick<CardHead, 'id' | 'title' | 'revision'>[];
	/** Ids of its questions. */
	items: string[];
	/** Revisions of its questions by id, where they are not the first. */
	revisions: Record<string, number>;
}

/** A disputed point as the home page opens with it. */
export interface Opening {
	/** Id of the dispute. */
	dispute: string;
	question: string;
	status: Status;
	claims: { id: string; text: string; voice: string; source: string; where: string }[];
}

/** What the home page needs: the course, and no more. */
export interface CatalogPack {
	modules: ModuleEntry[];
	opening: Opening | undefined;
}

/** The evidence: everything that a claim leads to. */
export interface LedgerPack {
	sources: Source[];
	voices: Voice[];
	places: Place[];
	events: Event[];
	notes: Note[];
	disputes: Dispute[];
	contacts: Contact[];
	claims: Claim[];
}

/** What was counted; its claims stand in the ledger. */
export interface FiguresPack {
	groups: FigureGroup[];
}

/** Loaded words, technical words and paired names, with their counts. */
export interface TermsPack {
	terms: Term[];
}

export interface CardsPack {
	module: string;
	cards: Card[];
}

export interface QuizPack {
	module: string;
	title: string;
	/** With the title, all that the quiz page says before its first question. */
	goal: string;
	/** The cards that questions lead back to. */
	cards: { id: string; title: string }[];
	items: PlayedItem[];
}

/** What the page of a quiz carries, so that it can begin: some of its questions, and what the others are. */
export interface QuizStart extends QuizPack {
	/** All questions, where `items` holds only some. */
	entries?: Pick<PlayedItem, 'id' | 'revision'>[];
}

/** What a quiz tells only after an answer. */
export interface WhysPack {
	module: string;
	/** By the id of the item. */
	whys: Record<string, Whys>;
	/** The claims that each key rests on, by the id of the item. */
	claims: Record<string, string[]>;
}

/** Every question as review looks at it, without its text. */
export interface ItemsPack {
	items: ItemEntry[];
}

function packOpening({ home, disputes, claims, voices, sources }: Ledger): Opening | undefined {
	const dispute = disputes.get(home?.dispute ?? '');
	if (!home || !dispute) return undefined;
	return {
		dispute: dispute.id,
		question: dispute.question,
		status: disputeStatus(dispute, claims, voices),
		claims: home.claims.flatMap((id) => {
			const claim = claims.get(id);
			const voice = voices.get(claim?.voice ?? '');
			const source = sources.get(claim?.source ?? '');
			if (!claim || !voice || !source) return [];
			const where = `${source.short} ¶${claim.paragraph[0] ?? ''}`;
			return [{ id, text: claim.text, voice: voice.name, source: source.id, where }];
		})
	};
}

export const packCatalog = (ledger: Ledger): CatalogPack => ({
	opening: packOpening(ledger),
	modules: ledger.modules.map(({ id, title, goal, minutes, cards, items }) => ({
		id,
		title,
		goal,
		minutes,
		cards: cards.map((card) => ({ id: card.id, title: card.title, revision: card.revision })),
		items: items.map((item) => item.id),
		revisions: Object.fromEntries(
			items.filter(({ revision }) => revision > 1).map(({ id, revision }) => [id, revision])
		)
	}))
});

export const packLedger = (ledger: Ledger): LedgerPack => ({
	sources: [...ledger.sources.values()],
	voices: [...ledger.voices.values()],
	places: [...ledger.places.values()],
	events: [...ledger.events.values()],
	notes: [...ledger.notes.values()],
	disputes: [...ledger.disputes.values()],
	contacts: [...ledger.contacts.values()],
	claims: [...ledger.claims.values()]
});

export const packFigures = ({ figures }: Ledger): FiguresPack => ({
	groups: [...figures.values()]
});
export const packTerms = (ledger: Ledger): TermsPack => ({ terms: [...ledger.terms.values()] });
/** What came after the articles, apart from the ledger: nothing that is asked rests on it. */
export const packLater = (ledger: Ledger): Later | undefined => ledger.later;

/** Which cards teach an event, by its id: `module/card`, those that cite most of its claims first. */
export type EventCardsPack = Record<string, string[]>;

/** Links each event to the cards whose sentences cite a claim of it. */
export function packEventCards({ modules, claims, events }: Ledger): EventCardsPack {
	const cards = modules.flatMap(({ id, cards }) =>
		cards.map((card) => {
			const cited = new Set(card.paragraphs.flat().flatMap((sentence) => sentence.claims));
			return { path: `${id}/${card.id}`, of: [...cited].map((claim) => claims.get(claim)?.event) };
		})
	);
	const citing = (event: string) =>
		cards
			.map(({ path, of }) => ({ path, count: of.filter((each) => each === event).length }))
			.filter(({ count }) => count > 0)
			.sort((a, b) => b.count - a.count)
			.map(({ path }) => path);
	return Object.fromEntries([...events.keys()].map((event) => [event, citing(event)]));
}

export const packCards = ({ id, cards }: CourseModule): CardsPack => ({ module: id, cards });

export const packQuiz = ({ id, title, goal, cards, items }: CourseModule): QuizPack => ({
	module: id,
	title,
	goal,
	cards: cards.map((card) => ({ id: card.id, title: card.title })),
	items: items.map(({ claims: _claims, difficulty: _difficulty, ...asked }) => asked as PlayedItem)
});

export const packWhys = ({ id, items, whys }: CourseModule): WhysPack => ({
	module: id,
	whys,
	claims: Object.fromEntries(items.map((item) => [item.id, item.claims]))
});

/** Asks on what accounts part: a verdict, or any question that tests disputes. */
const isDisputed = ({ kind, tests }: CourseItem) => kind === 'verdict' || tests === 'disputes';

export const packItems = ({ modules }: Ledger): ItemsPack => ({
	items: modules.flatMap(({ id: module, items }) =>
		items.map((item) => ({
			id: item.id,
			revision: item.revision,
			module,
			kind: item.kind,
			tests: item.tests,
			disputed: isDisputed(item)
		}))
	)
});
