import { describe, expect, it } from 'vitest';
import { mistakesIn, sample } from '../../../../tests/support/sample-content.ts';

/** A meeting of both councils, and a demand upon nobody by name. */
const CLAIMS = {
	met: `- id: he01-met
  paragraph: 1
  voice: herald-report
  kind: meeting
  text: The councils came together.
  about: { when: 2001-05 }
  mentions: [north-council, south-council]
  asideBecause: It is there for its contact.
`,
	asked: `- id: he01-asked
  paragraph: 1
  voice: north-council
  kind: call
  text: Somebody should open the gate.
  said: { when: unknown }
  places: [bridge]
  asideBecause: It is there for its contact.
`
};
const CONTACTS = `- id: councils-met
  kind: met
  who: [north-council]
  to: [south-council]
  claims: [he01-met]
- id: north-asks
  kind: asked
  who: [north-council]
  claims: [he01-asked]
`;

/** Mistakes in the sample with contacts, after words in them or in their claims were changed. */
function mistakesWith(...edits: [old: string, put: string][]): string[] {
	const change = (text: string) =>
		edits.reduce((changed, [old, put]) => changed.replace(old, put), text);
	const claims = sample['claims/herald.yaml'] ?? '';
	return mistakesIn({
		...sample,
		'claims/herald.yaml': claims + change(CLAIMS.met + CLAIMS.asked),
		'contacts.yaml': change(CONTACTS)
	});
}

it('passes what is sound', () => {
	expect(mistakesWith()).toEqual([]);
});

describe('a claim', () => {
	it('of a meeting or a demand stands in a contact', () => {
		expect(mistakesWith(['claims: [he01-asked]', 'claims: [ga02-locked]'])).toEqual([
			'claims/herald.yaml:21: claim "he01-asked" (call) stands in no contact; say in contacts.yaml who took part, or who asked it of whom',
			'contacts.yaml:9: contact "north-asks" (asked) rests on no claim of kind call; name one'
		]);
	});

	it('is not missed while the contacts cannot be read', () => {
		expect(mistakesWith(['kind: met', 'kind: wed'])).toEqual([
			'contacts.yaml:2: "kind" must be one of met, planned, spoke, asked, not "wed"'
		]);
	});
});

describe('a contact', () => {
	it('names only voices that its claims name', () => {
		expect(mistakesWith(['[north-council, south-council]', '[north-council]'])).toEqual([
			'contacts.yaml:4: names "south-council", and no claim of this contact has that voice or mentions it; add the claim that does, or take the voice out'
		]);
	});

	it('is no meeting and no demand at once', () => {
		expect(mistakesWith(['[he01-met]', '[he01-met, he01-asked]'])).toEqual([
			'contacts.yaml:5: names "he01-asked", a claim of kind call, in a contact of kind met; give it a contact of its own'
		]);
	});

	it('names voices and claims that are there', () => {
		expect(
			mistakesWith(['to: [south-council]', 'to: [south-counsel]'], ['[he01-met]', '[he01-mat]'])
		).toEqual([
			'claims/herald.yaml:13: claim "he01-met" (meeting) stands in no contact; say in contacts.yaml who took part, or who asked it of whom',
			'contacts.yaml:4: names no voice "south-counsel"; did you mean south-council?',
			'contacts.yaml:5: names no claim "he01-mat"; did you mean he01-met?'
		]);
	});
});
