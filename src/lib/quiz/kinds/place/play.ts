import { singleKind } from '../../single.ts';

/** A place, chosen on the map or from the list beside it, which keeps the order of the alphabet. */
export const place = singleKind(true);
