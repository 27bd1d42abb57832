import { figuresOf, missingIn } from '../figures.ts';
import type { Mistake } from '../mistakes.ts';
import type { Located } from '../read.ts';
import type { Claim, Figure, FigureGroup } from '../records.ts';
import { mistakeAt, unknownId, type Rule, type RuleInput } from './rule.ts';

type Group = Located<FigureGroup>;

function noteMistakes(input: RuleInput, group: Group): Mistake[] {
	const cited = new Set(figuresOf(group).flatMap(({ figure }) => figure.claims));
	const notes = new Map(input.records.notes.map(({ value }) => [value.id, value]));
	return group.value.notes.flatMap((id, index) => {
		const path = ['notes', index];
		const note = notes.get(id);
		if (!note) return unknownId(input, group, path, 'note', id);
		// A claim that is not there is a mistake of the note.
		if (note.on.some((claim) => cited.has(claim) || !input.ids.claim.has(claim))) return [];
		const message = `names note "${id}", which is on none of the claims here; take it out, or add a claim to its "on"`;
		return [mistakeAt(group, path, message)];
	});
}

/** Claims, notes, disputes and events that a group of figures names are there. */
export const knownInFigures: Rule = (input) =>
	input.records.figures.flatMap((group) => {
		const { event, disputes } = group.value;
		return [
			...(event ? unknownId(input, group, ['event'], 'event', event) : []),
			...disputes.flatMap((id, index) =>
				unknownId(input, group, ['disputes', index], 'dispute', id)
			),
			...noteMistakes(input, group),
			...figuresOf(group).flatMap(({ figure, path }) =>
				figure.claims.flatMap((id, index) =>
					unknownId(input, group, [...path, 'claims', index], 'claim', id)
				)
			)
		];
	});

/** What a claim says, with the hour that it speaks of. */
const textOf = ({ text, quote, about }: Claim) => [text, quote, about?.time].join(' ');

const SMALL_WORDS: readonly [keyof Figure, RegExp][] = [
	['from', /^(?:at least|more than|over)\b/i],
	['to', /^(?:almost|nearly|at most|up to|under)\b/i],
	['about', /^(?:about|around|some|roughly)\b/i]
];

/** Small words such as "at least" make another size of a number than it has without them. */
const smallWordMistakes = (figure: Figure): string[] =>
	SMALL_WORDS.filter(([field, words]) => words.test(figure.words) && figure[field] === undefined)
		.filter(() => figure.is !== undefined || figure.at !== undefined)
		.map(([field]) => `says "${figure.words}" of an exact number; write "${field}: number"`);

function figureMistakes(group: FigureGroup, figure: Figure, claims: readonly Claim[]): string[] {
	const clock = group.scale === 'clock';
	const isHour = figure.at !== undefined;
	const sources = new Set(claims.map(({ source }) => source));
	const missing = [
		...missingIn(figure, figure.words).map((number) => `${number}, which its words do not have`),
		...claims.flatMap((claim) =>
			missingIn(figure, textOf(claim)).map(
				(number) => `${number}, which claim "${claim.id}" does not have`
			)
		)
	];
	return [
		...missing.map((what) => `gives the figure ${what}; mend the figure, or name another claim`),
		...smallWordMistakes(figure),
		...(sources.size > 1
			? [`takes one figure from ${sources.size} articles; write one for each article`]
			: []),
		...(isHour && !clock ? ['has an hour, and the group counts; write "scale: clock" there'] : []),
		...(clock && !isHour && missingIn(figure, '').length > 0
			? ['has an amount, and the group shows hours; write "at" for an hour']
			: [])
	];
}

/** Each figure stands in each of its claims, all of one article, and is of the group's sort. */
export const printedFigures: Rule = ({ records, known }) =>
	records.figures.flatMap((group) =>
		figuresOf(group).flatMap(({ figure, path }) => {
			const claims = figure.claims.flatMap((id) => known.claims.get(id) ?? []);
			return figureMistakes(group.value, figure, claims).map((message) =>
				mistakeAt(group, [...path, 'words'], message)
			);
		})
	);

/**
 * Where a group shows one side's people, it shows the other's next, even with no figure at all:
 * Armenia, or the Karabakh authorities, before Azerbaijan.
 */
export const evenParts: Rule = ({ records }) =>
	records.figures.flatMap((group) => {
		const ofOne = group.value.parts.flatMap(({ sides }, part) => {
			const azerbaijan = sides.includes('azerbaijan');
			return sides.length === 0 || (azerbaijan && sides.length > 1) ? [] : [{ part, azerbaijan }];
		});
		const wrong = ofOne.find(({ azerbaijan }, index) => azerbaijan !== (index % 2 === 1));
		const odd = wrong ?? (ofOne.length % 2 === 1 ? ofOne.at(-1) : undefined);
		const message =
			'shows one side without the other beside it; give both a part, Armenia first, and leave "figures" empty where no article has one';
		return odd ? [mistakeAt(group, ['parts', odd.part], message)] : [];
	});

/** Every claim that counts dead or wounded stands in a group. */
export const countedLosses: Rule = ({ records }) => {
	const counted = new Set(
		records.figures.flatMap((group) => figuresOf(group).flatMap(({ figure }) => figure.claims))
	);
	const unread = records.unread.map(({ text }) => text).join('\n');
	return records.claims
		.filter(({ value }) => value.kind === 'casualty' && !counted.has(value.id))
		.filter(({ value }) => !unread.includes(value.id))
		.map((claim) =>
			mistakeAt(
				claim,
				['kind'],
				`claim "${claim.value.id}" counts dead or wounded and stands in no group of figures.yaml; add a figure that names it`
			)
		);
};
