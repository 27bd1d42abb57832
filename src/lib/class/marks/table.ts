/**
 * Marks as a table: the same rows on the screen, in CSV, in a spreadsheet and in print, with the
 * same figures, rounded once.
 */
import type { Skill } from '../../content/skill.ts';
import { share, type Tally } from '../gradebook/grade.ts';
import type { Gradebook, Pupil, Question } from '../gradebook/gradebook.ts';
import type { ItemFigures } from '../gradebook/items.ts';

/** Text, a number, or nothing. */
export type Value = string | number | null;

export interface Table {
	/** Of the sheet. */
	title: string;
	columns: string[];
	rows: Value[][];
}

/** Names for what the gradebook knows by id, and what else only its reader knows. */
export interface Names {
	module: (id: string) => string;
	skill: (skill: Skill) => string;
	/** Minutes by which the reader's clock is ahead of UTC at a time. */
	offset: (time: number) => number;
	/** Whom the list of the class has, and who neither joined nor handed in. */
	absent: readonly string[];
}

/** Points, to hundredths. */
export const points = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

/** Per cent, to tenths; nothing where there were no points to get. */
export const percent = (tally: Tally | undefined): number | null => {
	const part = tally && share(tally);
	return part === undefined ? null : Math.round((part + Number.EPSILON) * 1000) / 10;
};

const two = (number: number) => String(number).padStart(2, '0');

/** @param time in milliseconds since 1970, UTC @returns such as 2026-11-22 20:30 +01:00 */
export function moment(time: number, { offset }: Pick<Names, 'offset'>): string {
	const minutes = offset(time);
	const local = new Date(time + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
	const ahead = Math.abs(minutes);
	return `${local} ${minutes < 0 ? '-' : '+'}${two(Math.trunc(ahead / 60))}:${two(ahead % 60)}`;
}

/** What the teacher decided about single answers, with the reason. */
const rulingsOf = ({ cells }: Pupil): string[] =>
	cells.flatMap(({ override }, place) =>
		override ? [`question ${place + 1} set by the teacher: ${override.reason}`] : []
	);

function pupilRow(pupil: Pupil, names: Names): Value[] {
	const { name, counted, attempts, tally, modules, skills, cells } = pupil;
	const remarks = [
		...(counted?.late ? ['late'] : []),
		...(counted?.overtime ? ['over time'] : []),
		...rulingsOf(pupil)
	];
	return [
		name,
		counted ? moment(counted.handIn.handedIn, names) : null,
		remarks.join('; ') || null,
		attempts.length,
		tally ? points(tally.score) : null,
		tally ? tally.of : null,
		percent(tally),
		...modules.map(percent),
		...skills.map(percent),
		...cells.map(({ counts, score }) => (counts && score !== undefined ? points(score) : null))
	];
}

const promptOf = ({ id, item }: Question) => item?.prompt ?? id;

/** The row of a name to which nobody belongs yet. */
const absentRow = (name: string, columns: number): Value[] => [
	name,
	null,
	'nothing handed in',
	0,
	...Array<null>(columns - 4).fill(null)
];

/**
 * Pupils by questions, one row for each pupil and each name of the list. A question that does not
 * count for a pupil is an empty cell.
 */
export function marksTable(book: Gradebook, names: Names): Table {
	const columns = [
		'Name',
		'Handed in',
		'Remarks',
		'Attempts',
		'Points',
		'Of',
		'Per cent',
		...book.modules.map((id) => `${names.module(id)}, per cent`),
		...book.skills.map((skill) => `${names.skill(skill)}, per cent`),
		...book.questions.map(
			(question, place) =>
				`${place + 1}. ${promptOf(question)}${question.voided === undefined ? '' : ' (not counted)'}`
		)
	];
	const rows = [
		...book.pupils.map((pupil) => pupilRow(pupil, names)),
		...names.absent.map((name) => absentRow(name, columns.length))
	];
	return { title: 'Marks', columns, rows };
}

const TRUST = {
	'too-few': 'under 10 pupils: too few',
	rough: 'under 30 pupils: rough',
	fair: null
} as const;

/** Item analysis, one row for each question. */
export const itemsTable = (figures: readonly ItemFigures[]): Table => ({
	title: 'Questions',
	columns: [
		'Question',
		'Prompt',
		'Id',
		'Pupils',
		'Mean score',
		'from',
		'to',
		'Discrimination',
		'from',
		'to',
		'Sure and wrong',
		'Remarks'
	],
	rows: figures.map(({ question, pupils, difficulty, discrimination, sure, trust }, place) => [
		place + 1,
		question.item?.prompt ?? null,
		question.id,
		pupils,
		...[difficulty, discrimination].flatMap((each) =>
			each ? [points(each.value), points(each.from), points(each.to)] : [null, null, null]
		),
		sure.wrong.length,
		[
			...(question.voided === undefined ? [] : [`not counted: ${question.voided}`]),
			...(TRUST[trust] ? [TRUST[trust]] : [])
		].join('; ') || null
	])
});
