import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BackupError, merged, readBackup, undamaged, writeBackup, type Stored } from './backup.ts';
import { mergedMark, noteOf, unmarked, withNote } from './marks.ts';
import { CONFIDENCES } from '../review/attempt.ts';
import type { Attempt, Mark, Session, Visit } from './rows.ts';

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const time = fc.integer({ min: 0, max: 5 });

const visit = fc.record<Visit>({
	v: fc.constant(1 as const),
	card: ids,
	module: fc.constant('m'),
	revision: fc.constantFrom(1, 2),
	at: time
});
const session = fc.record({ id: ids, ended: fc.boolean() }).map(({ id, ended }): Session => ({
	v: 2,
	id,
	mode: 'quiz',
	module: 'm',
	seed: `seed-${id}`,
	items: [{ id: 'q', revision: 1 }],
	startedAt: 1,
	ended
}));
/** An id is made once, so rows of the same id are the same. */
const attempt = fc.record({ n: fc.integer({ min: 0, max: 9 }) }).map(({ n }): Attempt => ({
	v: 2,
	id: `attempt-${n}`,
	session: 'a',
	item: `q${n % 3}`,
	revision: 1,
	response: { chosen: n },
	score: n / 9,
	seed: 's',
	confidence: CONFIDENCES[n % 3],
	shownAt: n,
	at: n + 1
}));
const text = fc.record({ id: fc.constantFrom('x', 'y', 'z'), text: fc.string(), at: time });
const mark = fc
	.record<Mark>({
		v: fc.constant(2 as const),
		card: ids,
		module: fc.constant('m'),
		bookmarked: fc.boolean(),
		bookmarkedAt: time,
		texts: fc.uniqueArray(text, { selector: ({ id }) => id }),
		replaced: fc.dictionary(fc.constantFrom('x', 'y', 'z'), time, { noNullPrototype: true })
	})
	// As it is stored: no text stands in it that was replaced.
	.map((row) => mergedMark(row, row));
const once = <T>(rows: fc.Arbitrary<T>, key: (row: T) => string) =>
	fc.uniqueArray(rows, { selector: key, maxLength: 6 });
const stored = fc.record<Stored>({
	visits: once(visit, ({ card }) => card),
	sessions: once(session, ({ id }) => id),
	attempts: once(attempt, ({ id }) => id),
	marks: once(mark, ({ card }) => card)
});

/** Rows in an order of their own, to compare what is kept and not where it stands. */
const sorted = (rows: Stored) =>
	Object.fromEntries(
		Object.entries(rows).map(([name, all]) => [
			name,
			(all as unknown[]).map((row) => JSON.stringify(row)).sort()
		])
	);

const empty: Stored = { visits: [], sessions: [], attempts: [], marks: [] };

describe('a backup', () => {
	it('comes back as it went', () => {
		fc.assert(
			fc.property(stored, (rows) => {
				expect(readBackup(writeBackup(rows, 1))).toEqual(JSON.parse(JSON.stringify(rows)));
			})
		);
	});

	it('changes nothing when it is merged into itself, or twice', () => {
		fc.assert(
			fc.property(stored, stored, (a, b) => {
				expect(sorted(merged(a, a))).toEqual(sorted(a));
				expect(sorted(merged(merged(a, b), b))).toEqual(sorted(merged(a, b)));
			})
		);
	});

	it('is merged to the same, whichever comes first', () => {
		fc.assert(
			fc.property(stored, stored, stored, (a, b, c) => {
				expect(sorted(merged(a, b))).toEqual(sorted(merged(b, a)));
				expect(sorted(merged(merged(a, b), c))).toEqual(sorted(merged(a, merged(b, c))));
			})
		);
	});

	it('loses no answer, and doubles none', () => {
		fc.assert(
			fc.property(stored, stored, (a, b) => {
				const all = new Set([...a.attempts, ...b.attempts].map(({ id }) => id));
				const kept = merged(a, b).attempts.map(({ id }) => id);
				expect(kept).toHaveLength(all.size);
				expect(new Set(kept)).toEqual(all);
			})
		);
	});

	it('keeps what was read in the newer revision, whichever device was used last', () => {
		const row: Visit = { v: 1, card: 'a', module: 'm', revision: 2, at: 1 };
		const behind: Visit = { ...row, revision: 1, at: 9 };
		const both = merged({ ...empty, visits: [row] }, { ...empty, visits: [behind] });
		expect(both.visits).toEqual([{ ...row, at: 9 }]);
	});

	it('takes a note of the first version over, and leaves a newer one where it is', () => {
		const old = {
			v: 1,
			card: 'a',
			module: 'm',
			bookmarked: true,
			bookmarkedAt: 1,
			note: 'Old words.',
			noteAt: 2
		} as unknown as Mark;
		const mine = withNote(unmarked('a', 'm'), unmarked('a', 'm'), 'New words.', 'n', 3);
		const [both] = merged({ ...empty, marks: [mine] }, { ...empty, marks: [old] }).marks;
		expect(both && noteOf(both)).toBe('Old words.\n\nNew words.');
		expect(both?.bookmarked).toBe(true);
		const newer = { ...mine, v: 3 } as unknown as Mark;
		expect(merged({ ...empty, marks: [newer] }, { ...empty, marks: [old] }).marks).toEqual([newer]);
	});

	it('leaves out what is damaged, and keeps what a newer version wrote', () => {
		const newer = { v: 9, id: 'newer' } as unknown as Attempt;
		const damaged = { v: 2, id: 'damaged' } as unknown as Attempt;
		const rows = { visits: [], sessions: [], attempts: [damaged, newer], marks: [] };
		expect(undamaged(rows).attempts).toEqual([newer]);
	});

	it('never overwrites a row of a newer version, and puts a damaged one right', () => {
		fc.assert(
			fc.property(stored, stored, fc.constantFrom(9, 0), (a, b, version) => {
				const odd = Object.fromEntries(
					Object.entries(a).map(([name, rows]) => [
						name,
						(rows as object[]).map((row) => ({ ...row, v: version }))
					])
				) as unknown as Stored;
				const all = merged(odd, b);
				const theirs = new Set(b.sessions.map(({ id }) => id));
				for (const row of all.sessions) {
					const wasThere = odd.sessions.includes(row);
					if (version === 9)
						expect(wasThere || !odd.sessions.some(({ id }) => id === row.id)).toBe(true);
					else expect(wasThere).toBe(!theirs.has(row.id));
				}
			})
		);
	});

	const file = JSON.parse(writeBackup(empty, 1)) as Record<string, unknown>;
	const problemOf = (text: string) => {
		try {
			readBackup(text);
		} catch (cause) {
			return cause instanceof BackupError ? cause.problem : 'untyped';
		}
		return 'none';
	};

	it.each([
		['none', JSON.stringify(file)],
		['other', ''],
		['other', 'hello'],
		['other', '{}'],
		['other', 'null'],
		['other', '[]'],
		['damaged', writeBackup(empty, 1).slice(0, -3)],
		['damaged', JSON.stringify({ ...file, v: 'one' })],
		['newer', JSON.stringify({ ...file, v: 2 })],
		['newer', JSON.stringify({ ...file, attempts: [{ v: 3, anything: 'else' }] })],
		['damaged', JSON.stringify({ ...file, attempts: undefined })],
		['damaged', JSON.stringify({ ...file, attempts: {} })],
		['damaged', JSON.stringify({ ...file, attempts: [{ v: 2, id: 'x' }] })],
		['damaged', JSON.stringify({ ...file, marks: [null] })],
		['damaged', JSON.stringify({ ...file, visits: [{ v: 1, card: 'x'.repeat(5_000_000) }] })]
	])('is %s: %#', (problem, text) => {
		expect(problemOf(text)).toBe(problem);
	});
});
