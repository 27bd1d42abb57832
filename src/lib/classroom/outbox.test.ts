import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredAnswer } from '../class/api.ts';
import { idOf } from '../class/testing.ts';
import { CallError } from './client.ts';
import {
	again,
	answered,
	failed,
	LONGEST_WAIT,
	Outbox,
	scanned,
	waitAfter,
	waitOf,
	type OutboxStorage
} from './outbox.ts';
import type { Outgoing } from './rows.ts';

const outgoing = (parts: Partial<Outgoing> = {}): Outgoing => ({
	v: 1,
	id: idOf('work'),
	membership: idOf('Ani'),
	class: idOf('class'),
	assignment: idOf('assignment'),
	revision: 1,
	sealed: 'QUJD',
	sha256: 'h'.repeat(43),
	made: 5,
	state: 'waiting',
	failures: 0,
	notBefore: 0,
	problem: '',
	...parts
});

const confirming = ({ id, sha256 }: Outgoing): StoredAnswer => ({ id, sha256, received: 9 });
const passing = new CallError('unreachable', {});
const refused = (code: 'conflict' | 'not-found') =>
	new CallError('refused', { code, detail: 'No.' });

function inMemory(...rows: Outgoing[]): OutboxStorage & { rows: Map<string, Outgoing> } {
	const kept = new Map(rows.map((row) => [row.id, row]));
	return {
		rows: kept,
		all: () => Promise.resolve([...kept.values()]),
		add(row) {
			const standing = kept.get(row.id) ?? row;
			kept.set(row.id, standing);
			return Promise.resolve(standing);
		},
		change(id, change) {
			const row = kept.get(id);
			if (row) kept.set(id, change(row));
			return Promise.resolve();
		}
	};
}

describe('a hand-in in the outbox', () => {
	it('is confirmed by its own content alone', () => {
		const row = outgoing();
		expect(answered(row, confirming(row))).toMatchObject({ state: 'confirmed', received: 9 });
		expect(answered(row, { ...confirming(row), sha256: 'x'.repeat(43) }).state).toBe('refused');
		expect(answered(row, { ...confirming(row), id: idOf('other') }).state).toBe('refused');
	});

	it('waits longer after each failure, up to five minutes, never all at once', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 500 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(n, r) => {
					const wait = waitAfter(n, r);
					expect(wait).toBeGreaterThanOrEqual(1000);
					expect(wait).toBeLessThanOrEqual(LONGEST_WAIT);
					expect(waitAfter(n + 1, r)).toBeGreaterThanOrEqual(wait);
				}
			)
		);
		expect(waitAfter(3, 0)).not.toBe(waitAfter(3, 1));
	});

	it('is not kept waiting by a clock that was set back', () => {
		expect(waitOf(outgoing({ notBefore: 10 ** 12 }), 0)).toBe(0);
		expect(waitOf(outgoing({ notBefore: 5000 }), 1000)).toBe(4000);
	});

	it('is told plainly when it was refused, and may be sent again', () => {
		const row = failed(outgoing(), refused('conflict'), 0, 0);
		expect(row.state).toBe('refused');
		expect(row.problem).toMatch(/something else/);
		expect(failed(outgoing(), refused('not-found'), 0, 0).problem).toMatch(/ended/);
		expect(again(row).state).toBe('waiting');
	});

	it('once confirmed stays so, whatever another tab hears', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('lost', 'conflict', 'other', 'unscanned', 'again')),
				(steps) => {
					const row = outgoing({ state: 'confirmed' });
					const after = steps.reduce((each, step) => {
						if (step === 'lost') return failed(each, passing, 0, 0);
						if (step === 'conflict') return failed(each, refused('conflict'), 0, 0);
						if (step === 'other') return answered(each, { ...confirming(row), sha256: '' });
						return step === 'again' ? again(each) : scanned(each, false);
					}, row);
					expect(after).toEqual(row);
				}
			)
		);
	});

	it('that was scanned is sent as well, and stays scanned when nobody takes it', () => {
		const row = scanned(outgoing(), true);
		expect(answered(row, confirming(row)).state).toBe('confirmed');
		expect(failed(row, refused('not-found'), 0, 0).state).toBe('scanned');
		expect(scanned(row, false).state).toBe('waiting');
	});
});

describe('the outbox', () => {
	const parts = { random: () => 0.5, alone: (work: () => Promise<void>) => work() };

	it('keeps the first of two that two tabs made', async () => {
		const box = new Outbox({
			...parts,
			now: () => 0,
			storage: inMemory(),
			send: () => Promise.reject(passing)
		});
		await box.add(outgoing());
		expect((await box.add(outgoing({ sealed: 'WFla' }))).sealed).toBe('QUJD');
	});

	it('tries again when it is due, and earlier when something has changed', async () => {
		let now = 0;
		let tries = 0;
		const storage = inMemory(outgoing());
		const send = () => ((tries += 1), Promise.reject(passing));
		const box = new Outbox({ ...parts, now: () => now, storage, send });
		await box.flush();
		await box.flush();
		expect(tries).toBe(1);
		await box.flush(true);
		expect(tries).toBe(2);
		now += (await box.nextWait()) ?? 0;
		await box.flush();
		expect(tries).toBe(3);
	});

	it('leaves the server alone for as long as that asks, whatever has changed', async () => {
		let now = 0;
		let tries = 0;
		const storage = inMemory(outgoing(), outgoing({ id: idOf('second') }));
		const send = () => {
			tries += 1;
			return Promise.reject(
				new CallError('refused', { code: 'storage-unavailable', detail: '', retryAfter: 60_000 })
			);
		};
		const box = new Outbox({ ...parts, now: () => now, storage, send });
		await box.flush(true);
		await box.flush(true);
		expect(tries).toBe(1);
		expect(await box.nextWait()).toBe(60_000);
		now = 60_000;
		await box.flush(true);
		expect(tries).toBe(2);
	});

	it('does not bring back what was taken away while it was sent', async () => {
		const row = outgoing();
		const storage = inMemory(row);
		const send = () => {
			storage.rows.delete(row.id);
			return Promise.resolve(confirming(row));
		};
		await new Outbox({ ...parts, now: () => 0, storage, send }).flush();
		expect(storage.rows.size).toBe(0);
	});

	it('has nothing to wait for when nothing goes to a server', async () => {
		const storage = inMemory(outgoing({ class: '' }));
		const box = new Outbox({
			...parts,
			now: () => 0,
			storage,
			send: () => Promise.reject(passing)
		});
		expect(await box.nextWait()).toBeUndefined();
	});
});
