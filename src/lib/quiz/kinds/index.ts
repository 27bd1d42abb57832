/** The kinds of question, for play. A new kind is a folder here, and a line here, in `explain.ts` and in `schemas.ts`. */
import type { Kind } from '../kind.ts';
import { choice } from './choice/play.ts';
import { cloze } from './cloze/play.ts';
import { match } from './match/play.ts';
import { matrix } from './matrix/play.ts';
import { multi } from './multi/play.ts';
import { number } from './number/play.ts';
import { order } from './order/play.ts';
import { place } from './place/play.ts';
import { verdict } from './verdict/play.ts';
import { whoSays } from './who-says/play.ts';

const all = {
	choice,
	multi,
	order,
	match,
	number,
	verdict,
	'who-says': whoSays,
	cloze,
	place,
	matrix
};

export type KindName = keyof typeof all;

/** Kinds by name. An item that passed the gate has one of these kinds, and its fields. */
export const kinds = all as unknown as Readonly<Record<KindName, Kind>>;
