/** A small quiz as it is played: one question of each kind, and the right responses to any. */
import type { PlayedItem, Whys } from '../../src/lib/content/item.ts';
import type { QuizPack, WhysPack } from '../../src/lib/content/packs.ts';
import type { Option } from '../../src/lib/quiz/kind.ts';
import { loadKinds, type KindName } from '../../src/lib/quiz/kinds/index.ts';
import type { MatchItem } from '../../src/lib/quiz/kinds/match/play.ts';
import type { NumberItem } from '../../src/lib/quiz/kinds/number/play.ts';
import type { SingleItem } from '../../src/lib/quiz/single.ts';
import { STANCE_NAMES, STANCES } from '../../src/lib/content/matrix.ts';
import { STATUS_NAMES, STATUSES } from '../../src/lib/content/status.ts';

// Tests meet questions of every kind.
await loadKinds();

const option = (id: string): Option => ({ id, text: `The ${id} one` });
const options = ['first', 'second', 'third', 'fourth'].map(option);

const question = <Part extends object>(kind: KindName, part: Part): PlayedItem & Part => ({
	id: `q-${kind}`,
	revision: 1,
	kind,
	card: 'gate',
	tests: kind === 'number' ? 'numbers' : 'actors',
	difficulty: 1,
	prompt: `A question of the kind ${kind}?`,
	claims: ['ga02-locked'],
	...part
});

const NUMBER: NumberItem = {
	unit: 'carts',
	figures: [
		{ id: 'gazette', label: 'River Gazette', value: 1200, tolerance: 0 },
		{ id: 'herald', label: 'Herald', value: 5, tolerance: 1 }
	]
};

const MATCH: MatchItem = {
	options: [
		{ id: 'north', text: 'The North council' },
		{ id: 'south', text: 'The South council' }
	],
	pairs: [
		{ id: 'said', text: 'It was locked', key: 'north' },
		{ id: 'denied', text: 'It was open', key: 'south' }
	]
};

const MATRIX: MatchItem = {
	options: STANCES.map((id) => ({ id, text: STANCE_NAMES[id] })),
	pairs: [
		{ id: 'gazette', text: 'River Gazette', key: 'attributes' },
		{ id: 'herald', text: 'Herald', key: 'silent' }
	]
};

export const questions = {
	choice: question('choice', { options, keys: ['first'] }),
	multi: question('multi', { options, keys: ['first', 'third'] }),
	order: question('order', { options, keys: ['second', 'first', 'fourth', 'third'] }),
	match: question('match', MATCH),
	number: question('number', NUMBER),
	verdict: question('verdict', {
		options: STATUSES.map((id) => ({ id, text: STATUS_NAMES[id] })),
		keys: ['differ']
	}),
	'who-says': question('who-says', { options, keys: ['second', 'third'] }),
	cloze: question('cloze', { before: 'The council ', after: ' so.', options, keys: ['fourth'] }),
	place: question('place', { options, keys: ['third'] }),
	matrix: question('matrix', MATRIX)
} satisfies Record<KindName, PlayedItem>;

const whysOf = (ids: readonly string[]): Whys =>
	Object.fromEntries(ids.map((id) => [id, `Because of ${id}.`]));

const optionWhys = whysOf(options.map(({ id }) => id));

const whys: Record<KindName, Whys> = {
	choice: optionWhys,
	multi: optionWhys,
	order: optionWhys,
	match: { said: 'It wrote so.', denied: 'It answered so.' },
	number: {
		gazette: 'It wrote so.',
		herald: 'It wrote about five.',
		'slip-12': 'Twelve were waiting.'
	},
	verdict: whysOf(STATUSES),
	'who-says': optionWhys,
	cloze: optionWhys,
	place: optionWhys,
	matrix: { gazette: 'It quotes the council.', herald: 'It does not speak of the gate.' }
};

/** Why the options, events, pairs and figures of each question are right or wrong. */
export const whysPack: WhysPack = {
	module: 'the-bridge',
	whys: Object.fromEntries(Object.entries(whys).map(([kind, own]) => [`q-${kind}`, own])),
	claims: Object.fromEntries(Object.keys(whys).map((kind) => [`q-${kind}`, ['ga02-locked']]))
};

export const pack: QuizPack = {
	module: 'the-bridge',
	title: 'The bridge',
	goal: 'You can say who wrote to whom.',
	cards: [],
	items: Object.values(questions)
};

type Respond = (item: PlayedItem) => unknown;

const single = (item: PlayedItem) => item as unknown as SingleItem;
const pairsOf = (item: PlayedItem) => (item as unknown as MatchItem).pairs;
const figuresOf = (item: PlayedItem) => (item as unknown as NumberItem).figures;

const oneKey: Respond = (item) => single(item).keys[0];
const notKeys = (item: PlayedItem) =>
	single(item)
		.options.map(({ id }) => id)
		.filter((id) => !single(item).keys.includes(id));
const oneNotKey: Respond = (item) => notKeys(item)[0];

const matched: Respond = (item) =>
	Object.fromEntries(pairsOf(item).map(({ id, key }) => [id, key]));
const mismatched: Respond = (item) => {
	const { options } = item as unknown as MatchItem;
	const other = (key: string) => options.find(({ id }) => id !== key)?.id;
	return Object.fromEntries(pairsOf(item).map(({ id, key }) => [id, other(key)]));
};

const right: Record<KindName, Respond> = {
	choice: oneKey,
	verdict: oneKey,
	'who-says': oneKey,
	cloze: oneKey,
	place: oneKey,
	multi: ({ keys }) => keys,
	order: ({ keys }) => keys,
	match: matched,
	matrix: matched,
	number: (item) => Object.fromEntries(figuresOf(item).map(({ id, value }) => [id, value]))
};

const wrong: Record<KindName, Respond> = {
	choice: oneNotKey,
	verdict: oneNotKey,
	'who-says': oneNotKey,
	cloze: oneNotKey,
	place: oneNotKey,
	multi: notKeys,
	order: (item) => single(item).keys.toReversed(),
	match: mismatched,
	matrix: mismatched,
	number: (item) =>
		Object.fromEntries(
			figuresOf(item).map(({ id, value, tolerance }) => [id, value + tolerance + 1])
		)
};

/** A response that earns the whole point. */
export const rightResponse: Respond = (item) => right[item.kind as KindName](item);

/** A response that earns nothing. */
export const wrongResponse: Respond = (item) => wrong[item.kind as KindName](item);
