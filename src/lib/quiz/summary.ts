/** The result of a quiz. */
import type { PlayedItem } from '../content/item.ts';
import type { Skill } from '../content/skill.ts';
import type { Answer } from './session.ts';

export interface Tally {
	/** Points, with parts of a point for answers that were partly right. */
	score: number;
	/** Points that there were to get. */
	of: number;
}

export interface Summary extends Tally {
	/** Points by what was tested, for the skills that were, in the order of the alphabet. */
	skills: (Tally & { skill: Skill })[];
	/** Questions without full credit, in the order in which they were asked. */
	missed: PlayedItem[];
}

/** @param answers an item without one earns nothing */
export function summarise(
	items: readonly PlayedItem[],
	answers: readonly Pick<Answer, 'item' | 'score'>[]
): Summary {
	const scoreOf = ({ id }: PlayedItem) => answers.find(({ item }) => item === id)?.score ?? 0;
	const tally = (some: readonly PlayedItem[]): Tally => ({
		score: some.reduce((sum, item) => sum + scoreOf(item), 0),
		of: some.length
	});
	return {
		...tally(items),
		skills: [...new Set(items.map(({ tests }) => tests))].sort().map((skill) => ({
			skill,
			...tally(items.filter(({ tests }) => tests === skill))
		})),
		missed: items.filter((item) => scoreOf(item) < 1)
	};
}
