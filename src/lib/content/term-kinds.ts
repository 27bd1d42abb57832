/** Loaded words take a side, technical words need explaining, names come in two or more forms. */
export const TERM_KINDS = ['loaded', 'technical', 'names'] as const;
export type TermKind = (typeof TERM_KINDS)[number];
