/** Lists that records choose from and pages go through; apart from the schemas, which pages do not load. */

/** Armenia before Azerbaijan, as everywhere; then those who are neither. */
export const SIDES = ['armenia', 'azerbaijan', 'karabakh', 'outside', 'none'] as const;

export const CONTACT_KINDS = ['met', 'planned', 'spoke', 'asked'] as const;
