/**
 * Item analysis: what the answers of a class say about each question. Only attempts that count are
 * looked at, and answers that count in them.
 */
import { kindOf } from '../../quiz/session.ts';
import { choicesFor, type Choice } from './choices.ts';
import type { Cell } from './grade.ts';
import type { Gradebook, Pupil, Question } from './gradebook.ts';
import { correlation, meanScore, type Estimate } from './statistics.ts';

/**
 * From how many pupils on figures are worth a look. Under `SOME` there is no discrimination: of ten
 * pupils, pure chance gives correlations up to 0.63 (95 %, Fisher 1921). Under `MANY`, chance gives
 * up to 0.36, so figures are rough. The intervals say the same of every single figure.
 */
export const SOME = 10;
export const MANY = 30;

export type Trust = 'too-few' | 'rough' | 'fair';

export const trustIn = (pupils: number): Trust =>
	pupils < SOME ? 'too-few' : pupils < MANY ? 'rough' : 'fair';

/** How often something was chosen. */
export interface Drawn extends Choice {
	count: number;
}

export interface ItemFigures {
	question: Question;
	/** Pupils whose answer counts, those who left it out included; of a question taken out, who was asked. */
	pupils: number;
	/** Who gave an answer that could be read. */
	answers: number;
	trust: Trust;
	/** Mean score: 1 when all are right. The literature calls it difficulty or facility. */
	difficulty?: Estimate;
	/**
	 * Corrected item-total correlation: of the scores in this question with the share of points in
	 * all the others (Guilford 1953, Educational and Psychological Measurement 13:87). Under 0, those
	 * who know more did worse.
	 */
	discrimination?: Estimate;
	/** What was chosen, the most often first; the right choice too. */
	drawn: Drawn[];
	/** Who was sure, and who of them was not wholly right. */
	sure: { answers: number; wrong: Pick<Pupil, 'id' | 'name'>[] };
}

/** A pupil's cell, with what the pupil has in all the other questions. */
interface Look {
	pupil: Pupil;
	cell: Cell;
	score: number;
}

const looksAt = (
	pupils: readonly Pupil[],
	place: number,
	isLooked = ({ counts }: Cell) => counts
): Look[] =>
	pupils.flatMap((pupil) => {
		const cell = pupil.cells[place];
		return pupil.counted && cell && isLooked(cell) ? { pupil, cell, score: cell.score ?? 0 } : [];
	});

/** What would count if the question did: a question taken out still shows what was answered. */
const isGraded = ({ score }: Cell) => score !== undefined;

/** Score in this question, and share of the points in all the others. */
const withRest = (looks: readonly Look[]) =>
	looks.flatMap(({ pupil: { tally }, score }): (readonly [number, number])[] =>
		tally && tally.of > 1 ? [[score, (tally.score - score) / (tally.of - 1)]] : []
	);

function drawnBy({ item }: Question, looks: readonly Look[]): Drawn[] {
	if (!item) return [];
	const [kind, choices] = [kindOf(item), choicesFor(item)];
	const keyOf = ({ part, option }: Choice) => `${part}\n${option}`;
	const counts = new Map(choices.all(item).map((each) => [keyOf(each), { ...each, count: 0 }]));
	for (const { cell } of looks) {
		if (cell.answer?.revision !== item.revision) continue;
		const response = kind.parse(item, cell.answer.response);
		if (response === undefined) continue;
		for (const choice of choices.of(item, response)) {
			const known = counts.get(keyOf(choice)) ?? { ...choice, count: 0 };
			known.count += 1;
			counts.set(keyOf(choice), known);
		}
	}
	return [...counts.values()].sort(
		(a, b) =>
			b.count - a.count || Number(b.right) - Number(a.right) || (keyOf(a) < keyOf(b) ? -1 : 1)
	);
}

const difficultyOf = (looks: readonly Look[]): Estimate | undefined =>
	looks.length > 0 ? meanScore(looks.map(({ score }) => score)) : undefined;

/** The difficulty of each question, in the order of the gradebook's, without the other figures. */
export const difficulties = ({ questions, pupils }: Gradebook): (Estimate | undefined)[] =>
	questions.map((_, place) => difficultyOf(looksAt(pupils, place)));

function figuresOf(question: Question, looks: readonly Look[]): ItemFigures {
	const counting = question.voided === undefined ? looks : [];
	const difficulty = difficultyOf(counting);
	const sure = looks.filter(({ cell }) => cell.answer?.confidence === 'sure');
	const trust = trustIn(looks.length);
	const discrimination = trust === 'too-few' ? undefined : correlation(withRest(counting));
	return {
		question,
		pupils: looks.length,
		answers: looks.filter(({ cell }) => /answered|incomplete/.test(cell.state)).length,
		trust,
		...(difficulty && { difficulty }),
		...(discrimination && { discrimination }),
		drawn: drawnBy(question, looks),
		sure: {
			answers: sure.length,
			wrong: sure.filter(({ score }) => score < 1).map(({ pupil: { id, name } }) => ({ id, name }))
		}
	};
}

/** The figures of each question, in the order of the gradebook's. Kinds must be loaded. */
export const itemAnalysis = ({ questions, pupils }: Gradebook): ItemFigures[] =>
	questions.map((question, place) =>
		figuresOf(
			question,
			question.voided === undefined ? looksAt(pupils, place) : looksAt(pupils, place, isGraded)
		)
	);
