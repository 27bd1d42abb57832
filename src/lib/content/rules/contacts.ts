import type { Claim, Contact } from '../records.ts';
import type { Located } from '../read.ts';
import type { Mistake } from '../mistakes.ts';
import { mistakeAt, type Rule, type RuleInput } from './rule.ts';

/** The kind of claim that a contact rests on. */
const restsOn = ({ kind }: Contact): Claim['kind'] => (kind === 'asked' ? 'call' : 'meeting');

/** Voices of a contact that none of its claims names as speaker or mentions. */
function unnamed(contact: Located<Contact>, claims: readonly Claim[]): Mistake[] {
	const named = new Set(claims.flatMap(({ voice, mentions }) => [voice, ...mentions]));
	return (['who', 'to'] as const).flatMap((field) =>
		contact.value[field].flatMap((voice, index) =>
			named.has(voice)
				? []
				: [
						mistakeAt(
							contact,
							[field, index],
							`names "${voice}", and no claim of this contact has that voice or mentions it; add the claim that does, or take the voice out`
						)
					]
		)
	);
}

/** Claims of the other sort: a demand is no meeting, and a meeting no demand. */
function mixed(contact: Located<Contact>, claims: readonly Claim[]): Mistake[] {
	const { id, kind } = contact.value;
	const needed = restsOn(contact.value);
	if (!claims.some((claim) => claim.kind === needed))
		return [
			mistakeAt(
				contact,
				['claims'],
				`contact "${id}" (${kind}) rests on no claim of kind ${needed}; name one`
			)
		];
	const foreign = needed === 'call' ? 'meeting' : 'call';
	return claims.flatMap((claim) =>
		claim.kind === foreign
			? [
					mistakeAt(
						contact,
						['claims', contact.value.claims.indexOf(claim.id)],
						`names "${claim.id}", a claim of kind ${foreign}, in a contact of kind ${kind}; give it a contact of its own`
					)
				]
			: []
	);
}

function contactMistakes(contact: Located<Contact>, { known }: RuleInput): Mistake[] {
	const claims = contact.value.claims.map((id) => known.claims.get(id));
	// An id that is not there is a mistake of its own.
	if (claims.includes(undefined)) return [];
	const found = claims.filter((claim) => claim !== undefined);
	return [...unnamed(contact, found), ...mixed(contact, found)];
}

/**
 * Every claim of a meeting or a demand stands in a contact that says who took part, and a contact names only
 * voices that its claims name.
 */
export const soundContacts: Rule = (input) => {
	const { contacts, claims, unread } = input.records;
	const told = new Set(contacts.flatMap(({ value }) => value.claims));
	const waiting = unread.find(({ path }) => path === 'contacts.yaml')?.text ?? '';
	const missing = claims.filter(
		({ value: { id, kind } }) =>
			(kind === 'meeting' || kind === 'call') && !told.has(id) && !waiting.includes(id)
	);
	return [
		...contacts.flatMap((contact) => contactMistakes(contact, input)),
		...missing.map((claim) =>
			mistakeAt(
				claim,
				['kind'],
				`claim "${claim.value.id}" (${claim.value.kind}) stands in no contact; say in contacts.yaml who took part, or who asked it of whom`
			)
		)
	];
};
