/** What memory and statistics need of the rows of the log. */
import { CONFIDENCES, type Attempt as Answer } from '../review/attempt.ts';
import { Attempt, readable } from './rows.ts';

/** The answer without what only the log keeps. */
const answerOf = ({ item, revision, score, confidence, shownAt, at }: Attempt): Answer => ({
	item,
	revision,
	score,
	...(confidence && { confidence }),
	shownAt,
	at
});

const LONGEST = 200;
const isText = (value: unknown) => typeof value === 'string' && value.length <= LONGEST;

/**
 * Whether a row is of the present version and whole, as nearly all are. The schema says the same,
 * and takes ten times as long over it, which tells with tens of thousands of rows.
 */
const isPresent = (row: Attempt) =>
	(row.v as number) === 2 &&
	isText(row.id) &&
	isText(row.session) &&
	isText(row.seed) &&
	isText(row.item) &&
	Number.isFinite(row.revision) &&
	row.score >= 0 &&
	row.score <= 1 &&
	typeof row.score === 'number' &&
	Number.isFinite(row.shownAt) &&
	Number.isFinite(row.at) &&
	'response' in row &&
	(row.confidence === undefined || CONFIDENCES.includes(row.confidence));

/** The answers in rows of whatever version; rows that this version cannot read have none. */
export const answersIn = (rows: readonly Attempt[]): Answer[] =>
	rows.flatMap((row) => (isPresent(row) ? [row] : readable(Attempt, [row])).map(answerOf));
