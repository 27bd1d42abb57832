import { singleKind } from '../../single.ts';

/** Which voice or article says a thing; any one that does is right. Credit: all or nothing. */
export const whoSays = singleKind();
