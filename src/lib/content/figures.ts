/** Holds figures against the texts that carry them. */
import { figuresIn, paragraphsOf } from './articles.ts';
import type { Passed } from './passed.ts';
import type { Mistake } from './mistakes.ts';
import type { Located } from './read.ts';
import type { Claim, Figure, FigureGroup } from './records.ts';

/** Words that stand for a number, beside those that `figuresIn` reads. */
const NUMBER_WORDS: Readonly<Record<string, string>> = {
	nobody: '0',
	no: '0',
	none: '0',
	a: '1',
	an: '1',
	one: '1',
	twice: '2',
	dozen: '12',
	midnight: '0:00'
};

/** A printed hour without its leading zero; full hours may stand without minutes. */
const hourForms = (at: string) => {
	const hour = at.replace(/^0(?=\d)/, '');
	return hour.endsWith(':00') ? [hour, hour.slice(0, -3)] : [hour];
};

/** The numbers of a figure in all forms in which a text may have them; empty where it has none. */
export function numbersOf({ is, about, from, to, at }: Figure): string[][] {
	const amounts = [is, about, from, to].filter((each) => each !== undefined);
	return [...amounts.map((each) => [String(each)]), ...(at ? [hourForms(at)] : [])];
}

/** The numbers that a text gives, in digits or in words. */
const numbersIn = (text: string) =>
	new Set([
		...figuresIn(text),
		...(text.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => NUMBER_WORDS[word] ?? [])
	]);

/** The numbers of a figure that a text does not give. */
export function missingIn(figure: Figure, text: string): string[] {
	const given = numbersIn(text);
	return numbersOf(figure).flatMap((forms) =>
		forms.some((form) => given.has(form)) ? [] : forms.slice(0, 1)
	);
}

/** Every figure of a group, with where it is written. */
export const figuresOf = ({ value }: Located<FigureGroup>) =>
	value.parts.flatMap(({ figures }, part) =>
		figures.map((figure, index) => ({ figure, path: ['parts', part, 'figures', index] as const }))
	);

/**
 * Holds each figure, and each number in its words, against the paragraphs of its claims.
 *
 * @param articles text of each article by source id; figures of others pass
 */
export function checkFigures(
	{ records, ledger }: Passed,
	articles: ReadonlyMap<string, string>
): Mistake[] {
	const texts = new Map([...articles].map(([id, text]) => [id, paragraphsOf(text)]));
	const printed = ({ source, paragraph }: Claim) =>
		paragraph.map((number) => texts.get(source)?.[number - 1] ?? '').join('\n');
	return records.figures.flatMap((group) =>
		figuresOf(group).flatMap(({ figure, path }) => {
			const claims = figure.claims.flatMap((id) => ledger.claims.get(id) ?? []);
			if (!claims.every(({ source }) => texts.has(source))) return [];
			const text = claims.map(printed).join('\n');
			const given = numbersIn(text);
			const inWords = figuresIn(figure.words).filter((each) => !given.has(each));
			return [...new Set([...missingIn(figure, text), ...inWords])].map((number) => ({
				file: group.file,
				line: group.line([...path, 'words']),
				message: `gives the figure ${number}, which stands in none of the paragraphs of its claims; give the printed figure`
			}));
		})
	);
}
