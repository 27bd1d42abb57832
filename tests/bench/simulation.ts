/**
 * Whether this schedule is worth its minutes: invented learners who study for two months by it, by
 * fixed intervals, or with each question asked once.
 *
 * The memory model is none of FSRS, so that the schedule cannot win by sharing its assumptions. It
 * follows half-life regression (Settles and Meeder, ACL 2016): a point is known after t days with
 * the chance 2^(-t / h). A right answer multiplies the half-life h, the more the nearer the point
 * was to being forgotten (the spacing effect); a wrong one, being corrected, halves it. Questions
 * differ in their first half-life (1 to 10 days), learners in how fast it grows.
 */
import { DAY } from '../../src/lib/review/days.ts';
import type { Attempt } from '../../src/lib/review/attempt.ts';
import type { ItemEntry } from '../../src/lib/content/item.ts';
import { queueFor, QUEUE } from '../../src/lib/review/queue.ts';
import { foldOf, statesOf } from '../../src/lib/review/fold.ts';
import { randomFrom } from '../../src/lib/quiz/random.ts';
import { told, type Figure } from './figure.ts';

const QUESTIONS = 240;
const DAYS = 60;
/** The day of the examination, when nothing was asked for a month. */
const EXAM = 90;
const LEARNERS = 20;
const SECONDS = 30;
const FIXED = [1, 3, 7, 14, 30];

interface Memory {
	/** Half-life in days. */
	halfLife: number;
	last: number;
}

class Learner {
	readonly #random: () => number;
	readonly #growth: number;
	readonly #memories = new Map<string, Memory>();

	constructor(seed: string) {
		this.#random = randomFrom(seed);
		this.#growth = 2 + 2 * this.#random();
	}

	#memory(item: string): Memory {
		const known = this.#memories.get(item);
		if (known) return known;
		const fresh = { halfLife: 1 + 9 * this.#random(), last: Number.NEGATIVE_INFINITY };
		this.#memories.set(item, fresh);
		return fresh;
	}

	chance(item: string, day: number): number {
		const { halfLife, last } = this.#memory(item);
		return 2 ** (-(day - last) / halfLife);
	}

	/** Answers, learns from it, and says how it went. */
	answer(item: string, day: number): Attempt {
		const memory = this.#memory(item);
		const chance = this.chance(item, day);
		const right = this.#random() < chance;
		if (right) memory.halfLife *= 1 + this.#growth * (1 - chance) + 0.2;
		else if (memory.last >= 0) memory.halfLife = Math.max(1, memory.halfLife / 2);
		memory.last = day;
		const at = (day + 0.5) * DAY;
		return { item, revision: 1, score: right ? 1 : 0, shownAt: at - SECONDS * 1000, at };
	}
}

const items: ItemEntry[] = Array.from({ length: QUESTIONS }, (_, at) => ({
	id: `q${at}`,
	revision: 1,
	module: `m${at % 12}`,
	kind: 'choice',
	tests: 'dates',
	disputed: false
}));

/** Questions to ask on a day, given all answers so far. */
type Plan = (day: number, log: readonly Attempt[]) => readonly string[];

const spaced: Plan = (day, log) => {
	const clock = { now: (day + 0.5) * DAY, offset: 0 };
	const options = { ...QUEUE, seed: `${day}` };
	const fold = foldOf(log, clock);
	const due = queueFor(items, statesOf(items, fold), fold.items, clock, options);
	return due.map(({ item }) => item.id);
};

/** New questions of a day in the order of the course, as many as the queue begins. */
const begun = (day: number) =>
	items.slice(day * QUEUE.newPerDay, (day + 1) * QUEUE.newPerDay).map(({ id }) => id);

const fixed: Plan = (day) =>
	[0, ...FIXED].flatMap((after) => (day >= after ? begun(day - after) : []));
const once: Plan = (day) => begun(day);

function study(plan: Plan, seed: string) {
	const learner = new Learner(seed);
	const log: Attempt[] = [];
	for (let day = 0; day < DAYS; day++)
		for (const item of plan(day, log)) log.push(learner.answer(item, day));
	const known = items.reduce((sum, { id }) => sum + learner.chance(id, EXAM), 0);
	return { minutes: (log.length * SECONDS) / 60, known };
}

function compare(name: string, plan: Plan): Figure[] {
	const all = Array.from({ length: LEARNERS }, (_, at) => study(plan, `learner ${at}`));
	const mean = (pick: (one: (typeof all)[number]) => number) =>
		all.reduce((sum, one) => sum + pick(one), 0) / all.length;
	const known = mean((one) => one.known);
	const minutes = mean((one) => one.minutes);
	return [
		told(`${name}: known of ${QUESTIONS} on day ${EXAM}`, known, ''),
		told(`${name}: minutes studied in ${DAYS} days`, minutes, 'min'),
		told(`${name}: known on day ${EXAM} for each hour studied`, (60 * known) / minutes, '')
	];
}

/** Prints what two months of study leave, by three ways to study. */
export const simulation = (): Promise<Figure[]> =>
	Promise.resolve([
		...compare('this schedule', spaced),
		...compare(`fixed intervals (${FIXED.join(', ')} days)`, fixed),
		...compare('each asked once', once)
	]);
