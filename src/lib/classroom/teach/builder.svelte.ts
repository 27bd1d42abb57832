/** The assignment that is being built: kept on this device with every change, until it is given out or thrown away. */
import * as v from 'valibot';
import { newId } from '../../class/ids.ts';
import type { ItemEntry, PlayedItem, Whys } from '../../content/item.ts';
import { loadKinds } from '../../quiz/kinds/index.ts';
import { packs } from '../../study/packs.ts';
import { Draft, newDraft, type Course } from './draft.ts';
import { randomBytes } from './device.ts';

const KEY = 'assignment-draft';

/** One draft of a new assignment, and one for each that is being changed. */
const keyOf = (edited: string) => (edited ? `${KEY}/${edited}` : KEY);

function readDraft(edited: string): Draft | undefined {
	try {
		const read = v.safeParse(Draft, JSON.parse(localStorage.getItem(keyOf(edited)) ?? 'null'));
		return read.success ? read.output : undefined;
	} catch (cause) {
		console.warn('The assignment that was being built could not be read.', cause);
		return undefined;
	}
}

const fresh = (): Draft => newDraft(newId(Date.now(), randomBytes), newId(Date.now(), randomBytes));

/** A question with its key, as the teacher looks at it. */
export interface Seen {
	item: PlayedItem;
	whys: Whys | undefined;
}

export class Builder {
	draft = $state.raw<Draft>(fresh());
	course = $state.raw<Course>({ modules: [], items: [] });
	/** Questions by id, as far as their modules are loaded. */
	seen = $state.raw<Readonly<Record<string, Seen>>>({});
	/** Whether there is something to choose from. */
	ready = $state(false);
	/** What was given out elsewhere since the draft that was left here was begun. */
	newer = $state.raw<Draft>();
	/** Where this device keeps nothing. */
	problem = $state('');

	/** Id of the assignment that is being changed; empty for a new one. */
	#edited = '';

	entry(id: string): ItemEntry | undefined {
		return this.course.items.find((item) => item.id === id);
	}

	/** Loads the course, and the draft that was left here. @param begin makes one where none was left */
	async load(edited: string, begin: (course: Course) => Promise<Draft | undefined>) {
		const [{ modules }, { items }] = await Promise.all([
			packs.catalog(fetch),
			packs.items(fetch),
			loadKinds()
		]);
		this.course = { modules, items };
		this.#edited = edited;
		const begun = await begin(this.course);
		const left = readDraft(edited);
		const given = begun?.given ?? 0;
		this.newer = left && left.given < given ? begun : undefined;
		// What was chosen here comes after what was given out meanwhile.
		this.draft = left ? { ...left, given: Math.max(left.given, given) } : (begun ?? fresh());
		this.ready = true;
		await this.look();
	}

	change(draft: Draft) {
		this.draft = draft;
		void this.look();
		try {
			localStorage.setItem(keyOf(this.#edited), JSON.stringify(draft));
			this.problem = '';
		} catch (cause) {
			console.warn(cause);
			this.problem = 'This browser keeps nothing, so a reload would lose what you have chosen.';
		}
	}

	/** Throws away what was chosen, after it was given out or because it is not wanted. */
	forget() {
		try {
			localStorage.removeItem(keyOf(this.#edited));
		} catch (cause) {
			console.warn(cause);
		}
	}

	/** Throws the draft away for what was given out meanwhile. */
	takeNewer() {
		if (!this.newer) return;
		this.forget();
		this.draft = this.newer;
		this.newer = undefined;
		void this.look();
	}

	/** Begins anew. */
	restart() {
		this.forget();
		this.draft = { ...fresh(), class: this.draft.class };
	}

	/** Fetches the texts of the questions of the modules that are chosen. */
	async look() {
		const wanted = this.draft.modules.filter((module) =>
			this.course.items.some((item) => item.module === module && !this.seen[item.id])
		);
		if (wanted.length === 0) return;
		try {
			const found = await Promise.all(
				wanted.map((module) => Promise.all([packs.quiz(module, fetch), packs.whys(module, fetch)]))
			);
			const seen = found.flatMap(([{ items }, { whys }]) =>
				items.map((item): [string, Seen] => [item.id, { item, whys: whys[item.id] }])
			);
			this.seen = { ...this.seen, ...Object.fromEntries(seen) };
		} catch (cause) {
			console.error(cause);
			this.problem = 'The texts of the questions could not be loaded; try again when online.';
		}
	}
}
