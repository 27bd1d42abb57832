import { singleKind } from '../../single.ts';

/** One right option of several. Credit: all or nothing. */
export const choice = singleKind();
