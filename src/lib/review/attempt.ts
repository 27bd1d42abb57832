/** An answer as memory and statistics look at it. The log keeps more of it, see `local/rows.ts`. */

/** How sure a reader was, as said with the answer. */
export const CONFIDENCES = ['guess', 'think', 'sure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface Attempt {
	/** Id of the item. */
	item: string;
	revision: number;
	/** From 0 to 1. */
	score: number;
	/** Absent where it was not asked. */
	confidence?: Confidence | undefined;
	/** When the question was shown and when it was answered, in milliseconds since 1970, UTC. */
	shownAt: number;
	at: number;
}
