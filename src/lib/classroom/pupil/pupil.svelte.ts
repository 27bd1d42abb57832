/** What a pupil sees of all classes on this device. */
import { CallError } from '../client.ts';
import { classroom, StorageError } from '../database.ts';
import { again, isOpen, scanned } from '../outbox.ts';
import { client, keepSending, outbox, type Sending } from '../outbox-here.ts';
import type { Membership, Outgoing, Work } from '../rows.ts';
import type { Device } from './joining.ts';
import { APP } from '../app.ts';
import { fetchNews, hasServer, leave, sendProgress } from './news.ts';
import {
	handInWork,
	keepWork,
	newWork,
	overdue,
	tasksOf,
	withExtras,
	withOwnExtra,
	workEnd,
	type Held,
	type Task
} from './work.ts';
import { WorkClock } from './work-clock.ts';

/** How often the server is asked for what is new while the page is looked at, in milliseconds. */
const NEWS_EVERY = 60_000;
const TICK = 1000;

/** This device, for whatever is made on it. */
export const device: Device = {
	now: Date.now,
	random: (count) => crypto.getRandomValues(new Uint8Array(count)),
	app: APP
};

export class Pupil {
	ready = $state(false);
	/** What went wrong with this device's storage, or with something that was received. */
	problem = $state('');
	/** Why nothing new could be fetched; the page works all the same. */
	offline = $state('');
	/** The class that was left last, while this page stands. */
	left = $state('');
	/** Milliseconds since 1970; goes on by the second. */
	now = $state(Date.now());
	memberships = $state.raw<readonly Membership[]>([]);
	outgoing = $state.raw<readonly Outgoing[]>([]);

	/** Attempts that this tab has handed in because their time was up. */
	readonly #overdue: string[] = [];
	readonly #clock = new WorkClock();
	#sending: Sending | undefined;
	#given = $state.raw<readonly Held[]>([]);
	#works = $state.raw<readonly Work[]>([]);

	/** What is set in a class. */
	tasks(membership: Membership): Task[] {
		const { now } = this;
		return tasksOf(membership, { given: this.#given, works: this.#works, memberships: [] }, now);
	}

	/** The task and the attempt with an id; `undefined` when this device does not have it. */
	find(id: string): { task: Task; work: Work } | undefined {
		const found = this.memberships
			.flatMap((each) => this.tasks(each))
			.flatMap((task) => task.works.map((work) => ({ task, work })));
		return found.find(({ work }) => work.id === id);
	}

	/** What became of the hand-in of an attempt. */
	sent(id: string): Outgoing | undefined {
		return this.outgoing.find((row) => row.id === id);
	}

	/** Hand-ins that are not there yet. */
	waiting(membership: Membership): Outgoing[] {
		return this.outgoing.filter((row) => row.membership === membership.id && isOpen(row));
	}

	/** Loads what is kept, and keeps it going: sending, news, time. @returns ends that */
	follow(): () => void {
		void this.load().then(() => this.fetch());
		const sending = (this.#sending = keepSending(() => this.load()));
		const ticking = setInterval(() => {
			this.now = Date.now();
			void this.#handInOverdue();
		}, TICK);
		const asking = setInterval(() => {
			if (document.visibilityState === 'visible') void this.fetch();
		}, NEWS_EVERY);
		const online = () => void this.fetch();
		window.addEventListener('online', online);
		return () => {
			sending.stop();
			clearInterval(ticking);
			clearInterval(asking);
			window.removeEventListener('online', online);
		};
	}

	/** Reads what this device keeps. */
	async load(): Promise<void> {
		await this.#guarded(async () => {
			const [memberships, given, works, outgoing] = await Promise.all([
				classroom.all('memberships'),
				classroom.all('given'),
				classroom.all('work'),
				classroom.all('outbox')
			]);
			const kept = { memberships, given, works };
			[this.#works, this.#given] = await Promise.all([withExtras(kept), withOwnExtra(kept)]);
			this.outgoing = outgoing;
			this.memberships = memberships.sort((a, b) => b.joined - a.joined);
			this.ready = true;
		});
	}

	/** Asks the class server for what is new. */
	async fetch(): Promise<void> {
		for (const row of this.memberships.filter(hasServer))
			await this.#guarded(async () => {
				const problem = await fetchNews(row, client, classroom, Date.now());
				if (problem) this.problem = problem;
				this.offline = '';
			});
		await this.load();
	}

	/** Begins an attempt, or goes on with the one that is open. @returns its id */
	async begin(task: Task): Promise<string | undefined> {
		if (task.open) return task.open.id;
		return this.#guarded(async () => {
			const { id } = await keepWork(await newWork(task, device), classroom);
			await this.load();
			void this.tellProgress(task.membership);
			return id;
		});
	}

	/** The time of an attempt, in milliseconds since 1970. */
	timeOf(work: Work): number {
		return this.#clock.at(work, this.now, performance.now());
	}

	/** Milliseconds that are left for an attempt; `undefined` when it has no end. */
	leftOf(work: Work, { assignment }: Pick<Task, 'assignment'>): number | undefined {
		const end = workEnd(work, assignment);
		return end === undefined ? undefined : Math.max(0, end - this.timeOf(work));
	}

	/** Hands in as it is now; an attempt whose time is up, as it was then. */
	async handIn({ membership, assignment }: Task, work: Work): Promise<void> {
		const end = workEnd(work, assignment) ?? Infinity;
		const now = this.timeOf(work);
		await this.#guarded(async () => {
			await handInWork(work, membership, classroom, {
				app: APP,
				at: Math.min(now, end),
				timeUp: now >= end
			});
			await this.load();
			await this.#sending?.now();
			void this.tellProgress(membership);
		});
	}

	/** Tells the teacher where the pupil is, where there is a server; nobody waits for it. */
	async tellProgress(membership: Membership): Promise<void> {
		if (!hasServer(membership)) return;
		try {
			await this.load();
			await sendProgress(membership, this.tasks(membership), client, classroom, Date.now());
		} catch (cause) {
			// It is told with the next answer.
			if (!(cause instanceof CallError)) console.warn(cause);
		}
	}

	/** As the pupil says: the teacher has scanned it, or not after all. */
	async setScanned({ id }: Outgoing, yes: boolean): Promise<void> {
		await this.#guarded(() => outbox.change(id, (row) => scanned(row, yes)));
		await this.load();
	}

	async sendAgain({ id }: Outgoing): Promise<void> {
		await this.#guarded(async () => {
			await outbox.change(id, again);
			await this.#sending?.now();
		});
		await this.load();
	}

	/** Takes everything of this pupil off the device. @returns whether that succeeded */
	async leave({ id, className }: Membership): Promise<boolean> {
		const left = await this.#guarded(async () => {
			await leave(id, classroom);
			return true;
		});
		await this.load();
		// Said once what asked is gone from the page, so that the focus can go there.
		if (left) this.left = className || 'the class';
		return left ?? false;
	}

	/** An attempt whose time is up is handed in as it is. */
	async #handInOverdue() {
		const tasks = this.memberships.flatMap((each) => this.tasks(each));
		for (const { task, work } of overdue(tasks, (each) => this.timeOf(each))) {
			if (this.#overdue.includes(work.id)) continue;
			this.#overdue.push(work.id);
			await this.handIn(task, work);
		}
	}

	async #guarded<T>(work: () => Promise<T>): Promise<T | undefined> {
		try {
			return await work();
		} catch (cause) {
			if (cause instanceof CallError && cause.passing) this.offline = cause.message;
			else if (cause instanceof StorageError || cause instanceof Error)
				this.problem = cause.message;
			return undefined;
		}
	}
}
