/** What the app's content says of the questions of an assignment. */
import type { Assignment } from '../../class/documents/assignment.ts';
import type { ContentItem } from '../../class/gradebook/gradebook.ts';
import type { Whys } from '../../content/item.ts';
import { loadKinds } from '../../quiz/kinds/index.ts';
import { packs } from '../../study/packs.ts';
import { everAsked } from './works.ts';

export interface CourseContent {
	/** Questions by id. */
	items: Map<string, ContentItem>;
	/** Titles of the modules by id. */
	titles: Map<string, string>;
}

/** Begins to load what every gradebook needs, while its class is opened. */
export function foresee(): void {
	// What fails here fails again where it is needed, and is told there.
	void Promise.allSettled([packs.catalog(fetch), loadKinds()]);
}

/** Begins to load the questions of assignments, while what was handed in is opened. */
export function foreseeQuestions(assignments: readonly Assignment[]): void {
	if (assignments.length > 0)
		void Promise.allSettled([contentFor(everAsked(assignments).split(' '))]);
}

/** Loads the modules that have any of these questions, and the kinds of question. */
export async function contentFor(ids: readonly string[]): Promise<CourseContent> {
	const wanted = new Set(ids);
	const [{ modules }] = await Promise.all([packs.catalog(fetch), loadKinds()]);
	const asked = modules.filter(({ items }) => items.some((id) => wanted.has(id)));
	const quizzes = await Promise.all(asked.map(({ id }) => packs.quiz(id, fetch)));
	return {
		items: new Map(
			quizzes.flatMap(({ module, items }) => items.map((item) => [item.id, { item, module }]))
		),
		titles: new Map(modules.map(({ id, title }) => [id, title]))
	};
}

export interface Behind {
	whys: Whys | undefined;
	/** Ids of the claims that the key rests on. */
	claims: string[];
}

/** What stands behind the key of a question. */
export async function behind({ item, module }: ContentItem): Promise<Behind> {
	const { whys, claims } = await packs.whys(module, fetch);
	return { whys: whys[item.id], claims: claims[item.id] ?? [] };
}
