import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Attempt, readable, Session, Visit } from './rows.ts';

const visit = { v: 1, card: 'gate', module: 'the-bridge', revision: 1, at: 1_700_000_000_000 };
const session = {
	v: 2,
	mode: 'quiz',
	id: 's',
	module: 'the-bridge',
	seed: 'seed',
	items: [{ id: 'q1', revision: 2 }],
	startedAt: 1,
	ended: false
};
const attempt = {
	v: 2,
	seed: 'seed',
	id: 'a',
	session: 's',
	item: 'q1',
	revision: 2,
	response: { gazette: 3 },
	score: 0.5,
	shownAt: 1,
	at: 2
};

describe('readable', () => {
	it('keeps rows as they are', () => {
		expect(readable(Visit, [visit])).toEqual([visit]);
		expect(readable(Session, [session])).toEqual([session]);
		expect(readable(Attempt, [attempt])).toEqual([attempt]);
	});

	it('reads rows of the first version in the shape of today', () => {
		const { mode, ...oldSession } = session;
		expect(readable(Session, [{ ...oldSession, v: 1 }])).toEqual([{ ...session, mode }]);
		const { seed: _, ...oldAttempt } = attempt;
		expect(readable(Attempt, [{ ...oldAttempt, v: 1 }])).toEqual([{ ...attempt, seed: '' }]);
	});

	it('leaves a row of a newer version alone', () => {
		expect(readable(Visit, [{ ...visit, v: 2 }, visit])).toEqual([visit]);
		expect(readable(Attempt, [{ ...attempt, v: 3 }])).toEqual([]);
	});

	it('takes any response, an empty one too', () => {
		const responses = ['a', ['a'], {}, null, 3].map((response) => ({ ...attempt, response }));
		expect(readable(Attempt, responses)).toHaveLength(5);
	});

	it.each([
		[Attempt, attempt, 'score', [-0.1, 1.1, Number.NaN, '1', undefined]],
		[Attempt, attempt, 'at', [Infinity, '2', null]],
		[Attempt, attempt, 'item', ['x'.repeat(201), 1, undefined]],
		[Attempt, attempt, 'confidence', ['certain', 1]],
		[Session, session, 'items', ['q1', [{ id: 'q1' }], [null]]],
		[Session, session, 'ended', [0, 'false', undefined]],
		[Visit, visit, 'card', [undefined, {}]],
		[Visit, visit, 'v', [0, '1', undefined]]
	])('leaves out rows of another shape: %#', (schema, row, field, values) => {
		expect(
			readable(
				schema,
				values.map((value) => ({ ...row, [field]: value }))
			)
		).toEqual([]);
	});

	it('leaves out whatever is no row', () => {
		fc.assert(
			fc.property(fc.array(fc.anything()), (rows) => {
				expect(readable(Attempt, rows)).toEqual([]);
			})
		);
	});
});
