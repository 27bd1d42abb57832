/** How the app names what the ledger abbreviates. */
import type { Skill } from '#lib/content/skill.ts';
import type { RelationName } from '#lib/content/links.ts';
import type { Claim, Side } from '#lib/content/records.ts';

export const SIDE_NAMES: Record<Side, string> = {
	armenia: 'speaks for Armenia',
	azerbaijan: 'speaks for Azerbaijan',
	karabakh: 'speaks for the de facto Karabakh authorities',
	outside: 'an outside party',
	none: 'speaks for no side'
};

export const RELATION_NAMES: Record<RelationName, string> = {
	'denied-by': 'Denied by',
	denies: 'Denies',
	'answered-by': 'Other account',
	answers: 'Other account',
	differs: 'Differs from',
	same: 'Also said by'
};

export const UNCLEAR_NAMES: Record<Claim['unclear'][number], string> = {
	speaker: 'who said it',
	date: 'when',
	place: 'where',
	number: 'how many'
};

export const SKILL_NAMES: Record<Skill, string> = {
	actors: 'Actors',
	dates: 'Dates',
	numbers: 'Numbers',
	places: 'Places',
	disputes: 'Disputes',
	sources: 'Reading of sources'
};
