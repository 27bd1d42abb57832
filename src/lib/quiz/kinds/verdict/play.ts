import { singleKind } from '../../single.ts';

/** The status of a disputed point, always in the same order. Credit: all or nothing. */
export const verdict = singleKind(true);
