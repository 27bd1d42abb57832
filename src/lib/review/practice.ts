/** Questions that a reader chooses to practise: only missed, only disputed, some skills, some modules, any mix. */
import type { ItemEntry } from '../content/item.ts';
import { SKILLS, type Skill } from '../content/skill.ts';
import { shuffleFrom } from '../quiz/random.ts';
import type { ItemState } from './schedule.ts';

export interface Choice {
	/** Only what was not wholly right the last time. */
	missed: boolean;
	/** Only what asks on which points accounts part. */
	disputed: boolean;
	/** Any of these skills; all when empty. */
	skills: readonly Skill[];
	/** Any of these modules, by id; all when empty. */
	modules: readonly string[];
}

/** Reads a choice from the parameters of an address; what it does not know is left out. */
export const readChoice = (parameters: URLSearchParams): Choice => ({
	missed: parameters.get('missed') === '1',
	disputed: parameters.get('disputed') === '1',
	skills: SKILLS.filter((skill) => parameters.getAll('skill').includes(skill)),
	modules: parameters.getAll('module')
});

/** The parameters that lead back to a choice. */
export function writeChoice({ missed, disputed, skills, modules }: Choice): URLSearchParams {
	const parameters = new URLSearchParams();
	if (missed) parameters.set('missed', '1');
	if (disputed) parameters.set('disputed', '1');
	for (const skill of skills) parameters.append('skill', skill);
	for (const module of modules) parameters.append('module', module);
	return parameters;
}

/** The questions of a choice, in the order of the course. */
export function chosen(
	items: readonly ItemEntry[],
	states: ReadonlyMap<string, ItemState>,
	{ missed, disputed, skills, modules }: Choice
): ItemEntry[] {
	const wasMissed = (id: string) => (states.get(id)?.last.score ?? 1) < 1;
	return items.filter(
		(item) =>
			(!missed || wasMissed(item.id)) &&
			(!disputed || item.disputed) &&
			(skills.length === 0 || skills.includes(item.tests)) &&
			(modules.length === 0 || modules.includes(item.module))
	);
}

/** Some of the questions of a choice, drawn by the seed. */
export const drawn = (items: readonly ItemEntry[], count: number, seed: string) =>
	shuffleFrom(seed)(items).slice(0, count);
