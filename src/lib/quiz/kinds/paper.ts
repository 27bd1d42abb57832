/** What each kind of question looks like on paper, and its answer in a line for whoever marks it. */
import type { PlayedItem } from '../../content/item.ts';
import { STATUS_MEANINGS, type Status } from '../../content/status.ts';
import type { Option } from '../kind.ts';
import type { SingleItem } from '../single.ts';
import type { ClozeItem } from './cloze/play.ts';
import type { KindName } from './index.ts';
import type { MatchItem } from './match/play.ts';
import type { MultiItem } from './multi/play.ts';
import type { NumberItem } from './number/play.ts';
import type { OrderItem } from './order/play.ts';

/** An option with the letter, or on a map the number, that it has on the paper. */
export interface PaperOption {
	mark: string;
	text: string;
	/** What the option means, where its name alone does not say it. */
	hint?: string;
}

export interface PaperQuestion {
	/** What is to be done with pen. */
	task: string;
	/** A sentence with a gap. */
	stem?: readonly [before: string, after: string];
	/** Options to tick, or to take letters from. */
	options?: PaperOption[];
	/** Whether each option has a box to tick, or to write a number into. */
	box?: 'tick' | 'number';
	/** Lines to write on, each after its text; with the unit of what is written. */
	lines?: { mark?: string; text: string; unit?: string }[];
	/** Rows of which one column each is ticked. */
	grid?: { rows: string[]; columns: string[] };
	/** Ids of places, in the order of the options, which a map shows. */
	places?: string[];
	/** The right answer, by letters where there are. */
	answer: string;
}

const letter = (at: number) => String.fromCharCode(65 + at);

const lettered = (options: readonly Option[]): PaperOption[] =>
	options.map(({ text }, at) => ({ mark: letter(at), text }));

/** Marks of some options, by their ids, in the order of the ids. */
function marksOf(
	ids: readonly string[],
	options: readonly Option[],
	marks: readonly PaperOption[]
) {
	return ids.flatMap((id) => marks[options.findIndex((each) => each.id === id)]?.mark ?? []);
}

const any = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const figure = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

function single({ options, keys }: SingleItem): PaperQuestion {
	const marks = lettered(options);
	const answer = any.format(marksOf(keys, options, marks).sort());
	return { task: 'Tick one.', options: marks, box: 'tick', answer };
}

function several({ options, keys }: MultiItem): PaperQuestion {
	const marks = lettered(options);
	const answer = marksOf(keys, options, marks).sort().join(', ');
	return { task: 'Tick all that are right.', options: marks, box: 'tick', answer };
}

function order({ options, keys }: OrderItem): PaperQuestion {
	const marks = lettered(options);
	return {
		task: 'Number them from first (1) to last.',
		options: marks,
		box: 'number',
		answer: `${marksOf(keys, options, marks).join(', ')} (from first to last)`
	};
}

function match({ pairs, options }: MatchItem): PaperQuestion {
	const marks = lettered(options);
	const keyOf = ({ key }: { key: string }) => marksOf([key], options, marks)[0] ?? '';
	return {
		task: 'Write the letter that fits. A letter may fit more than once, or never.',
		options: marks,
		lines: pairs.map(({ text }, at) => ({ mark: String(at + 1), text })),
		answer: pairs.map((pair, at) => `${at + 1} ${keyOf(pair)}`).join(', ')
	};
}

function matrix({ pairs, options }: MatchItem): PaperQuestion {
	const name = (id: string) => options.find((option) => option.id === id)?.text ?? '';
	return {
		task: 'Tick one in each row.',
		grid: { rows: pairs.map(({ text }) => text), columns: options.map(({ text }) => text) },
		answer: pairs.map(({ text, key }) => `${text}: ${name(key).toLowerCase()}`).join('; ')
	};
}

function number({ unit, figures }: NumberItem): PaperQuestion {
	const told = figures.map(({ label, value, tolerance }) => {
		const about = tolerance > 0 ? `, up to ${figure.format(tolerance)} off is right` : '';
		return `${label}: ${figure.format(value)}${about}`;
	});
	return {
		task: 'Write the figure.',
		lines: figures.map(({ label }) => ({ text: label, unit })),
		answer: told.join('; ')
	};
}

function verdict(item: SingleItem): PaperQuestion {
	const paper = single(item);
	const hint = (at: number) => STATUS_MEANINGS[item.options[at]?.id as Status];
	return {
		...paper,
		options: paper.options?.map((option, at) => ({ ...option, hint: hint(at) })) ?? []
	};
}

function place({ options, keys }: SingleItem): PaperQuestion {
	const marks = options.map(({ text }, at) => ({ mark: String(at + 1), text }));
	return {
		task: 'Tick one. The map has the same numbers.',
		options: marks,
		box: 'tick',
		places: options.map(({ id }) => id),
		answer: any.format(marksOf(keys, options, marks))
	};
}

const cloze = (item: ClozeItem): PaperQuestion => ({
	...single(item),
	task: 'Tick the words for the gap.',
	stem: [item.before, item.after]
});

const all = {
	choice: single,
	multi: several,
	order,
	match,
	number,
	verdict,
	'who-says': single,
	cloze,
	place,
	matrix
} satisfies Record<KindName, unknown>;

/** An item that passed the gate, as it stands on paper; its options in the order that it has. */
export const paperOf = (item: PlayedItem): PaperQuestion =>
	(all as unknown as Record<string, (item: PlayedItem) => PaperQuestion>)[item.kind]?.(item) ?? {
		task: '',
		answer: ''
	};
