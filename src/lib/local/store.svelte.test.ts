/** In a real browser: what becomes of rows when the browser or another tab does not do as it should. */
import { openDB, type IDBPDatabase } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import first from '../../../tests/stored/rows-1.json' with { type: 'json' };
import { NAME, VERSION } from './connection.ts';
import { askToKeep, keptSentence } from './persistence.ts';
import { unmarked, withBookmark } from './marks.ts';
import type { Attempt, Session, Visit } from './rows.ts';
import { Store } from './store.ts';

const session = (id: string, more: Partial<Session> = {}): Session => ({
	v: 2,
	id,
	mode: 'quiz',
	module: 'the-bridge',
	seed: 's',
	items: [],
	startedAt: 1,
	ended: false,
	...more
});
const attempt = (id: string, more: Partial<Attempt> = {}): Attempt => ({
	v: 2,
	id,
	session: 'one',
	seed: 's',
	item: id,
	revision: 1,
	response: 'north',
	score: 1,
	shownAt: 1,
	at: 2,
	...more
});
const visit: Visit = { v: 1, card: 'gate', module: 'the-bridge', revision: 1, at: 1 };

const raws: IDBPDatabase[] = [];
/** A tab that does not listen when others want to upgrade or to delete. */
async function rawTab(version?: number) {
	const db = await openDB(NAME, version, {
		upgrade(made, from) {
			if (from >= VERSION) return;
			made.createObjectStore('visits', { keyPath: 'card' });
			made.createObjectStore('sessions', { keyPath: 'id' }).createIndex('module', 'module');
			made.createObjectStore('attempts', { keyPath: 'id' }).createIndex('session', 'session');
		}
	});
	raws.push(db);
	return db;
}

async function firstVersion() {
	const db = await rawTab(1);
	for (const row of first.visits) await db.put('visits', row);
	for (const row of first.sessions) await db.put('sessions', row);
	for (const row of first.attempts) await db.put('attempts', row);
	return db;
}

let store: Store;
let other: Store;
beforeEach(async () => {
	await new Store().clear();
	store = new Store();
	other = new Store();
});

afterEach(async () => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	localStorage.clear();
	for (const raw of raws.splice(0)) raw.close();
	store.close();
	other.close();
	await new Store().clear();
});

const problem = (value: string) => ({ name: 'StorageError', problem: value });
const exists = async () => (await indexedDB.databases()).some(({ name }) => name === NAME);

describe('a database of the first version', () => {
	it('is upgraded with every row as it was', async () => {
		(await firstVersion()).close();
		const { marks, ...others } = await store.everything();
		expect(others).toEqual(first);
		expect(marks).toEqual([]);
		expect(await store.attempts()).toHaveLength(first.attempts.length);
		expect(await store.lastOpen('quiz', '13-september-2022')).toMatchObject({
			session: { id: 'session-1', mode: 'quiz' },
			attempts: [{ id: 'attempt-1' }, { id: 'attempt-2' }]
		});
	});

	it('that an old tab holds is said, and upgraded when that tab is closed', async () => {
		const old = await firstVersion();
		await expect(store.keep([], [attempt('a')])).rejects.toMatchObject(problem('blocked'));
		await expect(store.keep([], [attempt('a')])).rejects.toThrow(/close that tab and try again/);
		expect(await old.count('attempts')).toBe(first.attempts.length);
		old.close();
		await vi.waitUntil(() =>
			store.keep([], [attempt('a')]).then(
				() => true,
				() => false
			)
		);
		expect(await store.attempts()).toHaveLength(first.attempts.length + 1);
	});
});

describe('a database of a newer version', () => {
	it('takes over at once, is left alone, and is said', async () => {
		await store.keep([session('one')], [attempt('a')]);
		const newer = await rawTab(VERSION + 1);
		await expect(store.keep([], [attempt('b')])).rejects.toMatchObject(problem('newer'));
		await expect(store.attempts()).rejects.toThrow(/A newer version/);
		expect(await newer.getAllKeys('attempts')).toEqual(['a']);
		expect(newer.version).toBe(VERSION + 1);
	});
});

describe('a connection', () => {
	/** Lets the next transactions meet something. */
	const meet = (times: number, fault: (db: IDBDatabase) => void) => {
		const real = Reflect.get(IDBDatabase.prototype, 'transaction');
		return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
			this: IDBDatabase,
			...args
		) {
			if (times-- > 0) fault(this);
			return real.apply(this, args);
		});
	};

	it('that was closed in the background is opened again', async () => {
		await store.keep([], [attempt('a')]);
		const spy = meet(1, (db) => {
			db.close();
		});
		await store.keep([], [attempt('b')]);
		expect(spy).toHaveBeenCalledTimes(2);
		expect(await store.attempts()).toHaveLength(2);
	});

	it('of which the browser says that it is closed is opened again', async () => {
		await store.keep([], [attempt('a')]);
		const opened = vi.spyOn(indexedDB, 'open');
		meet(1, (db) => {
			db.close();
			db.dispatchEvent(new Event('close'));
		});
		await expect(store.attempts()).resolves.toHaveLength(1);
		expect(opened).toHaveBeenCalledTimes(1);
	});

	it('that breaks while it writes is opened again, and nothing is written twice', async () => {
		await store.keep([], [attempt('a')]);
		const real = Reflect.get(IDBObjectStore.prototype, 'put');
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (
			this: IDBObjectStore,
			row: unknown
		) {
			const request = real.call(this, row);
			this.transaction.abort();
			return request;
		});
		await store.keep([], [attempt('b')]);
		expect((await store.attempts()).map(({ id }) => id)).toEqual(['a', 'b']);
	});

	it('that breaks again and again is said', async () => {
		await store.keep([], [attempt('a')]);
		const spy = meet(99, () => {
			throw new DOMException('Gone.', 'InvalidStateError');
		});
		await expect(store.keep([], [attempt('b')])).rejects.toMatchObject(problem('unavailable'));
		expect(spy).toHaveBeenCalledTimes(2);
	});

	it.each([
		['is missing', () => vi.stubGlobal('indexedDB', undefined)],
		[
			'is refused',
			() =>
				vi.spyOn(indexedDB, 'open').mockImplementation(() => {
					throw new DOMException('No.', 'SecurityError');
				})
		]
	])('that %s is said, and had as soon as it can be', async (_, take) => {
		take();
		await expect(store.keep([], [attempt('a')])).rejects.toThrow(/keeps nothing for this page/);
		await expect(store.attempts()).rejects.toMatchObject(problem('unavailable'));
		vi.restoreAllMocks();
		vi.unstubAllGlobals();
		await store.keep([], [attempt('a')]);
		expect(await store.attempts()).toHaveLength(1);
	});
});

describe('a device without room', () => {
	const full = () => new DOMException('Full.', 'QuotaExceededError');

	it('keeps all of a piece or nothing, and says so', async () => {
		const real = Reflect.get(IDBObjectStore.prototype, 'put');
		const puts: unknown[] = [];
		const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
			this: IDBObjectStore,
			row: unknown
		) {
			if (puts.push(row) === 3) throw full();
			return real.call(this, row);
		});
		const rows = [attempt('a'), attempt('b')];
		await expect(store.keep([session('one')], rows)).rejects.toMatchObject(problem('full'));
		expect(await store.everything()).toMatchObject({ sessions: [], attempts: [] });
		const backup = { visits: [visit], sessions: [session('one')], attempts: rows, marks: [] };
		puts.length = 0;
		await expect(store.merge(backup)).rejects.toThrow(/no room/);
		expect(await store.everything()).toMatchObject({ visits: [], sessions: [], attempts: [] });
		spy.mockRestore();
		await store.keep([session('one')], rows);
		expect(await store.attempts()).toHaveLength(2);
	});

	it('is noticed when what was taken cannot be put on disk', async () => {
		const real = Reflect.get(IDBObjectStore.prototype, 'put');
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (
			this: IDBObjectStore,
			row: unknown
		) {
			const request = real.call(this, row);
			Object.defineProperty(this.transaction, 'error', { get: full });
			this.transaction.abort();
			return request;
		});
		await expect(store.keep([], [attempt('a')])).rejects.toMatchObject(problem('full'));
		expect(await store.attempts()).toEqual([]);
	});
});

describe('two tabs', () => {
	it('answer a question of a session once', async () => {
		await store.keep([session('one')], [attempt('a', { item: 'q' })]);
		const elsewhere = await other.keep([], [attempt('b', { item: 'q' }), attempt('c')]);
		expect(elsewhere.map(({ id }) => id)).toEqual(['a']);
		expect((await store.attempts()).map(({ id }) => id)).toEqual(['a', 'c']);
	});

	it('at the very same moment, too, and both keep what is their own', async () => {
		const results = await Promise.all([
			store.keep([session('one')], [attempt('a', { item: 'q' })]),
			other.keep([session('one')], [attempt('b', { item: 'q' })]),
			other.keep([session('two')], [attempt('c', { item: 'q', session: 'two' })])
		]);
		expect(results.flat()).toHaveLength(1);
		expect(await store.attempts()).toHaveLength(2);
	});

	it('answer it anew when it was revised, or when what is there is no answer to it', async () => {
		await store.keep([], [attempt('a', { item: 'q' })]);
		expect(await other.keep([], [attempt('b', { item: 'q', revision: 2 })])).toEqual([]);
		expect(await other.keep([], [attempt('c', { item: 'q' })], ['a'])).toEqual([]);
		expect(await store.attempts()).toHaveLength(3);
	});

	it('end a session for both', async () => {
		await store.keep([session('one', { mode: 'review', module: '' })], []);
		await other.endOpen('practice');
		expect(await store.lastOpen('review', '')).toBeDefined();
		await other.endOpen('review');
		await store.keep([session('one', { mode: 'review', module: '' })], [attempt('a')]);
		expect(await store.lastOpen('review', '')).toBeUndefined();
	});

	it('know nothing and write nothing back when one deletes everything', async () => {
		await store.keep([session('one')], [attempt('a')]);
		await other.keep([], [attempt('b')]);
		const writing = other.keep([], [attempt('c')]).catch(() => undefined);
		await store.clear();
		await writing;
		expect(await exists()).toBe(false);
		await expect(other.keep([], [attempt('d')])).rejects.toMatchObject(problem('deleted'));
		await expect(other.attempts()).rejects.toThrow(/deleted in another tab/);
		expect(await exists()).toBe(false);
		expect(await new Store().attempts()).toEqual([]);
	});

	it('are told apart from one that does not let go of what is to be deleted', async () => {
		await store.keep([], [attempt('a')]);
		const holding = await rawTab();
		await expect(store.clear()).rejects.toMatchObject(problem('blocked'));
		holding.close();
		await vi.waitUntil(async () => !(await exists()));
	});
});

describe('rows that cannot be read', () => {
	const newer = { ...attempt('newer'), v: 3, extra: 1 } as unknown as Attempt;
	const damaged = { ...attempt('damaged'), score: 'much' } as unknown as Attempt;

	it('are told one by one, and are not in the way', async () => {
		await store.keep([], [newer, damaged, attempt('a')]);
		expect((await store.attempts()).map(({ id }) => id)).toEqual(['a']);
		expect(await store.unreadable()).toEqual([
			{ name: 'attempts', key: 'damaged', why: 'damaged' },
			{ name: 'attempts', key: 'newer', why: 'newer' }
		]);
	});

	it('stay when a backup comes, and a damaged one is put right by it', async () => {
		await store.keep([], [newer, damaged]);
		const attempts = [attempt('newer'), attempt('damaged')];
		await store.merge({ visits: [], sessions: [], attempts, marks: [] });
		expect((await store.everything()).attempts).toEqual([attempt('damaged'), newer]);
	});

	it('are never overwritten by an older app', async () => {
		const raw = await rawTab();
		raw.close();
		await store.attempts();
		const db = await rawTab();
		await db.put('visits', { ...visit, v: 2 });
		await db.put('sessions', { ...session('one'), v: 3 });
		await db.put('marks', { v: 3, card: 'gate' });
		await expect(store.saveVisit(visit)).rejects.toMatchObject(problem('newer'));
		await expect(store.changeMark('gate', () => unmarked('gate', 'm'))).rejects.toThrow(
			/newer version/
		);
		await store.keep([session('one', { ended: true })], [attempt('a')]);
		expect(await db.get('sessions', 'one')).toMatchObject({ v: 3, ended: false });
		expect(await db.get('visits', 'gate')).toMatchObject({ v: 2 });
		expect(await store.attempts()).toHaveLength(1);
	});
});

describe('the browser', () => {
	it('is asked once to keep everything', async () => {
		const persist = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(false);
		await askToKeep();
		await askToKeep();
		expect(persist).toHaveBeenCalledTimes(1);
	});

	it('is asked when the first mark is kept, and not while nothing is', async () => {
		const persist = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(false);
		await store.saveVisit(visit);
		expect(persist).not.toHaveBeenCalled();
		await store.changeMark('gate', () => withBookmark(unmarked('gate', 'm'), true, 1));
		expect(persist).toHaveBeenCalledTimes(1);
	});

	it('says what it keeps in one sentence', async () => {
		const persisted = vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(true);
		expect(await keptSentence()).toMatch(/^The browser has promised[^.]+\.$/);
		persisted.mockRejectedValue(new TypeError('No.'));
		expect(await keptSentence()).toMatch(/^The browser may delete[^.]+\.$/);
	});
});
