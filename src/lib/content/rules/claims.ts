import type { Claim, Source } from '../records.ts';
import type { Located } from '../read.ts';
import { findCycles } from '../links.ts';
import type { Mistake } from '../mistakes.ts';
import { mistakeAt, type Rule } from './rule.ts';

const NEEDS_DATE: readonly Claim['kind'][] = [
	'event',
	'accusation',
	'denial',
	'casualty',
	'agreement',
	'meeting'
];

/** A claim says when it was said and, where something happened, when that was. */
export const datedClaims: Rule = ({ records, known }) =>
	records.claims.flatMap((claim) => {
		const { value } = claim;
		const voice = known.voices.get(value.voice);
		const mistakes: Mistake[] = [];
		if (voice && !voice.reporterOf && !value.said)
			mistakes.push(
				mistakeAt(
					claim,
					[],
					`claim "${value.id}" does not say when ${voice.name} said it; add said: { when, how }, "unknown" where the article does not tell`
				)
			);
		if (voice?.reporterOf && voice.reporterOf !== value.source)
			mistakes.push(
				mistakeAt(
					claim,
					['voice'],
					`gives a claim of ${value.source} to the reporter of ${voice.reporterOf}; name who says it in this article`
				)
			);
		if (NEEDS_DATE.includes(value.kind) && !value.about)
			mistakes.push(
				mistakeAt(
					claim,
					['kind'],
					`claim "${value.id}" (${value.kind}) does not say which day it speaks of; add about: { when, how }`
				)
			);
		return mistakes;
	});

const bothWays = (
	claim: Located<Claim>,
	field: 'same' | 'differs',
	others: readonly string[],
	back: (other: string) => boolean
): Mistake[] =>
	others.flatMap((other, index) => {
		if (other === claim.value.id)
			return [mistakeAt(claim, [field, index], `links claim "${other}" to itself; remove it`)];
		if (back(other)) return [];
		return [
			mistakeAt(
				claim,
				[field, index],
				`is a one-way link: "${other}" has no ${field} link back to "${claim.value.id}"; add it there or remove it here`
			)
		];
	});

/** `same` and `differs` are written at both ends; `denies` and `answers` never run in a circle. */
export const soundLinks: Rule = ({ records, known }) => {
	const oneWay = records.claims.flatMap((claim) => {
		const { id, same, differs } = claim.value;
		const other = (name: string) => known.claims.get(name);
		return [
			...bothWays(claim, 'same', same, (name) => other(name)?.same.includes(id) ?? true),
			...bothWays(
				claim,
				'differs',
				differs.map((difference) => difference.claim),
				(name) => other(name)?.differs.some((difference) => difference.claim === id) ?? true
			)
		];
	});
	const circles = (['denies', 'answers'] as const).flatMap((link) =>
		findCycles(known.claims, link).flatMap((cycle) =>
			records.claims
				.filter(({ value }) => value.id === cycle[0])
				.map((claim) =>
					mistakeAt(
						claim,
						[link],
						`is a circle of "${link}" links: ${cycle.join(' -> ')}; keep only those that point to what was said before`
					)
				)
		)
	);
	return [...oneWay, ...circles];
};

const numbersOf = (paragraphs: number) =>
	Array.from({ length: paragraphs }, (_, index) => index + 1);

/** Paragraphs that no claim carries; unknown while the source's claims cannot all be read. */
function uncovered(source: Located<Source>, carried: ReadonlySet<number>, unread: boolean) {
	const { id, paragraphs, unused } = source.value;
	const aside = new Set(unused.map(({ paragraph }) => paragraph));
	return numbersOf(unread ? 0 : paragraphs)
		.filter((number) => !carried.has(number) && !aside.has(number))
		.map((number) =>
			mistakeAt(
				source,
				['paragraphs'],
				`paragraph ${number} of ${id} is carried by no claim; add a claim or list it under unused with the reason`
			)
		);
}

const beyond = ({ id, paragraphs }: Source, number: number) =>
	`names paragraph ${number}, and ${id} has only ${paragraphs}; count the non-empty lines from 1`;

function wronglyUnused(source: Located<Source>, carried: ReadonlySet<number>): Mistake[] {
	const { unused, paragraphs } = source.value;
	return unused.flatMap(({ paragraph }, index) => {
		const message = carried.has(paragraph)
			? `paragraph ${paragraph} is listed as unused, and a claim carries it; remove one of the two`
			: beyond(source.value, paragraph);
		const wrong = carried.has(paragraph) || paragraph > paragraphs;
		return wrong ? [mistakeAt(source, ['unused', index], message)] : [];
	});
}

/** Every paragraph of every article is carried by a claim or listed as unused, never both. */
export const coveredParagraphs: Rule = ({ records }) =>
	records.sources.flatMap((source) => {
		const { id, paragraphs } = source.value;
		const claims = records.claims.filter((claim) => claim.value.source === id);
		const carried = new Set(claims.flatMap((claim) => claim.value.paragraph));
		const unread = records.unread.some(({ path }) => path === `claims/${id}.yaml`);
		return [
			...uncovered(source, carried, unread),
			...wronglyUnused(source, carried),
			...claims.flatMap((claim) =>
				claim.value.paragraph
					.filter((number) => number > paragraphs)
					.map((number) => mistakeAt(claim, ['paragraph'], beyond(source.value, number)))
			)
		];
	});
