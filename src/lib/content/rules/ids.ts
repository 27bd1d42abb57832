import type { Gathered } from '../gather.ts';
import type { Mistake } from '../mistakes.ts';
import type { Located, Path } from '../read.ts';
import type { LaterEvent } from '../records.ts';
import { mistakeAt, unknownId, type IdKind, type Rule, type RuleInput } from './rule.ts';

/** The events after the articles, each with the place where it stands in the one file. */
export const laterEvents = ({ later }: Pick<Gathered, 'later'>): Located<LaterEvent>[] =>
	later.flatMap((located) =>
		located.value.events.map((event, index) => ({
			value: event,
			file: located.file,
			line: (path: Path = []) => located.line(['events', index, ...path])
		}))
	);

/** All records by the kind of their ids. */
export function recordsByKind(records: Gathered): Record<IdKind, Located<{ id: string }>[]> {
	return {
		source: records.sources,
		voice: records.voices,
		place: records.places,
		event: records.events,
		term: records.terms,
		note: records.notes,
		dispute: records.disputes,
		'group of figures': records.figures,
		contact: records.contacts,
		'later event': laterEvents(records),
		claim: records.claims,
		module: records.modules.flatMap((module) => module.head ?? []),
		card: records.modules.flatMap((module) => module.cards),
		item: records.modules.flatMap((module) => module.items)
	};
}

/** No two records of a kind share an id. */
export const uniqueIds: Rule = ({ records }) =>
	Object.entries(recordsByKind(records)).flatMap(([kind, all]) => {
		const first = new Map<string, Located<unknown>>();
		return all.flatMap((located): Mistake[] => {
			const { id } = located.value;
			const earlier = first.get(id);
			if (!earlier) first.set(id, located);
			if (!earlier) return [];
			const where = `${earlier.file}:${earlier.line(['id'])}`;
			return [
				mistakeAt(
					located,
					['id'],
					`is a second ${kind} with the id "${id}"; the first is at ${where}, give this one another id`
				)
			];
		});
	});

/** Every id that a record other than an item or a card names is there. */
export const knownIds: Rule = (input) => [
	...input.records.claims.flatMap((claim) => claimIds(input, claim)),
	...claimSources(input),
	...input.records.disputes.flatMap((dispute) => disputeIds(input, dispute)),
	...otherIds(input)
];

/** The name of a file of claims is the id of their source. */
function claimSources(input: RuleInput): Mistake[] {
	const firstOf = new Map(input.records.claims.map((claim) => [claim.value.source, claim]));
	return [...firstOf].flatMap(([source, claim]) =>
		unknownId(input, { ...claim, line: () => 1 }, [], 'source', source)
	);
}

function disputeIds(input: RuleInput, dispute: Gathered['disputes'][number]): Mistake[] {
	const { event, positions } = dispute.value;
	return [
		...positions.flatMap(({ claims }, at) =>
			claims.flatMap((id, index) =>
				unknownId(input, dispute, ['positions', at, 'claims', index], 'claim', id)
			)
		),
		...(event ? unknownId(input, dispute, ['event'], 'event', event) : [])
	];
}

function otherIds(input: RuleInput): Mistake[] {
	const { voices, sources, home, terms, notes, contacts } = input.records;
	const check = (
		located: Located<unknown>,
		field: string,
		kind: IdKind,
		ids: readonly string[]
	): Mistake[] => ids.flatMap((id, index) => unknownId(input, located, [field, index], kind, id));
	return [
		...voices.flatMap((voice) =>
			check(voice, 'reporterOf', 'source', voice.value.reporterOf ? [voice.value.reporterOf] : [])
		),
		...sources.flatMap((source) =>
			check(
				source,
				'sharedWording',
				'source',
				source.value.sharedWording.map((one) => one.with)
			)
		),
		...home.flatMap((one) => [
			...unknownId(input, one, ['dispute'], 'dispute', one.value.dispute),
			...check(one, 'claims', 'claim', one.value.claims)
		]),
		...terms.flatMap((term) => check(term, 'claims', 'claim', term.value.claims)),
		...notes.flatMap((note) => [
			...check(note, 'on', 'claim', note.value.on),
			...check(note, 'of', 'source', note.value.of ?? [])
		]),
		...contacts.flatMap((contact) => [
			...check(contact, 'who', 'voice', contact.value.who),
			...check(contact, 'to', 'voice', contact.value.to),
			...check(contact, 'claims', 'claim', contact.value.claims)
		]),
		...laterEvents(input.records).flatMap((later) =>
			check(later, 'follows', 'event', later.value.follows)
		)
	];
}

function claimIds(input: RuleInput, claim: Gathered['claims'][number]): Mistake[] {
	const { value } = claim;
	const list = (field: 'places' | 'mentions' | 'denies' | 'answers' | 'same', kind: IdKind) =>
		value[field].flatMap((id, index) => unknownId(input, claim, [field, index], kind, id));
	return [
		...unknownId(input, claim, ['voice'], 'voice', value.voice),
		...(value.event ? unknownId(input, claim, ['event'], 'event', value.event) : []),
		...list('places', 'place'),
		...list('mentions', 'voice'),
		...list('denies', 'claim'),
		...list('answers', 'claim'),
		...list('same', 'claim'),
		...value.differs.flatMap((other, index) =>
			unknownId(input, claim, ['differs', index, 'claim'], 'claim', other.claim)
		)
	];
}
