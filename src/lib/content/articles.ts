/**
 * Checks that need the articles' texts: nothing is cited that does not stand there, and nothing
 * stands here that was copied.
 */
import { createHash } from 'node:crypto';
import { quotations } from './card-text.ts';
import type { Passed } from './passed.ts';
import type { Mistake } from './mistakes.ts';
import type { Located } from './read.ts';
import type { Claim, Term } from './records.ts';
import { countForms } from './word-count.ts';

/** As many equal words in a row as count as copied. */
const COPIED_RUN = 9;

const NUMBER_WORDS =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
		' '
	);
const MONTHS =
	'January|February|March|April|May|June|July|August|September|October|November|December';
const CALENDAR_DATE = new RegExp(
	`\\b\\d{1,2} (?:${MONTHS})\\b(?: \\d{4})?|\\b(?:${MONTHS}) \\d{4}`,
	'g'
);

/** The paragraphs of an article: its non-empty lines. */
export const paragraphsOf = (text: string) => text.split(/\r?\n/).filter((line) => line.trim());

const straighten = (text: string) =>
	text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').toLowerCase();

/** The words of a text in small letters, each with where it stands. */
const wordsIn = (text: string) =>
	[...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].map((match) => ({
		word: match[0].replace(/['’]/g, '').toLowerCase(),
		at: match.index
	}));
const words = (text: string) => wordsIn(text).map(({ word }) => word);

/** Figures in a text, number words included, without thousands separators. */
export function figuresIn(text: string): string[] {
	const digits = text.match(/\d+(?:[,:.]\d+)*/g) ?? [];
	const spelt = words(text).flatMap((word) => {
		const value = NUMBER_WORDS.indexOf(word);
		return value > 1 ? [String(value)] : [];
	});
	return [...digits.map((each) => each.replace(/,/g, '').replace(/^0+(?=\d)/, '')), ...spelt];
}

function claimMistakes(claim: Located<Claim>, paragraphs: readonly string[]): Mistake[] {
	const { value, file } = claim;
	const text = value.paragraph.map((number) => paragraphs[number - 1] ?? '').join('\n');
	const printed = new Set(figuresIn(text).flatMap((figure) => [figure, figure.replace(/:/g, '')]));
	const spoken = value.text.replace(CALENDAR_DATE, '');
	const phrases = [
		...(value.quote ? [{ field: 'quote', phrase: value.quote }] : []),
		...quotations(value.text).map((phrase) => ({ field: 'text', phrase }))
	];
	return [
		...phrases
			.filter(({ phrase }) => !straighten(text).includes(straighten(phrase)))
			.map(({ field, phrase }) => ({
				file,
				line: claim.line([field]),
				message: `quotes "${phrase}", which does not stand in paragraph ${value.paragraph.join(', ')} of ${value.source}; quote the printed words`
			})),
		...figuresIn(spoken)
			.filter((figure) => !printed.has(figure) && !printed.has(figure.replace(/:/g, '')))
			.map((figure) => ({
				file,
				line: claim.line(['text']),
				message: `gives the figure ${figure}, which does not stand in paragraph ${value.paragraph.join(', ')} of ${value.source}; give the printed figure`
			}))
	];
}

function cardMistakes(
	{ records, ledger }: Passed,
	texts: ReadonlyMap<string, string[]>
): Mistake[] {
	return records.modules.flatMap(({ cards }) =>
		cards.flatMap((card) =>
			card.value.paragraphs.flat().flatMap(({ parts, claims, line }) => {
				const cited = claims.flatMap((id) => ledger.claims.get(id) ?? []);
				if (!cited.every(({ source }) => texts.has(source))) return [];
				const carried = cited
					.flatMap(({ source, paragraph }) =>
						paragraph.map((number) => texts.get(source)?.[number - 1] ?? '')
					)
					.join('\n');
				const own = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
				return quotations(own)
					.filter((phrase) => !straighten(carried).includes(straighten(phrase)))
					.map((phrase) => ({
						file: card.file,
						line,
						message: `quotes "${phrase}", which stands in none of the paragraphs that the sentence cites; quote the printed words or cite their claim`
					}));
			})
		)
	);
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

/** Where the counts of a term's forms are not what one article prints. */
function countMistakes(term: Located<Term>, source: string, paragraphs: string[]): Mistake[] {
	const { forms, except } = term.value;
	const printed = countForms(forms, except, paragraphs);
	return forms.flatMap(({ form, counts, said }, at): Mistake[] => {
		const { all, quoted } = printed[at] ?? { all: 0, quoted: 0 };
		const given = counts[source] ?? 0;
		const saidQuoted = said
			.filter((use) => use.in === source && !use.retold)
			.reduce((sum, use) => sum + use.times, 0);
		const mistake = (field: string, message: string) => ({
			file: term.file,
			line: term.line(['forms', at, field]),
			message
		});
		if (given !== all)
			return [
				mistake(
					'counts',
					`counts "${form}" ${times(given)} in ${source}, which prints it ${times(all)}; ${all === 0 ? `remove ${source}` : `write ${source}: ${all}`}`
				)
			];
		if (saidQuoted !== quoted)
			return [
				mistake(
					'said',
					`has "${form}" quoted ${times(saidQuoted)} in ${source}, which prints it between quotation marks ${times(quoted)}; name a speaker for each that is quoted, and mark all others as retold`
				)
			];
		return [];
	});
}

/**
 * Every run of {@link COPIED_RUN} words of the articles, headlines aside.
 *
 * @param articles the paragraphs of each
 * @param headlines headlines, which may be repeated
 */
export function runsOf(
	articles: Iterable<readonly string[]>,
	headlines: readonly string[]
): Set<string> {
	const aside = new Set(headlines.map((headline) => words(headline).join(' ')));
	const runs = new Set<string>();
	for (const paragraphs of articles)
		for (const paragraph of paragraphs)
			if (!aside.has(words(paragraph).join(' ')))
				for (const { run } of runsIn(paragraph)) runs.add(run);
	return runs;
}

function runsIn(text: string): { run: string; at: number }[] {
	const all = wordsIn(text);
	return all.slice(0, Math.max(0, all.length - COPIED_RUN + 1)).map(({ at }, index) => ({
		run: all
			.slice(index, index + COPIED_RUN)
			.map(({ word }) => word)
			.join(' '),
		at
	}));
}

/** The text with its quotations and hashes blanked out, every other letter where it was. */
const unquoted = (text: string) =>
	[
		/^[ \t]*(?:quote|sha256):.*$/gm,
		/(?<=[\s(\]])"[^"\n]{1,90}"(?=[\s.,;:?!)[])/g,
		/“[^”\n]{1,90}”/g
	].reduce((left, each) => left.replace(each, (found) => ' '.repeat(found.length)), text);

/**
 * Finds text copied from an article. Words between quotation marks are left out: their length
 * and place are checked with the claim or card that quotes them.
 */
export function copiedRuns(
	files: Iterable<{ path: string; text: string }>,
	runs: ReadonlySet<string>
): Mistake[] {
	return [...files].flatMap(({ path, text }) => {
		const copied = runsIn(unquoted(text)).map((each) => ({ ...each, hit: runs.has(each.run) }));
		return copied
			.filter(({ hit }, index) => hit && !copied[index - 1]?.hit)
			.map(({ run, at }) => ({
				file: path,
				line: text.slice(0, at).split('\n').length,
				message: `has ${COPIED_RUN} words in a row from an article: "${run}"; say it in our own words`
			}));
	});
}

/**
 * Holds the ledger against the articles.
 *
 * @param articles text of each article by source id
 * @returns a mistake for each wrong hash, paragraph count, quotation, figure and count of words
 */
export function checkArticles(passed: Passed, articles: ReadonlyMap<string, string>): Mistake[] {
	const texts = new Map([...articles].map(([id, text]) => [id, paragraphsOf(text)]));
	const sources = passed.records.sources.flatMap((source): Mistake[] => {
		const { id, sha256, paragraphs } = source.value;
		const text = articles.get(id);
		const at = (field: string, message: string) => [
			{ file: source.file, line: source.line([field]), message }
		];
		if (text === undefined)
			return at('id', `has no article text beside it; add it or name the folder that holds it`);
		const hash = createHash('sha256').update(text).digest('hex');
		const count = texts.get(id)?.length;
		return [
			...(hash === sha256
				? []
				: at(
						'sha256',
						`is not the hash of the text at hand; write ${hash} once its claims are read again`
					)),
			...(count === paragraphs ? [] : at('paragraphs', `must be ${count}, as the text has`))
		];
	});
	const claims = passed.records.claims.flatMap((claim) => {
		const paragraphs = texts.get(claim.value.source);
		return paragraphs ? claimMistakes(claim, paragraphs) : [];
	});
	const counts = passed.records.terms.flatMap((term) =>
		[...texts].flatMap(([source, paragraphs]) => countMistakes(term, source, paragraphs))
	);
	return [...sources, ...claims, ...counts, ...cardMistakes(passed, texts)];
}
