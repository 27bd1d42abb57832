import { expect, it } from 'vitest';
import { courseItems } from '../../class/answering.ts';
import { beside, printShown, readShown, shapeOf, turnOf, type Shown, withHands } from './show.ts';

const all: Shown[] = [
	{ module: 'm', what: 'card', id: 'a' },
	{ module: 'm', what: 'question', id: 'a' },
	{ module: 'm', what: 'question', id: 'b' }
];

it('is at the same place when the address is read', () => {
	for (const shown of all) expect(readShown(new URLSearchParams(printShown(shown)))).toEqual(shown);
	expect(readShown(new URLSearchParams('module=m'))).toBeUndefined();
	expect(readShown(new URLSearchParams('card=a'))).toBeUndefined();
});

it('goes on from the last card to the first question, and ends', () => {
	const [card, first, last] = all as [Shown, Shown, Shown];
	expect(beside(all, card, 1)).toEqual(first);
	expect(beside(all, first, -1)).toEqual(card);
	expect(beside(all, last, 1)).toBeUndefined();
	expect(beside(all, { ...card, id: 'gone' }, 1)).toBeUndefined();
});

it('has something to show of every question of the course', () => {
	for (const item of courseItems) {
		const { options, entries, hands } = shapeOf(item);
		expect(options.length + entries.length, item.id).toBeGreaterThan(0);
		if (hands) expect(options.length, item.id).toBeGreaterThan(1);
	}
});

const text = (id: string) => ({ id, text: `Text ${id}` });

it('puts raised hands beside the option they were raised for, right or not', () => {
	const shape = { options: [text('a'), text('b'), text('c')], entries: [], hands: true };
	const parts = (['right', 'left', 'left'] as const).map((mark, at) => ({
		text: ['Text a', 'Text b', 'Text c'][at] ?? '',
		why: undefined,
		mark
	}));
	expect(withHands(parts, shape, {})).toEqual(parts);
	expect(withHands(parts, shape, { a: 12, b: 1 }).map(({ given }) => given)).toEqual([
		'Right · 12 hands',
		'Not right · 1 hand',
		'Not right · 0 hands'
	]);
});

it('knows the keys of a clicker', () => {
	expect(['PageDown', ' ', 'ArrowRight'].map(turnOf)).toEqual(['on', 'on', 'on']);
	expect(['PageUp', 'ArrowLeft'].map(turnOf)).toEqual(['back', 'back']);
	expect(turnOf('a')).toBeUndefined();
});
