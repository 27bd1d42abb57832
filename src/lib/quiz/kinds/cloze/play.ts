import type { Kind } from '../../kind.ts';
import { singleKind, type SingleItem } from '../../single.ts';

export interface ClozeItem extends SingleItem {
	/** The sentence around the gap. */
	before: string;
	after: string;
}

/** Choose the words that keep a sentence attributed. Credit: all or nothing. */
export const cloze: Kind<ClozeItem, string> = {
	...singleKind<ClozeItem>(),
	stem: ({ before, after }) => [before, after]
};
