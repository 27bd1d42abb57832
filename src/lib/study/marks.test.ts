import { describe, expect, it } from 'vitest';
import type { ModuleEntry } from '../content/packs.ts';
import { unmarked, withBookmark, withNote } from '../local/marks.ts';
import { markedModules } from './marks.ts';

const module = (id: string, ...cards: string[]): ModuleEntry => ({
	id,
	title: `The ${id}`,
	goal: '',
	minutes: 1,
	cards: cards.map((card) => ({ id: card, title: `The ${card}`, revision: 1 })),
	items: [],
	revisions: {}
});
const modules = [module('bridge', 'gate', 'ford'), module('island', 'tower')];

const bookmarked = (card: string, of = 'bridge') => withBookmark(unmarked(card, of), true, 1);
const noted = (card: string, note: string, of = 'bridge') =>
	withNote(unmarked(card, of), unmarked(card, of), note, 'n', 1);

describe('marked cards', () => {
	it('stand in the order of the course, by module', () => {
		const marks = [bookmarked('tower', 'island'), noted('ford', 'Wet.'), bookmarked('gate')];
		const groups = markedModules(modules, marks);
		expect(groups.map((group) => group.module?.id)).toEqual(['bridge', 'island']);
		expect(groups[0]?.cards).toEqual([
			{ id: 'gate', module: 'bridge', title: 'The gate', bookmarked: true, note: '', apart: false },
			{
				id: 'ford',
				module: 'bridge',
				title: 'The ford',
				bookmarked: false,
				note: 'Wet.',
				apart: false
			}
		]);
	});

	it('are none where everything was taken away again', () => {
		const gone = withBookmark(bookmarked('gate'), false, 2);
		expect(markedModules(modules, [gone, noted('ford', '')])).toEqual([]);
	});

	it('that left the course keep what was written on them', () => {
		const groups = markedModules(modules, [noted('mill', 'It turned.'), bookmarked('gate')]);
		expect(groups).toHaveLength(2);
		expect(groups[1]).toEqual({
			cards: [{ id: 'mill', module: 'bridge', bookmarked: false, note: 'It turned.', apart: false }]
		});
	});

	it('that moved to another module are found there', () => {
		const [group] = markedModules(modules, [bookmarked('tower')]);
		expect(group?.module?.id).toBe('island');
		expect(group?.cards[0]?.module).toBe('island');
	});
});
