/** A card or a question on the projector, revealed step by step. */
import type { PlayedItem } from '../../content/item.ts';
import type { Card } from '../../content/ledger.ts';
import type { Explanation } from '../../quiz/kind.ts';

/** What is on the projector. */
export interface Shown {
	/** Id of the module. */
	module: string;
	/** A card or a question of it. */
	what: 'card' | 'question';
	id: string;
}

/** Reads the address; `undefined` where it names nothing. */
export function readShown(search: URLSearchParams): Shown | undefined {
	const module = search.get('module');
	const card = search.get('card');
	const question = search.get('question');
	if (!module) return undefined;
	if (card) return { module, what: 'card', id: card };
	return question ? { module, what: 'question', id: question } : undefined;
}

/** The address of it, with its `?`. */
export const printShown = ({ module, what, id }: Shown): string =>
	`?${new URLSearchParams([
		['module', module],
		[what, id]
	]).toString()}`;

/** How often a card can be gone on in: once for each sentence, after its question. */
export const cardSteps = ({ paragraphs }: Pick<Card, 'paragraphs'>): number =>
	paragraphs.flat().length;

/** The steps of a question after its prompt: the options, the key, and why. */
export const QUESTION_STEPS = 3;

interface Parts {
	options?: { id: string; text: string }[];
	pairs?: { id: string; text: string }[];
	figures?: { id: string; label: string }[];
}

/** What is shown below a prompt, whatever the kind of question. */
export interface Shape {
	/** What the class chooses from. */
	options: { id: string; text: string }[];
	/** What each option is to be put to, or a figure is to be given for. */
	entries: { id: string; text: string }[];
	/** Whether one option is chosen, so that hands can be raised for it. */
	hands: boolean;
}

export function shapeOf(item: PlayedItem): Shape {
	const { options = [], pairs = [], figures = [] } = item as Parts;
	const entries = [...pairs, ...figures.map(({ id, label }) => ({ id, text: label }))];
	return { options, entries, hands: entries.length === 0 && item.kind !== 'order' };
}

/** The key with the hands that were raised for each option; as it is where none were counted. */
export function withHands(
	parts: readonly Explanation[],
	{ options }: Shape,
	hands: Readonly<Record<string, number>>
): Explanation[] {
	const counts = new Map(options.map(({ id, text }) => [text, hands[id] ?? 0]));
	if (![...counts.values()].some(Boolean)) return [...parts];
	return parts.map((part) => {
		const count = counts.get(part.text);
		if (count === undefined) return part;
		const what = part.mark === 'right' ? 'Right' : 'Not right';
		return { ...part, given: `${what} · ${count} ${count === 1 ? 'hand' : 'hands'}` };
	});
}

/** What comes after, or before; `undefined` at either end. */
export function beside(all: readonly Shown[], { what, id }: Shown, by: 1 | -1): Shown | undefined {
	const at = all.findIndex((each) => each.what === what && each.id === id);
	return at < 0 ? undefined : all[at + by];
}

/** What a key of the keyboard or a clicker does. */
export function turnOf(key: string): 'on' | 'back' | undefined {
	if (['PageDown', 'ArrowRight', ' '].includes(key)) return 'on';
	return ['PageUp', 'ArrowLeft'].includes(key) ? 'back' : undefined;
}
