/** Gathers what an assignment asks from the packs that the app keeps, so that it needs no network. */
import { assignedQuestions } from '../../class/assigned.ts';
import type { Assignment } from '../../class/documents/assignment.ts';
import { loadKinds } from '../../quiz/kinds/index.ts';
import { packs } from '../../study/packs.ts';
import type { WorkPack } from './work-session.svelte.ts';

/** A card that is set to be read. */
export interface SetCard {
	id: string;
	module: string;
	title: string;
}

/** The cards that an assignment sets; those that the app no longer has are left out. */
export async function setCards({ cards }: Assignment): Promise<SetCard[]> {
	if (cards.length === 0) return [];
	const { modules } = await packs.catalog(fetch);
	const all = modules.flatMap((module) =>
		module.cards.map(({ id, title }): SetCard => ({ id, title, module: module.id }))
	);
	return cards.flatMap((id) => all.find((card) => card.id === id) ?? []);
}

/** @param seed of the attempt */
export async function workPack(assignment: Assignment, seed: string): Promise<WorkPack> {
	const [{ items: entries }, catalog] = await Promise.all([
		packs.items(fetch),
		packs.catalog(fetch),
		loadKinds()
	]);
	const wanted = new Set(assignment.items.map(({ id }) => id));
	const own = entries.filter(({ id }) => wanted.has(id));
	const quizzes = await Promise.all(
		[...new Set(own.map(({ module }) => module))].map((id) => packs.quiz(id, fetch))
	);
	const items = quizzes.flatMap((quiz) => quiz.items);
	const { questions, changed } = assignedQuestions(assignment, items, seed);
	const cards = catalog.modules.flatMap((module) => module.cards);
	return {
		questions,
		modules: new Map(own.map(({ id, module }) => [id, module])),
		cards: new Map(cards.map(({ id, title }) => [id, title])),
		changed: changed.length
	};
}
