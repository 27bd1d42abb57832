import { describe, expect, it } from 'vitest';
import type { Visit } from '../local/rows.ts';
import { visitOf } from './visit.ts';

const before = (card: string, revision: number, at: number): Visit => ({
	v: 1,
	card,
	module: 'the-bridge',
	revision,
	at
});
const gate = { id: 'gate', revision: 2 };

describe('a visit', () => {
	it('of a card opened for the first time is of the revision it has', () => {
		expect(visitOf('the-bridge', gate, [], { now: 7 })).toEqual(before('gate', 2, 7));
	});

	it('of a changed card keeps the revision that was read, until it is read again', () => {
		const visits = [before('gate', 1, 3)];
		expect(visitOf('the-bridge', gate, visits, { now: 7 }).revision).toBe(1);
		expect(visitOf('the-bridge', gate, visits, { now: 7, read: true }).revision).toBe(2);
	});

	it('never falls back to an older revision', () => {
		const visits = [before('gate', 3, 3)];
		expect(visitOf('the-bridge', gate, visits, { now: 7 }).revision).toBe(3);
		expect(visitOf('the-bridge', gate, visits, { now: 7, read: true }).revision).toBe(3);
	});

	it('is the last one, though the clock was a year ahead before', () => {
		const visits = [before('ford', 1, 5000), before('gate', 2, 3)];
		expect(visitOf('the-bridge', gate, visits, { now: 7 }).at).toBe(5001);
	});
});
