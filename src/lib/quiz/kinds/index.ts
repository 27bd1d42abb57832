/**
 * The kinds of question, for play. A new kind is a folder here, and a line in `others.ts`, in
 * `explain.ts`, in `paper.ts` and in `schemas.ts`.
 */
import type { Kind } from '../kind.ts';
import { choice } from './choice/play.ts';
import { cloze } from './cloze/play.ts';
import { whoSays } from './who-says/play.ts';

/** A quiz begins with one of these; the others come with the other questions. */
const atHand = { choice, cloze, 'who-says': whoSays };

export type KindName = keyof typeof atHand | keyof typeof import('./others.ts').others;

/** Kinds by name, as far as they are loaded. An item that passed the gate has one of these kinds, and its fields. */
export const kinds = { ...atHand } as unknown as Partial<Record<KindName, Kind>>;

/** Loads the kinds that are not at hand. */
export async function loadKinds(): Promise<void> {
	const { others } = await import('./others.ts');
	Object.assign(kinds, others);
}
