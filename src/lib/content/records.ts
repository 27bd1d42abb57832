/** The records of the ledger, as an author writes them. Every content file passes these schemas. */
import * as v from 'valibot';
import { Amount, Count, EdtfText, Hour, Id, Ids, Quote, Revision, Text } from './fields.ts';
import { TERM_KINDS } from './term-kinds.ts';
import { CONTACT_KINDS, SIDES } from './kinds.ts';
import { LABEL_SIDES } from './map.ts';

const Paragraphs = v.pipe(
	v.union([Count, v.array(Count)], 'must be a paragraph number from 1 or a list of them'),
	v.transform((one) => (Array.isArray(one) ? one : [one])),
	v.minLength(1, 'must name at least one paragraph')
);

/** A date with how it was worked out where the paragraph does not print it. */
export const Dated = v.strictObject({
	when: EdtfText,
	how: v.optional(Text),
	/** Hour as the article gives it, with its zone, e.g. `00:05 UTC+4`. */
	time: v.optional(Text)
});

const PublicReference = v.pipe(
	v.strictObject({
		publisher: Text,
		title: Text,
		date: v.optional(EdtfText),
		url: v.optional(
			v.pipe(
				v.string(),
				v.url('must be a web address'),
				v.startsWith('https://', 'must begin with https://')
			)
		),
		/** Set where only a copy was read; such a reference has no link. */
		copyOnly: v.optional(v.boolean())
	}),
	v.check(
		({ copyOnly, url }) => !copyOnly || !url,
		'links to a copy; remove the url, or copyOnly where the original was read'
	),
	v.check(
		({ publisher, title }) => !/\bread in (a copy|copies)\b/.test(`${publisher} ${title}`),
		'says that it was read in a copy; remove the words and write copyOnly: true, and the page will say so once'
	)
);

export const Source = v.strictObject({
	id: Id,
	revision: Revision,
	outlet: Text,
	/** Short form for a reference mark. */
	short: Text,
	headline: v.strictObject({ text: Text, certainty: Text }),
	published: v.strictObject({ when: EdtfText, how: Text }),
	dateline: v.optional(Text),
	byline: Text,
	owner: Text,
	funding: Text,
	seat: Text,
	stateLink: Text,
	/** How others describe the outlet, each with its reference below. */
	described: v.array(Text),
	sharedWording: v.array(v.strictObject({ with: Id, what: Text })),
	confidence: Text,
	references: v.array(PublicReference),
	paragraphs: Count,
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 of 64 hex digits')),
	unused: v.array(v.strictObject({ paragraph: Count, reason: Text }))
});

export const Voice = v.strictObject({
	id: Id,
	revision: Revision,
	name: Text,
	kind: v.picklist(['person', 'institution', 'outlet', 'unnamed']),
	/** Office at the time of the articles; for an institution, what it is. */
	office: Text,
	side: v.picklist(SIDES),
	/** The source whose own voice this is. */
	reporterOf: v.optional(Id),
	references: v.optional(v.array(PublicReference), [])
});

export const Place = v.strictObject({
	id: Id,
	revision: Revision,
	name: Text,
	kind: Text,
	/** WGS 84 decimal degrees, latitude first. Absent for an area. */
	point: v.optional(v.tuple([v.number(), v.number()])),
	/** On which side of the point the map writes its name. */
	label: v.optional(v.picklist(LABEL_SIDES, `must be one of ${LABEL_SIDES.join(', ')}`), 'right'),
	country: Text,
	names: v.array(v.strictObject({ form: Text, usedBy: Text })),
	/** Other names that a reader may type. Search finds the place by them; no page shows them. */
	spellings: v.optional(v.array(Text), []),
	/** Who held it at the time of the articles. */
	held: v.array(v.strictObject({ when: Text, by: Text })),
	note: v.optional(Text),
	references: v.optional(v.array(PublicReference), [])
});

export const Event = v.strictObject({
	id: Id,
	revision: Revision,
	title: Text,
	when: EdtfText,
	how: v.optional(Text),
	/** What happened, as far as no source in the ledger contests it. */
	text: Text
});

export const CLAIM_KINDS = [
	'event',
	'accusation',
	'denial',
	'casualty',
	'call',
	'agreement',
	'meeting',
	'background',
	'wording'
] as const;

const Difference = v.strictObject({ claim: Id, in: Text });

export const ClaimRecord = v.strictObject({
	id: Id,
	revision: Revision,
	paragraph: Paragraphs,
	voice: Id,
	kind: v.picklist(CLAIM_KINDS),
	/** What is said, in our own words, without the speaker (the voice stands beside it). */
	text: Text,
	/** The article's wording where it matters, without the quotation marks. */
	quote: v.optional(Quote),
	said: v.optional(Dated),
	about: v.optional(Dated),
	event: v.optional(Id),
	places: Ids,
	/** Voices spoken of, beside the one that speaks. */
	mentions: Ids,
	/** What the article leaves open. */
	unclear: v.optional(v.array(v.picklist(['speaker', 'date', 'place', 'number'])), []),
	denies: Ids,
	answers: Ids,
	same: Ids,
	differs: v.optional(v.array(Difference), []),
	/** Why no card teaches this claim or no question asks about it, where that is so. */
	asideBecause: v.optional(Text)
});

export const Position = v.strictObject({
	label: Text,
	claims: v.pipe(v.array(Id), v.minLength(1))
});

export const Dispute = v.strictObject({
	id: Id,
	revision: Revision,
	question: Text,
	event: v.optional(Id),
	positions: v.pipe(v.array(Position), v.minLength(1)),
	/** What none of the articles says, and a reader of all of them still does not know. */
	missing: Text,
	/** What would settle it. */
	settle: Text,
	/** What a careful reader may conclude. */
	reading: Text
});

/** Uses of a form that an article gives to a speaker. All its other uses are the article's own. */
const SpokenUse = v.strictObject({
	/** Source that prints it. */
	in: Id,
	/** Voices that say it; more than one where the article gives it to them together. */
	by: v.pipe(v.array(Id), v.minLength(1, 'must name at least one voice')),
	times: v.optional(Count, 1),
	/** Set where the word stands in the article's account of what was said, and not in quotation marks. */
	retold: v.optional(v.boolean(), false)
});

/** A word as it is counted; see `word-count.ts` for what counts as one use. */
const TermForm = v.strictObject({
	form: Text,
	/** Endings and spellings that are counted with it. */
	also: v.optional(v.array(Text), []),
	/** Uses in the printed text by source; a source that is not named has none. */
	counts: v.optional(v.record(Id, Count), {}),
	said: v.optional(v.array(SpokenUse), [])
});

export const Term = v.strictObject({
	id: Id,
	revision: Revision,
	term: Text,
	kind: v.picklist(TERM_KINDS),
	implies: Text,
	weWrite: Text,
	forms: v.pipe(v.array(TermForm), v.minLength(1, 'must list at least one form')),
	/** Phrases in which a form means something else; they are not counted. */
	except: v.optional(v.array(Text), []),
	claims: v.array(Id)
});

/** An editor's note: a slip in an article, or what the articles could not know. Never in a key. */
export const Note = v.strictObject({
	id: Id,
	revision: Revision,
	kind: v.picklist(['slip', 'later', 'context']),
	on: v.pipe(v.array(Id), v.minLength(1, 'must name at least one claim')),
	/** Whose slip it is, where the note also stands on claims of an article that has it right. */
	of: v.optional(v.array(Id)),
	text: Text,
	references: v.array(PublicReference)
});

/** One size at the most, and the ends of a range in their order. */
const isOneSize = (sizes: unknown[], [from, to]: (number | undefined)[]) =>
	sizes.filter((each) => each !== undefined).length <= 1 &&
	(from === undefined || to === undefined || from < to);

/** One figure as one article has it; with no size where the article gives no number. */
export const Figure = v.pipe(
	v.strictObject({
		/** The figure with the small words that belong to it: "at least 49", "thousands". */
		words: Text,
		/** That number, no more and no less. */
		is: v.optional(Amount),
		about: v.optional(Amount),
		/** That number or more; with `to`, a range. */
		from: v.optional(Amount),
		/** A little less than that number; with `from`, a range. */
		to: v.optional(Amount),
		/** An hour of the group's day, local time. */
		at: v.optional(Hour),
		/** How many of the group's units the printed unit has: 7 for weeks among days. */
		times: v.optional(Count, 1),
		/** Claims of one article. The first tells whose count it is, and when it was said. */
		claims: v.pipe(v.array(Id), v.minLength(1, 'must name at least one claim'))
	}),
	v.check(
		({ is, about, from, to, at }) => isOneSize([is, about, from ?? to, at], [from, to]),
		'must have one of is, about and at, or from, to or both, the lower one first'
	)
);

/** One thing that articles counted, and every figure for it. */
export const FigureGroup = v.strictObject({
	id: Id,
	revision: Revision,
	title: Text,
	/** What is counted, in the plural: soldiers, days. */
	unit: Text,
	/** Amounts begin at zero; a clock shows the hours of one day. */
	scale: v.optional(v.picklist(['amount', 'clock']), 'amount'),
	event: v.optional(Id),
	/** What a careful reader watches for. */
	text: Text,
	parts: v.pipe(
		v.array(
			v.strictObject({
				/** Who or what was counted: "Soldiers of Armenia, killed". */
				of: Text,
				/** Whose they were, where it matters. */
				sides: v.optional(v.array(v.picklist(['armenia', 'azerbaijan', 'karabakh'])), []),
				figures: v.array(Figure)
			})
		),
		v.minLength(1, 'must hold at least one part')
	),
	/** What none of the five articles counts here. */
	absent: Text,
	notes: Ids,
	disputes: Ids
});

/**
 * Who had to do with whom, as claims tell it. *met*: came together. *planned*: announced as still to come, and no
 * article tells whether it took place. *spoke*: by telephone, where the article says how. *asked*: a demand.
 */
export const Contact = v.strictObject({
	id: Id,
	revision: Revision,
	kind: v.picklist(CONTACT_KINDS),
	/** Voices that came together or spoke, each with each other; of a demand, those who made it. */
	who: v.pipe(v.array(Id), v.minLength(1, 'must name at least one voice')),
	/** Voices with whom each of those met or spoke, or of whom it was asked; empty where the articles name nobody. */
	to: Ids,
	/** What the articles leave open about who took part, or how. */
	note: v.optional(Text),
	/** The first one dates it. */
	claims: v.pipe(v.array(Id), v.minLength(1, 'must name at least one claim'))
});

/** One event after the articles, in the editors' own words. */
export const LaterEvent = v.pipe(
	v.strictObject({
		id: Id,
		revision: Revision,
		title: Text,
		when: EdtfText,
		/** What happened, as far as no source of the note contests it. */
		text: Text,
		/** How each side describes it; `both` where they do so alike. */
		armenia: v.optional(Text),
		azerbaijan: v.optional(Text),
		both: v.optional(Text),
		others: v.optional(v.array(v.strictObject({ who: Text, text: Text })), []),
		/** What was counted, by whom and when. */
		figures: v.optional(
			v.array(v.strictObject({ who: Text, when: v.optional(EdtfText), figure: Text })),
			[]
		),
		/** Where the sources of the note part. */
		differences: v.optional(Text),
		/** How well it is attested; what is less so is left out. */
		confidence: v.picklist(['high', 'medium']),
		/** What the confidence is lower for. */
		lessSure: v.optional(Text),
		/** Events in the articles that it goes on from. */
		follows: Ids,
		references: v.pipe(v.array(PublicReference), v.minLength(1, 'must name at least one source'))
	}),
	v.check(
		({ armenia, azerbaijan, both }) =>
			both ? !armenia && !azerbaijan : Boolean(armenia && azerbaijan),
		'must tell how both sides describe it; write armenia and azerbaijan, or both where they agree'
	)
);

/** What came after the articles, as far as the editors' sources go. Never in a key. */
export const Later = v.strictObject({
	/** The last month or day that the sources reach. */
	until: EdtfText,
	/** How things stood then. */
	standing: Text,
	references: v.array(PublicReference),
	events: v.array(LaterEvent)
});

export const Module = v.strictObject({
	id: Id,
	revision: Revision,
	title: Text,
	goal: Text,
	minutes: Count,
	/** Why the articles make its keys rest on one side's claims more often, where they do. */
	balance: v.optional(Text)
});

/** What the home page opens with: a disputed point, and a claim of each side. */
export const Home = v.strictObject({ dispute: Id, claims: v.tuple([Id, Id]) });

/** What a revision changed, for those who read the card before. */
const Change = v.strictObject({
	/** The one that brought it. */
	revision: Count,
	/** The day on which it was changed. */
	when: EdtfText,
	/** In one sentence. */
	what: Text
});

export const CardHead = v.strictObject({
	id: Id,
	revision: Revision,
	title: Text,
	/** The one question that the card answers. */
	question: Text,
	asOf: EdtfText,
	notes: Ids,
	/** One for each revision above the first. */
	changes: v.optional(v.array(Change), [])
});

export type Source = v.InferOutput<typeof Source>;
export type Voice = v.InferOutput<typeof Voice>;
export type Place = v.InferOutput<typeof Place>;
export type Event = v.InferOutput<typeof Event>;
/** A claim knows its source from the file it stands in. */
export type Claim = v.InferOutput<typeof ClaimRecord> & { source: string };
export type Position = v.InferOutput<typeof Position>;
export type Dispute = v.InferOutput<typeof Dispute>;
export type Term = v.InferOutput<typeof Term>;
export type TermForm = v.InferOutput<typeof TermForm>;
export type Note = v.InferOutput<typeof Note>;
export type Figure = v.InferOutput<typeof Figure>;
export type FigureGroup = v.InferOutput<typeof FigureGroup>;
export type Contact = v.InferOutput<typeof Contact>;
export type Module = v.InferOutput<typeof Module>;
export type LaterEvent = v.InferOutput<typeof LaterEvent>;
export type Later = v.InferOutput<typeof Later>;
export type Home = v.InferOutput<typeof Home>;
export type CardHead = v.InferOutput<typeof CardHead>;
export type Change = CardHead['changes'][number];
export type Side = Voice['side'];
export type PublicReference = v.InferOutput<typeof PublicReference>;
