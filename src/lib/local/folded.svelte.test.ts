import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY } from '../review/days.ts';
import { foldOf } from '../review/fold.ts';
import { idAt } from '../study/fresh-id.ts';
import { answersIn } from './answers.ts';
import type { Attempt } from './rows.ts';
import { store } from './store.ts';

const NOW = 100.5 * DAY;
const clock = { now: NOW, offset: 0 };

/** An answer on a day; its id sorts by the time at which it was given. */
const row = (item: string, day: number, score = 1): Attempt => ({
	v: 2,
	id: `${idAt(day * DAY)}-${item}`,
	session: 's',
	seed: '',
	item,
	revision: 1,
	response: 'a',
	score,
	confidence: 'sure',
	shownAt: day * DAY - 5000,
	at: day * DAY
});

let tabs = 0;
/** As in a tab just opened: it knows only what is kept. */
async function inNewTab(at = clock) {
	const path = `./folded.ts?tab=${++tabs}`;
	const { foldedLog } = (await import(/* @vite-ignore */ path)) as typeof import('./folded.ts');
	const fold = await foldedLog(at);
	return { fold, again: () => foldedLog(at) };
}

const kept = () => localStorage.getItem('folded');
const isKept = () => vi.waitUntil(kept);
const truth = async (at = clock) => foldOf(answersIn(await store.attempts()), at);
const merge = (...attempts: Attempt[]) =>
	store.merge({ visits: [], sessions: [], attempts, marks: [] });

beforeEach(async () => {
	await store.clear();
	localStorage.removeItem('folded');
});

describe('the folded log', () => {
	it('is empty where there is none, and keeps nothing', async () => {
		expect((await inNewTab()).fold.items.size).toBe(0);
		expect(kept()).toBeNull();
	});

	it('keeps nothing of a log that was deleted meanwhile', async () => {
		const waiting: IdleRequestCallback[] = [];
		vi.stubGlobal('requestIdleCallback', (work: IdleRequestCallback) => waiting.push(work));
		await merge(row('q1', 1));
		await inNewTab();
		await store.clear();
		vi.unstubAllGlobals();
		expect(waiting).toHaveLength(1);
		for (const work of waiting) work({ didTimeout: false, timeRemaining: () => 1 });
		// Whatever it asks of the database is asked before this.
		await store.attempts();
		await new Promise((done) => requestIdleCallback(done));
		expect(kept()).toBeNull();
	});

	it('has what is in the log, read in many parts, and what comes to it', async () => {
		await merge(...Array.from({ length: 250 }, (_, at) => row(`q${at % 7}`, 1 + at / 3)));
		const { fold, again } = await inNewTab();
		expect(fold).toEqual(await truth());
		await store.keep([], [row('q1', 99, 0)]);
		expect(await again()).toEqual(await truth());
		expect((await inNewTab()).fold).toEqual(await truth());
	});

	it('goes on with what another tab kept', async () => {
		await merge(row('a', 1), row('b', 2));
		await inNewTab();
		await isKept();
		const read = vi.spyOn(store, 'attemptRows');
		await store.keep([], [row('a', 3, 0)]);
		expect((await inNewTab()).fold).toEqual(await truth());
		expect(read.mock.calls.map(([after]) => after)).toEqual([row('b', 2).id]);
		read.mockRestore();
	});

	it('is worked out anew when older answers come from another device', async () => {
		await merge(row('a', 10), row('a', 20, 0));
		const { again } = await inNewTab();
		await isKept();
		await merge(row('a', 15), row('b', 1));
		expect(await again()).toEqual(await truth());
		expect((await inNewTab()).fold).toEqual(await truth());
	});

	it('is worked out anew when an answer comes late whose id does not say so', async () => {
		await merge(row('a', 10), row('a', 20, 0));
		const { again } = await inNewTab();
		await merge({ ...row('a', 12, 0), id: 'z' });
		expect(await again()).toEqual(await truth());
	});

	it('is not taken from a log that was deleted', async () => {
		await merge(row('a', 10), row('b', 20));
		const { again } = await inNewTab();
		await isKept();
		await store.clear();
		await merge(row('c', 1), row('d', 2));
		expect((await inNewTab()).fold).toEqual(await truth());
		expect(await again()).toEqual(await truth());
	});

	it('is worked out anew where what was kept is damaged, or was made by other rules', async () => {
		await merge(row('a', 10));
		for (const text of ['{"rules":', '{}', 'null', '[]', '{"rules":"0","offset":0}']) {
			localStorage.setItem('folded', text);
			expect((await inNewTab()).fold).toEqual(await truth());
		}
	});

	it('follows a clock that is set back, and one of another place', async () => {
		await merge(row('a', 10), row('a', 90, 0));
		await inNewTab();
		await isKept();
		for (const at of [
			{ now: 50 * DAY, offset: 0 },
			{ now: NOW, offset: 240 },
			{ now: NOW, offset: 0 }
		])
			expect((await inNewTab(at)).fold).toEqual(await truth(at));
	});

	it('leaves out rows of a newer version, and counts them', async () => {
		await merge(row('a', 10), { ...row('b', 20), v: 3 } as unknown as Attempt, row('c', 30));
		const { fold } = await inNewTab();
		await isKept();
		expect([...fold.items.keys()]).toEqual(['a', 'c']);
		expect((await inNewTab()).fold).toEqual(await truth());
	});
});
