/** What the gate asks of a question kind. The kinds themselves live in `quiz/kinds`. */
import * as v from 'valibot';
import { Id, Revision, Text } from './fields.ts';
import type { Path } from './read.ts';
import type { Claim, Place, Source, Voice } from './records.ts';
import { SKILLS, type Skill } from './skill.ts';
import type { Status } from './status.ts';

/** Fields that a question of any kind has. A kind's schema spreads them. */
export const ITEM_FIELDS = {
	id: Id,
	revision: Revision,
	card: Id,
	tests: v.picklist(SKILLS, `must be one of ${SKILLS.join(', ')}`),
	difficulty: v.picklist([1, 2, 3], 'must be 1, 2 or 3'),
	prompt: Text,
	claims: v.pipe(v.array(Id), v.minLength(1, 'must name the claims that the key rests on'))
};

/** An item as its author wrote it. */
export interface WrittenItem {
	id: string;
	revision: number;
	kind: string;
	card: string;
	tests: Skill;
	difficulty: 1 | 2 | 3;
	prompt: string;
	claims: string[];
}

/** A question without its text: what review and its statistics need to know of it. */
export interface ItemEntry {
	id: string;
	revision: number;
	/** Id of its module. */
	module: string;
	kind: string;
	tests: Skill;
	/** Whether it asks on what accounts part. */
	disputed: boolean;
}

/** What a kind may ask of the ledger. */
export interface Known {
	voices: ReadonlyMap<string, Voice>;
	sources: ReadonlyMap<string, Source>;
	claims: ReadonlyMap<string, Claim>;
	places: ReadonlyMap<string, Place>;
	/** Computed status of a dispute; `undefined` when there is no such dispute. */
	status(dispute: string): Status | undefined;
	/** Every claim that says the same as this one, itself included. */
	same(claim: string): ReadonlySet<string>;
}

export interface ItemMistake {
	path: Path;
	message: string;
}

/** Why each option, event, pair or figure of an item is right or wrong, by its id. */
export type Whys = Readonly<Record<string, string>>;

/** The writing side of a question kind: its schema, its own rules, and the form the quiz plays. */
export interface ItemKind<Written extends WrittenItem = WrittenItem, Played = unknown> {
	schema: v.GenericSchema<unknown, Written>;
	/** What is wrong with an item that passed the schema. */
	mistakes(item: Written, known: Known): ItemMistake[];
	/** Claims that options or figures rest on, beside `item.claims`. */
	claims(item: Written): string[];
	/** Places that are its options, where they are. */
	places?(item: Written): string[];
	/** The kind's own part of the item as the quiz plays it. */
	play(item: Written, known: Known): Played;
	/** Why its parts are right or wrong, which the quiz needs only after an answer. */
	whys(item: Written): Whys;
}

export type ItemKinds = Readonly<Record<string, ItemKind>>;

/** An item as the quiz asks it: common fields, and the kind's own. */
export type PlayedItem = Omit<WrittenItem, 'claims' | 'difficulty'> & Record<string, unknown>;

/** An item of the course: what the quiz asks, and what stands behind it. */
export type CourseItem = PlayedItem & Pick<WrittenItem, 'claims' | 'difficulty'>;
