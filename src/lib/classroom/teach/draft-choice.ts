/** Which cards and questions of the course a draft has. */
import { LIMITS } from '../../class/documents/fields.ts';
import type { ItemEntry } from '../../content/item.ts';
import { SKILLS, type Skill } from '../../content/skill.ts';
import { shuffleFrom } from '../../quiz/random.ts';
import type { Course, Draft } from './draft.ts';

/** The items of the course in its order. */
const inOrder = ({ modules }: Course, ids: Iterable<string>) => {
	const wanted = new Set(ids);
	return modules.flatMap(({ items }) => items.filter((id) => wanted.has(id)));
};

const fits = ({ skills }: Draft, { tests }: ItemEntry) =>
	skills.length === 0 || skills.includes(tests);

const questionsOf = (draft: Draft, course: Course, modules: readonly string[]) =>
	course.items
		.filter((item) => modules.includes(item.module) && fits(draft, item))
		.map(({ id }) => id);

/** Ids of the questions from which some are drawn: those of its modules and skills. */
export const drawnFrom = (draft: Draft, course: Course): string[] =>
	questionsOf(draft, course, draft.modules).slice(0, LIMITS.items);

const cardsOf = (course: Course, modules: readonly string[]) =>
	course.modules
		.filter(({ id }) => modules.includes(id))
		.flatMap(({ cards }) => cards.map(({ id }) => id));

/** Chooses the questions anew: by module, skill and amount. What was dropped or swapped by hand comes back. */
export function chosenAnew(draft: Draft, course: Course): Draft {
	const all = questionsOf(draft, course, draft.modules);
	const some = draft.amount ? shuffleFrom(draft.seed)(all).slice(0, draft.amount) : all;
	return { ...draft, items: inOrder(course, some.slice(0, LIMITS.items)) };
}

/** Takes a module in, with its cards and questions, or out. Other modules stay as they were changed by hand. */
export function toggledModule(draft: Draft, course: Course, module: string): Draft {
	const isIn = draft.modules.includes(module);
	const modules = course.modules
		.map(({ id }) => id)
		.filter((id) => (id === module ? !isIn : draft.modules.includes(id)));
	const own = new Set(cardsOf(course, [module]));
	const cards = isIn
		? draft.cards.filter((id) => !own.has(id))
		: cardsOf(course, modules).filter((id) => own.has(id) || draft.cards.includes(id));
	const next = { ...draft, modules, cards: cards.slice(0, LIMITS.cards) };
	if (draft.amount) return chosenAnew(next, course);
	const questions = new Set(
		course.items.filter((item) => item.module === module).map(({ id }) => id)
	);
	const items = isIn
		? draft.items.filter((id) => !questions.has(id))
		: [...draft.items, ...questionsOf(next, course, [module])];
	return { ...next, items: inOrder(course, items).slice(0, LIMITS.items) };
}

/** Takes a question in, or out. */
export const toggledItem = (draft: Draft, course: Course, id: string): Draft => ({
	...draft,
	items: draft.items.includes(id)
		? draft.items.filter((other) => other !== id)
		: inOrder(course, [...draft.items, id])
});

/** Takes a card in, or out. */
export const toggledCard = (draft: Draft, course: Course, id: string): Draft => ({
	...draft,
	cards: draft.cards.includes(id)
		? draft.cards.filter((other) => other !== id)
		: cardsOf(course, draft.modules).filter((card) => card === id || draft.cards.includes(card))
});

/**
 * The question that takes the place of another: of the same module, of the same skill where one is
 * left, and the one that follows, so that swapping again leads on to the next.
 */
export function swapFor({ items }: Draft, course: Course, id: string): string | undefined {
	const from = course.items.findIndex((item) => item.id === id);
	const item = course.items[from];
	if (!item) return undefined;
	const left = [...course.items.slice(from + 1), ...course.items.slice(0, from)].filter(
		(other) => other.module === item.module && !items.includes(other.id)
	);
	return (left.find(({ tests }) => tests === item.tests) ?? left[0])?.id;
}

/** Puts another question in the place of one. */
export function swappedItem(draft: Draft, course: Course, id: string): Draft {
	const other = swapFor(draft, course, id);
	if (!other) return draft;
	return { ...draft, items: draft.items.map((each) => (each === id ? other : each)) };
}

/** How the questions came to be chosen: all of the modules and skills, by lot, or one by one. */
export function choiceOf(draft: Draft, course: Course): 'all' | 'lot' | 'own' {
	const { amount: _, ...whole } = draft;
	const isAs = ({ items }: Draft) => items.join(' ') === draft.items.join(' ');
	if (isAs(chosenAnew(whole, course))) return 'all';
	const drawn = { ...draft, amount: draft.items.length };
	return draft.items.length > 0 && isAs(chosenAnew(drawn, course)) ? 'lot' : 'own';
}

/** How many questions of each skill there are, for those that have any. */
export function skillCounts(ids: readonly string[], course: Course): [Skill, number][] {
	const wanted = new Set(ids);
	return SKILLS.flatMap((skill): [Skill, number][] => {
		const count = course.items.filter(({ id, tests }) => tests === skill && wanted.has(id)).length;
		return count > 0 ? [[skill, count]] : [];
	});
}
