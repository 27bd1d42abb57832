/** One class on the screen of its teacher. */
import type { TeacherLink } from '../../class/secrets.ts';
import { CallError } from '../client.ts';
import { classroom } from '../database.ts';
import { linkOf } from './class-by-link.ts';
import type { SetAssignment, TaughtClass } from '../rows.ts';
import { client, world } from './device.ts';
import { openedByLink, openedWithoutServer, type Wanted } from './making.ts';
import { Polling, type Round } from './polling.ts';
import { noServer, sentenceOf } from './saying.ts';
import { Taught, type DoorChange, type Pupil } from './taught.ts';

const UNKNOWN =
	'The class server does not know this class: it was ended, its day has come, or it was made without a server. Look also whether the link is whole.';

export class ClassDesk {
	row = $state.raw<TaughtClass>();
	pupils = $state.raw<Pupil[]>([]);
	assignments = $state.raw<SetAssignment[]>([]);
	/** `unnamed`: no server knows the class of this link, so it has to be given its name again. */
	stage = $state<'opening' | 'open' | 'unnamed' | 'failed' | 'ended'>('opening');
	/** What went wrong with the last thing that was done here, as a sentence. */
	problem = $state('');
	/** Why the server could not be asked last; empty when it could. */
	away = $state('');
	/** Whether the server has it no more. */
	gone = $state(false);
	/** While something is being done that must not be done twice. */
	busy = $state(false);

	#link: TeacherLink | undefined;
	#taught: Taught | undefined;
	readonly #polling = new Polling(() => this.#round());

	/** Opens the class of a teacher link, or one that this device keeps. @param fragment of the address */
	async open(fragment: string): Promise<void> {
		this.stage = 'opening';
		this.problem = '';
		try {
			const link = await linkOf(fragment);
			this.#link = link;
			const known = await classroom.get('classes', link.class);
			const same = known?.secret === link.secret ? known : undefined;
			await this.#use(same ?? (await openedByLink(link, { client: client(), now: Date.now() })));
		} catch (cause) {
			const isUnknown =
				noServer(cause) || (cause instanceof CallError && cause.code === 'not-found');
			this.stage = isUnknown ? 'unnamed' : 'failed';
			this.problem = isUnknown && !noServer(cause) ? UNKNOWN : sentenceOf(cause);
		}
	}

	/** Opens a class that no server knows, under the name that the teacher gives it again. */
	async openAs(wanted: Wanted): Promise<void> {
		const link = this.#link;
		if (!link) return;
		await this.#doing(async () => {
			await this.#use(await openedWithoutServer(link, wanted, { now: Date.now() }));
		});
	}

	async #use(row: TaughtClass) {
		await classroom.put('classes', row);
		this.#taught = new Taught(row, world());
		await this.#show();
		this.stage = 'open';
		this.problem = '';
		void this.#polling.now();
	}

	async #show() {
		const taught = this.#taught;
		if (!taught) return;
		const [row, pupils, assignments] = await Promise.all([
			classroom.get('classes', this.#link?.class ?? ''),
			taught.pupils(),
			taught.assignments()
		]);
		this.row = row;
		this.pupils = pupils;
		this.assignments = assignments;
	}

	/** Asks the server again and again while the page is seen. @returns what ends it */
	follow = () => this.#polling.start();

	async #round(): Promise<Round> {
		if (this.stage !== 'open' || !this.row?.onServer || this.busy) return { news: false };
		try {
			const news = (await this.#taught?.round()) ?? false;
			this.gone = false;
			await this.#show();
			this.away = '';
			return { news };
		} catch (cause) {
			this.away = this.#toldOf(cause);
			return {
				failed: true,
				retryAfter: cause instanceof CallError ? cause.retryAfter : undefined
			};
		}
	}

	#toldOf(cause: unknown): string {
		this.gone = cause instanceof CallError && cause.code === 'not-found';
		if (this.gone)
			return 'The class server has this class no more: it was ended elsewhere, or its day has come.';
		return sentenceOf(cause);
	}

	/** @returns whether it was done */
	async #doing(work: (taught: Taught | undefined) => Promise<unknown>): Promise<boolean> {
		this.busy = true;
		this.problem = '';
		try {
			await work(this.#taught);
			if (this.stage === 'open') await this.#show();
			return true;
		} catch (cause) {
			this.problem = this.#toldOf(cause);
			return false;
		} finally {
			this.busy = false;
		}
	}

	keptLink = () => this.#doing(async (taught) => taught?.keptLink());

	connect = () => this.#doing(async (taught) => taught?.connect());

	changeDoor = (change: DoorChange) => this.#doing(async (taught) => taught?.changeDoor(change));

	remove = (ids: readonly string[], handIns: 'keep' | 'delete') =>
		this.#doing(async (taught) => taught?.remove(ids, handIns));

	/** How many are at work on it, as far as this device has heard. */
	atWork = async ({ id }: SetAssignment): Promise<number> => (await this.#taught?.atWork(id)) ?? 0;

	/** Withdraws an assignment: a revision of it that says so. */
	withdraw = ({ document }: SetAssignment) =>
		this.#doing(async (taught) => {
			const revision = document.revision + 1;
			const at = Date.now();
			const set = await taught?.set({ ...document, revision, withdrawn: true, at });
			if (set?.unsent) throw set.unsent;
		});

	end = () =>
		this.#doing(async (taught) => {
			await taught?.end();
			this.stage = 'ended';
			this.row = undefined;
		});

	/** Deletes the class here; whoever has its link can open it again while the server has it. */
	forget = () =>
		this.#doing(async (taught) => {
			await taught?.forget();
			this.stage = 'ended';
			this.row = undefined;
		});
}
