/** What a question tests. */
export const SKILLS = ['actors', 'dates', 'numbers', 'places', 'disputes', 'sources'] as const;
export type Skill = (typeof SKILLS)[number];
