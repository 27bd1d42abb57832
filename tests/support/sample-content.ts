/**
 * A small content that passes the gate: two invented articles, and at least one record of every
 * sort. Tests break it in one way each.
 */
import { createHash } from 'node:crypto';
import { gate } from '../../src/lib/content/gate.ts';
import type { Passed } from '../../src/lib/content/passed.ts';
import { formatMistake } from '../../src/lib/content/mistakes.ts';
import type { ContentFile } from '../../src/lib/content/read.ts';
import { itemKinds } from '../../src/lib/quiz/kinds/schemas.ts';

/** Texts of the two articles by source id; the first line of the first is its headline. */
export const articles = new Map([
	[
		'gazette',
		`Bridge over the quiet river stays shut while two councils trade letters
The north council wrote on Friday that the south council had "locked the gate", and that 12 carts were waiting since 7:30.

The south council answered that nobody had locked anything, and three carriers lost their wares.
`
	],
	['herald', 'Five carriers lost their wares at the bridge, the Herald learned.\n']
]);

const hashOf = (id: string) =>
	createHash('sha256')
		.update(articles.get(id) ?? '')
		.digest('hex');

const source = (id: string, outlet: string, paragraphs: number, unused: string) => `id: ${id}
outlet: ${outlet}
short: ${outlet}
headline:
  text: A bridge and two councils
  certainty: Printed above the text.
published:
  when: 2001-05-05
  how: Printed below the headline.
byline: No author is named.
owner: Nobody knows.
funding: Nobody knows.
seat: The island in the river.
stateLink: None.
described: []
sharedWording: []
confidence: High.
references: []
paragraphs: ${paragraphs}
sha256: ${hashOf(id)}
unused: ${unused}
`;

/** The files by path. */
export const sample: Readonly<Record<string, string>> = {
	'sources/gazette.yaml': source(
		'gazette',
		'River Gazette',
		3,
		'\n  - paragraph: 1\n    reason: It is the headline.'
	),
	'sources/herald.yaml': source('herald', 'Herald', 1, '[]'),
	'voices.yaml': `- id: gazette-report
  name: The Gazette's report
  kind: outlet
  office: The article's own words
  side: none
  reporterOf: gazette
- id: herald-report
  name: The Herald's report
  kind: outlet
  office: The article's own words
  side: none
  reporterOf: herald
- id: north-council
  name: North council
  kind: institution
  office: Council of the north bank
  side: armenia
- id: south-council
  name: South council
  kind: institution
  office: Council of the south bank
  side: azerbaijan
`,
	'places.yaml': `- id: bridge
  name: The bridge
  kind: bridge
  point: [40.1, 46.2]
  country: None
  names:
    - form: The bridge
      usedBy: Both articles
  held: []
- id: ford
  name: A ford
  kind: ford
  point: [39.5, 46.4]
  country: None
  names: []
  held: []
`,
	'events.yaml': `- id: bridge-shut
  title: The bridge was shut
  when: 2001-05-04
  text: The bridge could not be crossed.
`,
	'terms.yaml': `- id: locked
  term: locked
  implies: That somebody had the key.
  weWrite: shut
  claims: [ga02-locked]
  kind: loaded
  forms:
    - form: locked
      counts: { gazette: 2 }
      said: [{ in: gazette, by: [north-council] }]
    - { form: gate, also: [gates], counts: { gazette: 1 }, said: [{ in: gazette, by: [north-council] }] }
    - { form: barred }
`,
	'notes.yaml': `- id: three-or-five
  kind: slip
  on: [ga03-three-lost]
  text: One of the two figures must be wrong.
  references: []
`,
	'disputes.yaml': `- id: who-shut-it
  question: Who shut the bridge?
  event: bridge-shut
  positions:
    - label: The south council did
      claims: [ga02-locked]
    - label: Nobody did
      claims: [ga03-not-locked]
  missing: Neither article says who has the key.
  settle: A look at the gate.
  reading: It stays open.
`,
	'figures.yaml': `- id: carriers
  title: Carriers who lost their goods
  unit: carriers
  text: One of the two figures must be wrong.
  parts:
    - of: Carriers
      figures:
        - { words: three, is: 3, claims: [ga03-three-lost] }
        - { words: five, is: 5, claims: [he01-five-lost] }
  absent: What the goods were.
  notes: [three-or-five]
  disputes: [who-shut-it]
- id: hours
  title: Since when carts waited
  unit: local time
  scale: clock
  text: The north council gives an hour.
  parts:
    - of: Carts of the north
      sides: [armenia]
      figures:
        - { words: from 7:30 on, at: '07:30', claims: [ga02-carts] }
    - of: Carts of the south
      sides: [azerbaijan]
      figures: []
  absent: Carts of the south.
`,
	'later.yaml': `until: 2001-07
standing: The bridge was open again.
references: []
events:
  - id: bridge-open
    title: The bridge was opened
    when: 2001-06-01
    text: Carts could cross again.
    armenia: The North council welcomed it.
    azerbaijan: The South council expected it.
    confidence: high
    follows: [bridge-shut]
    references:
      - publisher: The Island Post
        title: Report on the opening
        url: https://post.example/opening
  - id: bridge-painted
    title: The bridge was painted
    when: 2001-07
    text: It is green.
    both: Both councils praised the colour.
    confidence: medium
    references:
      - publisher: The Island Post
        title: Report on the colour
        copyOnly: true
`,
	'home.yaml': `dispute: who-shut-it
claims: [ga02-locked, ga03-not-locked]
`,
	'claims/gazette.yaml': `- id: ga02-locked
  paragraph: 2
  voice: north-council
  kind: accusation
  text: The south council had shut the gate.
  quote: locked the gate
  said: { when: 2001-05-04 }
  about: { when: 2001-05-04 }
  event: bridge-shut
  places: [bridge]
  mentions: [south-council]
- id: ga02-carts
  paragraph: 2
  voice: north-council
  kind: background
  text: From 7:30 on, 12 carts had to wait.
  said: { when: 2001-05-04, time: 7:30 }
- id: ga03-not-locked
  paragraph: [3]
  voice: south-council
  kind: denial
  text: It had shut nothing.
  said: { when: unknown }
  about: { when: 2001-05-04 }
  denies: [ga02-locked]
- id: ga03-three-lost
  paragraph: 3
  voice: gazette-report
  kind: casualty
  text: Three carriers lost their goods.
  about: { when: 2001-05 }
  differs:
    - claim: he01-five-lost
      in: the number
- id: ga03-south-spoke
  paragraph: 3
  voice: gazette-report
  kind: wording
  text: The answer came from the south.
  mentions: [south-council]
`,
	'claims/herald.yaml': `- id: he01-five-lost
  paragraph: 1
  voice: herald-report
  kind: casualty
  text: Five carriers lost their goods.
  about: { when: 2001-05 }
  differs:
    - claim: ga03-three-lost
      in: the number
`,
	'modules/10-bridge/module.yaml': `id: the-bridge
title: The bridge
goal: You can say who says what about the bridge.
minutes: 5
`,
	'modules/10-bridge/cards/01-gate.md': `---
id: gate
title: The gate
question: What do the councils say about the gate?
asOf: 2001-05-05
notes: [three-or-five]
---
The [North council](voice:north-council) wrote to the paper on Friday that the other council had "locked the gate" of [the bridge](place:bridge) over the river.[^ga02-locked] It
also counted twelve carts which stood in front of it that morning.[^ga02-carts]

The South council answered that it had locked nothing at all.[^ga03-not-locked][^ga03-south-spoke] In the [River Gazette](source:gazette) three carriers lost what they carried, and in the Herald five.[^ga03-three-lost][^he01-five-lost]
`,
	'modules/10-bridge/items.yaml': `- id: q-choice
  kind: choice
  card: gate
  tests: actors
  difficulty: 1
  prompt: Who wrote on Friday?
  claims: [ga02-locked]
  key: a
  options:
    a:
      text: The North council
      why: It wrote to the paper.
    b:
      text: The South council
      why: It answered later.
- id: q-multi
  kind: multi
  card: gate
  tests: places
  difficulty: 1
  prompt: What was shut?
  claims: [ga02-carts, ga03-not-locked]
  key: [a]
  options:
    a: { text: The gate, why: So the council wrote. }
    b: { text: The river, why: Nobody says so. }
- id: q-order
  kind: order
  card: gate
  tests: dates
  difficulty: 2
  prompt: What came first?
  claims: [ga02-locked, ga03-not-locked]
  key: [a, b]
  options:
    a: { text: The letter, why: It came on Friday. }
    b: { text: The answer, why: It came after the letter. }
- id: q-match
  kind: match
  card: gate
  tests: actors
  difficulty: 2
  prompt: Match each with its speaker.
  claims: [ga02-locked, ga03-not-locked]
  options: { north: The North council, south: The South council }
  pairs:
    said: { text: The gate was locked, key: north, why: It wrote so. }
    denied: { text: Nothing was locked, key: south, why: It answered so. }
- id: q-number
  kind: number
  card: gate
  tests: numbers
  difficulty: 1
  prompt: How many carriers lost their goods?
  claims: [ga03-three-lost, he01-five-lost]
  unit: carriers
  figures:
    gazette: { label: River Gazette, value: 3, why: It wrote three. }
    herald: { label: Herald, value: 5, why: It wrote five. }
- id: q-verdict
  kind: verdict
  card: gate
  tests: disputes
  difficulty: 3
  prompt: How do the accounts of the gate stand?
  claims: [ga02-locked, ga03-not-locked]
  dispute: who-shut-it
  why:
    agreed: They do not agree.
    one-side: Both speak.
    contradicted: One denies what the other says.
    differ: It is more than a difference.
    unclear: Both are named.
- id: q-who-says
  kind: who-says
  card: gate
  tests: sources
  difficulty: 1
  prompt: Who says that nothing was locked?
  claims: [ga03-not-locked, ga03-south-spoke]
  claim: ga03-not-locked
  of: voice
  options:
    south-council: It answered so.
    north-council: It said the opposite.
- id: q-cloze
  kind: cloze
  card: gate
  tests: sources
  difficulty: 1
  prompt: Which word adds nothing?
  claims: [ga02-locked]
  sentence: The North council ___ that the gate was locked.
  key: a
  options:
    a: { text: wrote, why: It names the speaker. }
    b: { text: proved, why: It makes a fact of it. }
- id: q-place
  kind: place
  card: gate
  tests: places
  difficulty: 1
  prompt: Which place was shut?
  claims: [ga03-not-locked]
  key: bridge
  options:
    bridge: So the council wrote.
    ford: Nobody writes of it.
- id: q-matrix
  kind: matrix
  card: gate
  tests: sources
  difficulty: 2
  prompt: How does each article carry the statement that the gate was shut?
  claims: [ga02-locked, ga03-not-locked]
  why:
    gazette: It quotes the North council.
    herald: It does not speak of the gate.
`
};

export const filesOf = (contents: Readonly<Record<string, string>>): ContentFile[] =>
	Object.entries(contents).map(([path, text]) => ({ path, text }));

export const passed = (contents = sample): Passed => gate(filesOf(contents), itemKinds);

/** Replaces the one place where `old` stands in a file of the sample. */
export type Edit = [path: string, old: string, put: string];

/** The sample with some places changed. */
export function edited(...edits: Edit[]): Record<string, string> {
	const contents = { ...sample };
	for (const [path, old, put] of edits) {
		const [before, after, ...more] = (contents[path] ?? '').split(old);
		if (before === undefined || after === undefined || more.length > 0)
			throw new Error(`"${old}" does not stand once in ${path}.`);
		contents[path] = before + put + after;
	}
	return contents;
}

/** Every mistake of some content, as `file:line: sentence`. */
export const mistakesIn = (contents: Readonly<Record<string, string>>): string[] =>
	passed(contents).mistakes.map(formatMistake);

/** Every mistake after some places of the sample were changed. */
export const mistakesAfter = (...edits: Edit[]): string[] => mistakesIn(edited(...edits));
