import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	isApart,
	isMarked,
	mergedMark,
	noteOf,
	unmarked,
	withBookmark,
	withNote
} from './marks.ts';
import type { Mark } from './rows.ts';

const empty = unmarked('gate', 'the-bridge');

describe('a bookmark', () => {
	it('is there, and gone again', () => {
		const there = withBookmark(empty, true, 5);
		expect(isMarked(empty)).toBe(false);
		expect(isMarked(there)).toBe(true);
		expect(isMarked(withBookmark(there, false, 6))).toBe(false);
	});

	it('is of two devices what was done later, by whatever clock', () => {
		const there = withBookmark(empty, true, 50);
		const gone = withBookmark(there, false, 3);
		expect(mergedMark(there, gone).bookmarked).toBe(false);
		expect(mergedMark(gone, there).bookmarked).toBe(false);
	});
});

describe('a note', () => {
	it('is what was written last on one device', () => {
		const first = withNote(empty, empty, 'Who prin', 'a', 1);
		const second = withNote(first, empty, 'Who printed it?', 'a', 2);
		const third = withNote(second, second, 'Ask who printed it.', 'b', 3);
		expect(noteOf(second)).toBe('Who printed it?');
		expect(noteOf(third)).toBe('Ask who printed it.');
		expect(noteOf(mergedMark(third, first))).toBe('Ask who printed it.');
	});

	it('keeps both texts that two devices wrote apart, until someone who saw both writes on', () => {
		const mine = withNote(empty, empty, 'Mine.', 'a', 1);
		const theirs = withNote(empty, empty, 'Theirs.', 'b', 2);
		const both = mergedMark(mine, theirs);
		expect(noteOf(both)).toBe('Mine.\n\nTheirs.');
		expect(isApart(both)).toBe(true);
		const one = withNote(both, both, 'Ours.', 'c', 3);
		expect(noteOf(mergedMark(mergedMark(one, mine), theirs))).toBe('Ours.');
		expect(isApart(one)).toBe(false);
	});

	it('comes back when it was taken away on one device and written on in another', () => {
		const note = withNote(empty, empty, 'It.', 'a', 1);
		const gone = withNote(note, note, '', 'b', 2);
		const more = withNote(note, note, 'It, and more.', 'c', 3);
		expect(isMarked(gone)).toBe(false);
		expect(isMarked(mergedMark(note, gone))).toBe(false);
		expect(noteOf(mergedMark(gone, more))).toBe('It, and more.');
		expect(isApart(mergedMark(gone, more))).toBe(false);
	});
});

const DEVICES = 3;
const device = fc.nat({ max: DEVICES - 1 });
const step = fc.oneof(
	fc.record({ do: fc.constant('open' as const), on: device }),
	fc.record({ do: fc.constant('write' as const), on: device, now: fc.nat({ max: 9 }) }),
	fc.record({ do: fc.constant('take' as const), on: device, from: device })
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Devices that write and take over from one another, and every text that nobody who saw it wrote over. */
function lived(steps: readonly Step[]) {
	const marks = Array.from({ length: DEVICES }, () => empty);
	const writing: { id: string; seen: Mark }[] = marks.map((seen, at) => ({ id: `0-${at}`, seen }));
	const standing = new Map<string, string>();
	for (const [index, { on, ...rest }] of steps.entries()) {
		const mark = marks[on] ?? empty;
		const writer = writing[on] ?? { id: '', seen: empty };
		if (rest.do === 'open') writing[on] = { id: `${index}-${on}`, seen: mark };
		else if (rest.do === 'take') marks[on] = mergedMark(mark, marks[rest.from] ?? empty);
		else {
			const text = `text ${index}`;
			for (const { id, text: old } of writer.seen.texts)
				if (standing.get(id) === old) standing.delete(id);
			standing.set(writer.id, text);
			marks[on] = withNote(mark, writer.seen, text, writer.id, rest.now);
		}
	}
	return { marks, standing: [...standing.values()] };
}

const steps = fc.array(step, { maxLength: 25 });
/** Marks as devices come to have them. */
const some = fc
	.tuple(steps, fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 5 })), { maxLength: 3 }))
	.map(([all, bookmarks]) =>
		lived(all).marks.map((mark, at) => withBookmark(mark, ...(bookmarks[at] ?? [false, 0])))
	);

describe('marks of several devices', () => {
	it('keep every text that nobody who saw it wrote over, and no other', () => {
		fc.assert(
			fc.property(steps, (all) => {
				const { marks, standing } = lived(all);
				const together = marks.reduce(mergedMark);
				expect(together.texts.map(({ text }) => text).sort()).toEqual(standing.sort());
			}),
			{ numRuns: 1000 }
		);
	});

	it('come to the same in whatever order, and twice to nothing more', () => {
		fc.assert(
			fc.property(some, ([a = empty, b = empty, c = empty]) => {
				expect(mergedMark(a, b)).toEqual(mergedMark(b, a));
				expect(mergedMark(mergedMark(a, b), c)).toEqual(mergedMark(a, mergedMark(b, c)));
				expect(mergedMark(mergedMark(a, b), b)).toEqual(mergedMark(a, b));
				expect(mergedMark(a, a)).toEqual(a);
			})
		);
	});
});
