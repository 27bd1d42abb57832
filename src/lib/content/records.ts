/** The records of the ledger, as an author writes them. Every content file passes these schemas. */
import * as v from 'valibot';
import { Count, EdtfText, Id, Ids, Quote, Revision, Text } from './fields.ts';

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

const PublicReference = v.strictObject({
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
});

export const SIDES = ['armenia', 'azerbaijan', 'karabakh', 'outside', 'none'] as const;

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
	/** Why no card or question uses this claim, where none does. */
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
	/** What would settle it. */
	settle: Text,
	/** What a careful reader may conclude. */
	reading: Text
});

export const Term = v.strictObject({
	id: Id,
	revision: Revision,
	term: Text,
	implies: Text,
	weWrite: Text,
	claims: v.array(Id)
});

/** An editor's note: a slip in an article, or what the articles could not know. Never in a key. */
export const Note = v.strictObject({
	id: Id,
	revision: Revision,
	kind: v.picklist(['slip', 'later', 'context']),
	on: v.pipe(v.array(Id), v.minLength(1, 'must name at least one claim')),
	text: Text,
	references: v.array(PublicReference)
});

export const Module = v.strictObject({
	id: Id,
	revision: Revision,
	title: Text,
	goal: Text,
	minutes: Count
});

/** What the home page opens with: a disputed point, and a claim of each side. */
export const Home = v.strictObject({ dispute: Id, claims: v.tuple([Id, Id]) });

export const CardHead = v.strictObject({
	id: Id,
	revision: Revision,
	title: Text,
	/** The one question that the card answers. */
	question: Text,
	asOf: EdtfText,
	notes: Ids
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
export type Note = v.InferOutput<typeof Note>;
export type Module = v.InferOutput<typeof Module>;
export type Home = v.InferOutput<typeof Home>;
export type CardHead = v.InferOutput<typeof CardHead>;
export type Side = (typeof SIDES)[number];
export type PublicReference = v.InferOutput<typeof PublicReference>;
