/**
 * Marks as a table: the same rows on the screen, in CSV, in a spreadsheet and in print, with the
 * same figures, rounded once.
 */
import type { Skill } from '../../content/skill.ts';
import { share, type Tally } from '../gradebook/grade.ts';
import type { Gradebook, Pupil } from '../gradebook/gradebook.ts';
import type { ItemFigures } from '../gradebook/items.ts';

/** Text, a number, or nothing. */
export type Value = string | number | null;

export interface Table {
	/** Of the sheet. */
	title: string;
	columns: string[];
	rows: Value[][];
}

/** Names for what the gradebook knows by id. */
export interface Names {
	module: (id: string) => string;
	skill: (skill: Skill) => string;
}

/** Points, to hundredths. */
export const points = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

/** Per cent, to tenths; nothing where there were no points to get. */
export const percent = (tally: Tally | undefined): number | null => {
	const part = tally && share(tally);
	return part === undefined ? null : Math.round((part + Number.EPSILON) * 1000) / 10;
};

/** @param time in milliseconds since 1970, UTC @returns such as 2026-11-22 19:30 UTC, which sorts */
const moment = (time: number): string =>
	`${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function pupilRow({ name, counted, attempts, tally, modules, skills, cells }: Pupil): Value[] {
	const remarks = [counted?.late && 'late', counted?.overtime && 'over time'].filter(Boolean);
	return [
		name,
		counted ? moment(counted.handIn.handedIn) : null,
		remarks.join(', ') || null,
		attempts.length,
		tally ? points(tally.score) : null,
		tally ? tally.of : null,
		percent(tally),
		...modules.map(percent),
		...skills.map(percent),
		...cells.map(({ counts, score }) => (counts && score !== undefined ? points(score) : null))
	];
}

/** Pupils by questions. A question that does not count for a pupil is an empty cell. */
export const marksTable = (book: Gradebook, names: Names): Table => ({
	title: 'Marks',
	columns: [
		'Name',
		'Handed in',
		'Remarks',
		'Attempts',
		'Points',
		'Of',
		'Per cent',
		...book.modules.map((id) => `${names.module(id)}, per cent`),
		...book.skills.map((skill) => `${names.skill(skill)}, per cent`),
		...book.questions.map(({ id, voided }) => (voided === undefined ? id : `${id} (not counted)`))
	],
	rows: book.pupils.map(pupilRow)
});

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
	rows: figures.map(({ question, pupils, difficulty, discrimination, sure, trust }) => [
		question.id,
		question.item?.prompt ?? null,
		pupils,
		...[difficulty, discrimination].flatMap((each) =>
			each ? [points(each.value), points(each.from), points(each.to)] : [null, null, null]
		),
		sure.wrong.length,
		TRUST[trust]
	])
});
