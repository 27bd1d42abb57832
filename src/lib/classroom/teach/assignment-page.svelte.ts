/** The page on which an assignment is built: for a class of this device or for none, new or once more. */
import { readDocument } from '../../class/documents/document.ts';
import { assignment, newest, type Assignment } from '../../class/documents/assignment.ts';
import { classroom } from '../database.ts';
import type { TaughtClass } from '../rows.ts';
import { Builder } from './builder.svelte.ts';
import { world } from './device.ts';
import { documentOf, draftOf } from './draft-document.ts';
import { flaws, type Course, type Draft } from './draft.ts';
import { APP } from '../app.ts';
import { namesIn } from './naming.ts';
import { readAsked } from './asked.ts';
import { sentenceOf } from './saying.ts';
import { Taught } from './taught.ts';

export class AssignmentPage {
	readonly builder = new Builder();
	classes = $state.raw<TaughtClass[]>([]);
	/** Names that may be given extra time: the list of the class, and who joined. */
	names = $state.raw<string[]>([]);
	/** As it was given out. */
	given = $state.raw<Assignment>();
	/** What went wrong, as a sentence. */
	problem = $state('');
	/** Whether the class server has what was given out. */
	sent = $state(false);
	/** Whether another device had changed it too, without this one having heard of it. */
	beside = $state(false);
	busy = $state(false);

	readonly forClass = $derived(this.classes.find(({ id }) => id === this.builder.draft.class));

	/** @param fragment of the address: `class` and, where one is changed, `edit`, as in a query */
	async open(fragment: string) {
		const { edited, of } = readAsked(fragment);
		this.given = undefined;
		this.problem = '';
		try {
			this.classes = await classroom.all('classes');
			await this.builder.load(edited, (course) => this.#begun(edited, of, course));
			const { draft } = this.builder;
			// A draft that was begun for another class goes to the one from which this page was opened.
			const known = this.classes.some(({ id }) => id === draft.class);
			if (of && draft.class !== of) this.builder.change({ ...draft, class: of });
			else if (draft.class && !known) this.builder.change({ ...draft, class: '' });
			await this.#loadNames();
		} catch (cause) {
			this.problem = sentenceOf(cause);
		}
	}

	async #begun(edited: string, of: string, course: Course): Promise<Draft | undefined> {
		if (!edited) return undefined;
		const row = this.classes.find(({ id }) => id === of);
		const names = row ? await this.#namesOf(row) : [];
		const rows = await classroom.allOf('assignments', 'class', of);
		const document = newest(rows.filter(({ id }) => id === edited).map((each) => each.document));
		return document && draftOf(document, course, names);
	}

	async #namesOf(row: TaughtClass): Promise<string[]> {
		const pupils = await new Taught(row, world()).pupils();
		return namesIn(
			row.naming,
			pupils.map(({ name }) => name)
		);
	}

	async #loadNames() {
		this.names = this.forClass ? await this.#namesOf(this.forClass) : [];
	}

	/** Chooses the class that it is for; empty for none. */
	async meantFor(id: string) {
		this.builder.change({ ...this.builder.draft, class: id });
		await this.#loadNames();
	}

	readonly flaws = $derived(flaws(this.builder.draft, Date.now()));

	/** The document as it would go out now. */
	document(): Promise<Assignment> {
		const row = this.forClass;
		return documentOf(this.builder.draft, {
			course: this.builder.course,
			now: Date.now(),
			app: APP,
			forClass: row && { id: row.id, publicKey: row.publicKey, board: row }
		});
	}

	/** Gives it out: to the class, if it is for one, and as something that a link, a code or a file carries. */
	async give() {
		this.problem = '';
		const [flaw] = flaws(this.builder.draft, Date.now());
		if (flaw) {
			this.problem = flaw;
			return;
		}
		this.busy = true;
		try {
			const document = readDocument(assignment, await this.document());
			this.given = await this.#keep(document);
			this.builder.forget();
		} catch (cause) {
			this.problem = sentenceOf(cause);
		}
		this.busy = false;
	}

	/** @returns it as it is kept */
	async #keep(document: Assignment): Promise<Assignment> {
		this.sent = this.beside = false;
		const row = this.forClass;
		if (!row) {
			const { id, revision } = document;
			await classroom.put('assignments', { v: 1, class: '', id, revision, document, sent: false });
			return document;
		}
		const { row: kept, unsent } = await new Taught(row, world()).set(document);
		this.sent = kept.sent;
		this.beside = kept.beside !== undefined;
		if (unsent)
			this.problem = `${unsent.message} It is kept here and sent by itself when the page of the class is open.`;
		return kept.document;
	}
}
