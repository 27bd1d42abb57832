/** What a reader put on cards, in the order of the course. */
import type { ModuleEntry } from '../content/packs.ts';
import { isApart, isMarked, noteOf } from '../local/marks.ts';
import type { Mark } from '../local/rows.ts';

export interface MarkedCard {
	id: string;
	/** Id of its module. */
	module: string;
	/** Absent for a card that is no longer part of the course. */
	title?: string;
	bookmarked: boolean;
	/** Empty when there is none. */
	note: string;
	/** Whether two devices wrote the note apart. */
	apart: boolean;
}

export interface MarkedModule {
	/** Absent for cards that are no longer part of the course: what was written on them stays. */
	module?: ModuleEntry;
	cards: MarkedCard[];
}

const marked = (mark: Mark, title?: string): MarkedCard => ({
	id: mark.card,
	module: mark.module,
	...(title !== undefined && { title }),
	bookmarked: mark.bookmarked,
	note: noteOf(mark),
	apart: isApart(mark)
});

/** Every card with a bookmark or a note, by module. */
export function markedModules(
	modules: readonly ModuleEntry[],
	marks: readonly Mark[]
): MarkedModule[] {
	const left = new Map(marks.filter(isMarked).map((mark) => [mark.card, mark]));
	const groups: MarkedModule[] = modules.map((module) => ({
		module,
		cards: module.cards.flatMap(({ id, title }) => {
			const mark = left.get(id);
			left.delete(id);
			return mark ? [marked({ ...mark, module: module.id }, title)] : [];
		})
	}));
	const gone = [...left.values()].map((mark) => marked(mark));
	return [...groups, { cards: gone }].filter(({ cards }) => cards.length > 0);
}
