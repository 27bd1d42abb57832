import { extrasOf, type Assignment } from '../../class/documents/assignment.ts';
import { gradebook, type Gradebook, type Pupil } from '../../class/gradebook/gradebook.ts';
import { difficulties, itemAnalysis } from '../../class/gradebook/items.ts';
import { hiddenNames } from '../../class/gradebook/look.ts';
import { toTalkAbout } from '../../class/gradebook/talk-about.ts';
import { contentFor, type CourseContent } from './content.ts';
import { NamesHidden } from './names-hidden.svelte.ts';
import type { OpenedClass } from './opened-class.svelte.ts';
import { absentFrom, everAsked, latestOf, NO_EXTRA, orphansOf } from './works.ts';

/** The gradebook of one assignment as the screen shows it; worked out anew whenever anything comes or is decided. */
export class Desk {
	readonly opened: OpenedClass;
	readonly hidden = new NamesHidden();
	/** Id of the assignment that was chosen; the latest where none was. */
	chosen = $state('');
	/** How many rows of the table were drawn after the first; kept while another view is looked at. */
	drawn = $state(0);
	content = $state.raw<CourseContent>();
	/** Minutes more, by the id of the member. */
	#extra = $state.raw(NO_EXTRA);
	/** A sentence where the questions could not be loaded. */
	problem = $state('');

	readonly assignments: Assignment[] = $derived.by(() => latestOf(this.opened.revisions));
	readonly assignment = $derived(
		this.assignments.find(({ id }) => id === this.chosen) ?? this.assignments[0]
	);
	readonly revisions: Assignment[] = $derived.by(() =>
		this.opened.revisions.filter(({ id }) => id === this.assignment?.id)
	);
	/** Hand-ins of assignments that are not here. */
	readonly orphans: number = $derived.by(() => orphansOf(this.opened.handIns, this.assignments));

	readonly book: Gradebook | undefined = $derived.by(() => {
		const { revisions, content, opened } = this;
		if (!content || revisions.length === 0 || this.#loaded !== this.#wanted) return undefined;
		const { handIns, members, desk } = opened;
		return gradebook({ revisions, handIns, members, desk, extra: this.#extra }, content.items);
	});
	/** Ids of all questions that were ever set in it. */
	readonly #wanted = $derived(everAsked(this.revisions));
	/** Those that were looked for in the content. */
	#loaded = $state('');

	readonly difficulties = $derived(this.book ? difficulties(this.book) : []);
	/** Takes long for a whole school: worked out only where it is looked at. */
	readonly figures = $derived(this.book ? itemAnalysis(this.book) : []);
	readonly talk = $derived(toTalkAbout(this.figures));
	readonly #labels = $derived(hiddenNames(this.book?.pupils ?? []));
	/** In the order of the screen: by name, or by label while names are hidden. */
	readonly pupils: readonly Pupil[] = $derived.by(() => {
		const pupils = this.book?.pupils ?? [];
		return this.hidden.on ? [...pupils].sort((a, b) => (a.id < b.id ? -1 : 1)) : pupils;
	});
	/** Whom the list of the class has, and who neither joined nor handed in. */
	readonly absent: readonly string[] = $derived.by(() => {
		const { taught, members } = this.opened;
		return absentFrom(taught?.naming, this.pupils, members);
	});

	constructor(opened: OpenedClass) {
		this.opened = opened;
		$effect(() => {
			void this.#load(this.#wanted);
		});
		$effect(() => {
			void this.#findExtra();
		});
	}

	/** How a pupil is called on the screen. */
	nameOf({ id, name }: Pick<Pupil, 'id' | 'name'>): string {
		return this.hidden.on ? (this.#labels.get(id) ?? 'A pupil') : name;
	}

	async #load(wanted: string) {
		try {
			const content = await contentFor(wanted.split(' '));
			if (wanted !== this.#wanted) return;
			this.content = content;
			this.#loaded = wanted;
		} catch (cause) {
			console.error(cause);
			this.problem = 'The questions could not be loaded; open the page again.';
		}
	}

	async #findExtra() {
		const { assignment, opened } = this;
		if (!assignment?.extra.length) {
			this.#extra = NO_EXTRA;
			return;
		}
		const handedIn = opened.handIns.map(({ document }) => document.member);
		this.#extra = await extrasOf(assignment, [...handedIn, ...opened.members]);
	}
}
