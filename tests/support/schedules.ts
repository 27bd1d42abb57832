/**
 * Schedules of what can happen to a log of answers, drawn from a seed and run with the real store,
 * the real log of a quiz and the browser's own IndexedDB. A tab is a connection of its own; killing
 * it cuts its connection, sometimes in the middle of a transaction.
 */
import { deleteDB, openDB, unwrap } from 'idb';
import {
	BackupError,
	readBackup,
	undamaged,
	writeBackup,
	type Stored
} from '../../src/lib/local/backup.ts';
import { Connection, NAME, VERSION, type Database } from '../../src/lib/local/connection.ts';
import type { Attempt, Session } from '../../src/lib/local/rows.ts';
import { StorageError, Store } from '../../src/lib/local/store.ts';
import { randomFrom } from '../../src/lib/quiz/random.ts';
import { QuizLog } from '../../src/lib/study/quiz-log.svelte.ts';
import first from '../stored/rows-1.json' with { type: 'json' };

const QUIZZES = ['the-bridge', 'the-ford'];
const ITEMS = Array.from({ length: 8 }, (_, index) => ({ id: `q${index}`, revision: 1 }));
const YEAR = 365 * 86_400_000;

const open = new Map<IDBDatabase, Set<IDBTransaction>>();
/** What the next writes meet: no room at once, or when they are to be committed. */
let faults: ('put' | 'commit')[] = [];

const full = () => new DOMException('There is no room.', 'QuotaExceededError');

/** Watches transactions, to cut them off, and lets chosen writes fail. @returns puts things back */
function watch(): () => void {
	const transaction = Reflect.get(IDBDatabase.prototype, 'transaction');
	const put = Reflect.get(IDBObjectStore.prototype, 'put');
	IDBDatabase.prototype.transaction = function (...args) {
		const result = transaction.apply(this, args);
		if (result.mode === 'readwrite') open.set(this, (open.get(this) ?? new Set()).add(result));
		return result;
	};
	IDBObjectStore.prototype.put = function (...args) {
		const fault = faults.shift();
		if (fault === 'put') throw full();
		const request = put.apply(this, args);
		if (fault === 'commit') {
			Object.defineProperty(this.transaction, 'error', { get: full });
			this.transaction.abort();
		}
		return request;
	};
	return () => {
		IDBDatabase.prototype.transaction = transaction;
		IDBObjectStore.prototype.put = put;
	};
}

function abort(transaction: IDBTransaction) {
	try {
		transaction.abort();
	} catch {
		// It was done already.
	}
}

const never = () => new Promise<never>(() => undefined);

/** The version of the database, as the last app left it that could. */
async function storedVersion(): Promise<number> {
	const found = (await indexedDB.databases()).find(({ name }) => name === NAME);
	return Math.max(VERSION, found?.version ?? VERSION);
}

class TabConnection extends Connection {
	#raw: IDBDatabase | undefined;
	#killed = false;

	protected override async open(): Promise<Database> {
		if (this.#killed) return never();
		const db = await super.open();
		this.#raw = unwrap(db);
		return this.#unlessKilled(db);
	}

	/** It may have been killed while it waited. */
	#unlessKilled(db: Database): Database | Promise<never> {
		if (!this.#killed) return db;
		db.close();
		return never();
	}

	/** @param midway whether what it was writing is cut off */
	kill(midway: boolean) {
		this.#killed = true;
		if (midway && this.#raw) for (const each of open.get(this.#raw) ?? []) abort(each);
		this.close();
	}

	/** The browser drops the connection, and says so or does not. */
	lose(told: boolean) {
		this.#raw?.close();
		if (told) this.#raw?.dispatchEvent(new Event('close'));
	}
}

/** A tab with a quiz in it. */
class Tab {
	readonly connection: TabConnection;
	readonly log: QuizLog;
	readonly version: number;
	alive = true;
	session: Session | undefined;
	/** Given and not yet shown as saved. */
	waiting: Attempt[] = [];
	answered = new Set<string>();

	constructor(version: number) {
		this.version = version;
		this.connection = new TabConnection(version);
		const store = new Store(this.connection);
		this.log = new QuizLog(() => Promise.resolve({ store }));
	}
}

export interface Outcome {
	steps: string[];
	answers: number;
	shown: number;
	faults: string[];
}

class World {
	readonly steps: string[] = [];
	readonly faults: string[] = [];
	readonly given = new Map<string, Attempt>();
	/** Answers that somebody was told are saved. */
	readonly shown = new Set<string>();
	/** Answers that were there when everything was deleted. */
	readonly deleted = new Set<string>();
	/** Rows from before, which must stay as they are. */
	#before: Stored['attempts'] = [];
	#tabs: Tab[] = [];
	#backups: string[] = [];
	#count = 0;
	#now = 1_800_000_000_000;
	readonly #seed: number;
	readonly #random: () => number;

	constructor(seed: number) {
		this.#seed = seed;
		this.#random = randomFrom(`schedule ${seed}`);
	}

	#chance(share: number) {
		return this.#random() < share;
	}

	#one<T>(all: readonly T[]): T | undefined {
		return all[Math.floor(this.#random() * all.length)];
	}

	#id(what: string) {
		return `${what}-${this.#seed}-${this.#count++}`;
	}

	/** Some schedules begin with a database that the first version left, or with rows nobody can read. */
	async begin() {
		await deleteDB(NAME);
		if (this.#chance(0.3)) await this.#firstVersion();
		if (this.#chance(0.3)) await this.#oddRows();
	}

	async #firstVersion() {
		const db = await openDB(NAME, 1, {
			upgrade(made) {
				made.createObjectStore('visits', { keyPath: 'card' });
				made.createObjectStore('sessions', { keyPath: 'id' }).createIndex('module', 'module');
				made.createObjectStore('attempts', { keyPath: 'id' }).createIndex('session', 'session');
			}
		});
		const transaction = db.transaction(['sessions', 'attempts'], 'readwrite');
		for (const row of first.sessions) await transaction.objectStore('sessions').put(row);
		for (const row of first.attempts) await transaction.objectStore('attempts').put(row);
		await transaction.done;
		db.close();
		this.#before.push(...(first.attempts as unknown as Attempt[]));
	}

	async #oddRows() {
		const store = new Store();
		const odd = [
			{ v: 9, id: 'newer', session: 'later', anything: [1] },
			{ v: 2, id: 'damaged', session: 'broken', score: 'much' }
		] as unknown as Attempt[];
		await store.keep([], odd);
		store.close();
		this.#before.push(...odd);
	}

	async step() {
		const steps: [number, string, () => unknown][] = [
			[8, 'answer', () => this.#answer()],
			[2, 'open', () => this.#open()],
			[2, 'reload', () => this.#reload()],
			[1, 'kill', () => this.#kill()],
			[1.5, 'full', () => this.#full()],
			[1, 'lose', () => this.#lose()],
			[1, 'retry', () => this.#settle(this.#one(this.#tabs)?.log.save())],
			[0.7, 'back up', () => this.#backUp()],
			[0.8, 'import', () => this.#import()],
			[0.4, 'clock', () => (this.#now += this.#one([YEAR, -YEAR]) ?? 0)],
			[0.3, 'newer', () => this.#open(VERSION + 1)],
			[0.2, 'delete', () => this.#delete()]
		];
		let at = this.#random() * steps.reduce((sum, [weight]) => sum + weight, 0);
		const [, name, work] = steps.find(([weight]) => (at -= weight) < 0) ?? steps[0] ?? [];
		this.steps.push(name ?? '');
		await work?.();
		this.#look();
	}

	/** Waits for some work to its end, a little, or not at all. */
	async #settle(work: Promise<unknown> | undefined) {
		if (this.#chance(0.5)) return work;
		for (let ticks = this.#random() * 6; ticks > 1; ticks--) await tick();
	}

	/** What a reader sees in each tab. */
	#look() {
		for (const tab of this.#tabs.filter(({ alive }) => alive)) {
			if (!tab.log.saved) continue;
			// Of an answer that came second nobody is told that it is saved.
			if (!tab.log.problem) for (const { id } of tab.waiting) this.shown.add(id);
			tab.waiting = [];
		}
	}

	async #open(wanted?: number) {
		const version = wanted ?? this.#one([VERSION, await storedVersion()]) ?? VERSION;
		if (this.#tabs.length === 3) this.#tabs.shift()?.connection.kill(true);
		const tab = new Tab(version);
		this.#tabs.push(tab);
		await this.#start(tab, this.#one(QUIZZES) ?? '');
	}

	async #start(tab: Tab, module: string) {
		const kept = await tab.log.last('quiz', module);
		tab.session = kept?.session ?? {
			v: 2,
			id: this.#id('session'),
			mode: 'quiz',
			module,
			seed: 's',
			items: ITEMS,
			startedAt: this.#now++,
			ended: false
		};
		if (!kept) tab.log.note(tab.session);
		tab.answered = new Set(kept?.attempts.map(({ item }) => item));
		// Where another tab was first, the page now shows that one's answer.
		tab.waiting = tab.waiting.filter(
			(own) => !kept?.attempts.some(({ id, item }) => item === own.item && id !== own.id)
		);
	}

	async #answer() {
		const tab = this.#one(this.#tabs);
		if (!tab) return this.#open();
		await this.#settle(this.#give(tab));
	}

	async #give(tab: Tab) {
		if (tab.log.overtaken) await this.#start(tab, tab.session?.module ?? '');
		const item = ITEMS.find(({ id }) => !tab.answered.has(id));
		const { session } = tab;
		if (!item || !session || !tab.alive) return;
		tab.answered.add(item.id);
		const attempt: Attempt = {
			v: 2,
			id: this.#id('attempt'),
			session: session.id,
			seed: session.seed,
			item: item.id,
			revision: item.revision,
			response: `answer ${this.#count}`,
			score: this.#one([0, 0.5, 1]) ?? 0,
			shownAt: this.#now++,
			at: this.#now++
		};
		this.given.set(attempt.id, attempt);
		tab.waiting.push(attempt);
		await tab.log.save(attempt);
	}

	#kill(): Tab | undefined {
		const tab = this.#one(this.#tabs);
		if (tab) this.#end(tab);
		return tab;
	}

	#end(tab: Tab) {
		// What stood on the screen until now was seen.
		this.#look();
		tab.alive = false;
		tab.connection.kill(this.#chance(0.5));
		this.#tabs = this.#tabs.filter((each) => each !== tab);
	}

	async #reload() {
		const old = this.#kill();
		if (!old) return;
		const tab = new Tab(old.version);
		this.#tabs.push(tab);
		await this.#start(tab, old.session?.module ?? '');
	}

	async #full() {
		faults = Array.from({ length: 1 + Math.floor(this.#random() * 3) }, () =>
			this.#chance(0.5) ? 'put' : 'commit'
		);
		await this.#answer();
		if (this.#chance(0.7)) faults = [];
	}

	async #lose() {
		const tab = this.#one(this.#tabs);
		const answering = tab && this.#chance(0.5) ? this.#give(tab) : undefined;
		tab?.connection.lose(this.#chance(0.5));
		await this.#settle(answering);
	}

	/** A tab with the settings, of the app that can read what is there. */
	async #withSettings(work: (store: Store) => Promise<void>) {
		faults = [];
		for (const version of [await storedVersion(), VERSION + 1]) {
			const store = new Store(new Connection(version));
			try {
				await work(store);
				return;
			} catch (cause) {
				// A newer app was opened in this very moment.
				if (!(cause instanceof StorageError && cause.problem === 'newer')) throw cause;
			} finally {
				store.close();
			}
		}
	}

	#backUp() {
		return this.#withSettings(async (store) => {
			this.#backups.push(writeBackup(undamaged(await store.everything()), this.#now));
		});
	}

	/** A backup of another device, or an older one of this. */
	async #import() {
		const own = this.#one(this.#backups);
		const text = own && this.#chance(0.5) ? own : this.#foreign();
		await this.#withSettings(async (store) => {
			try {
				const rows = readBackup(text);
				await store.merge(rows);
				for (const row of rows.attempts) {
					this.given.set(row.id, row);
					this.shown.add(row.id);
					this.deleted.delete(row.id);
				}
			} catch (cause) {
				// A backup with rows of a newer version is not for this one.
				if (!(cause instanceof BackupError && cause.problem === 'newer')) throw cause;
			}
		});
	}

	#foreign(): string {
		const session = this.#id('foreign');
		const attempts = ITEMS.slice(0, 3).map((item): Attempt => ({
			v: 2,
			id: this.#id('attempt'),
			session,
			seed: '',
			item: item.id,
			revision: 1,
			response: 'elsewhere',
			score: 1,
			shownAt: this.#now,
			at: this.#now
		}));
		const text = writeBackup({ visits: [], sessions: [], attempts, marks: [] }, this.#now);
		if (this.#chance(0.5)) this.#backups.push(text);
		return text;
	}

	/** Everything is deleted in one tab, and the others are told. */
	async #delete() {
		await this.#withSettings((store) => store.clear());
		for (const id of this.given.keys()) this.deleted.add(id);
		this.shown.clear();
		this.#before = [];
		const waiting = new Set(this.#tabs.filter((tab) => tab.waiting.length > 0));
		for (const tab of this.#tabs) tab.waiting = [];
		for (const tab of [...this.#tabs]) {
			// One that waits to save has heard of it, whether or not it had something open.
			if (this.#chance(0.5) && !waiting.has(tab)) {
				await this.#give(tab);
				this.#dropped(tab);
			}
			this.#end(tab);
		}
	}

	/** A tab that had something open when all was deleted keeps nothing of it; one that had nothing may. */
	#dropped(tab: Tab) {
		if (tab.log.saved) return;
		for (const { id } of tab.waiting) this.deleted.add(id);
		tab.waiting = [];
	}

	/** The dust settles: what can be saved is, and then the log must have what was shown. */
	async end() {
		faults = [];
		for (const tab of this.#tabs) await tab.log.save();
		const version = await storedVersion();
		for (const tab of this.#tabs) {
			await tab.log.save();
			// An answer may have been on its way still.
			for (let turns = 0; turns < 100 && !tab.log.saved && !tab.log.problem; turns++) await tick();
			if (tab.version === version && !tab.log.saved)
				this.faults.push(`a tab cannot save any more: ${tab.log.problem}`);
			if (tab.version < version && tab.waiting.length > 0 && !tab.log.problem)
				this.faults.push('an older app does not say that it cannot save');
		}
		this.#look();
		for (const tab of [...this.#tabs]) this.#end(tab);
		await this.#withSettings(async (store) => {
			this.#judge((await store.everything()).attempts);
		});
	}

	#judge(rows: readonly Attempt[]) {
		const kept = new Map(rows.map((row) => [row.id, row]));
		const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
		for (const id of this.shown) if (!kept.has(id)) this.faults.push(`${id} is lost`);
		for (const row of this.#before)
			if (!same(kept.get(row.id), row)) this.faults.push(`${row.id} was changed`);
		const places = new Set<string>();
		for (const row of rows.filter(({ id }) => !this.#before.some((old) => old.id === id))) {
			const place = `${row.session} ${row.item}`;
			if (places.has(place)) this.faults.push(`${row.id} is doubled`);
			places.add(place);
			if (!same(this.given.get(row.id), row)) this.faults.push(`${row.id} was never given`);
			if (this.deleted.has(row.id)) this.faults.push(`${row.id} came back`);
		}
	}
}

const { port1, port2 } = new MessageChannel();
const ticking: (() => void)[] = [];
port1.onmessage = () => ticking.shift()?.();

/** A turn of the browser's loop, without the rest that timers take. */
const tick = () =>
	new Promise<void>((done) => {
		ticking.push(done);
		port2.postMessage(0);
	});

/** Runs one schedule. The same seed gives the same steps. */
export async function run(seed: number): Promise<Outcome> {
	const world = new World(seed);
	await world.begin();
	const putBack = watch();
	try {
		const length = 6 + (seed % 15);
		while (world.steps.length < length) await world.step();
		await world.end();
	} finally {
		putBack();
		faults = [];
		open.clear();
	}
	const { steps, given, shown } = world;
	return { steps, answers: given.size, shown: shown.size, faults: world.faults };
}
