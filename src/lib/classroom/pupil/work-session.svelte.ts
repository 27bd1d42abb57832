/** Answers the questions of an assignment. What is answered is kept with the class, not in the reader's own log. */
import type { PlayedItem } from '../../content/item.ts';
import { StorageError } from '../../local/problem.ts';
import { grade, kindOf, type Answer } from '../../quiz/session.ts';
import type { Confidence } from '../../review/attempt.ts';
import type { Asking } from '../../study/asking.ts';
import type { Assignment } from '../../class/documents/assignment.ts';
import type { Work, WorkAnswer } from '../rows.ts';

/** The questions of an attempt and what belongs to them. */
export interface WorkPack {
	questions: readonly PlayedItem[];
	/** Module of each question, by its id. */
	modules: ReadonlyMap<string, string>;
	/** Title of each card, by its id. */
	cards: ReadonlyMap<string, string>;
	/** Questions that the teacher chose and the app no longer has, or has in another wording. */
	changed: number;
}

type Keep = (answer: WorkAnswer) => Promise<Work | undefined>;

const NOT_KEPT = 'Your answer could not be kept; it lasts until this tab is closed.';

/** Keeps answers. What could not be kept waits, and is tried again with the next answer. */
class WorkLog {
	problem = $state('');
	saved = $state(true);
	readonly #keep: Keep;
	readonly #kept: (work: Work) => void;
	#waiting: WorkAnswer[] = [];
	#writing = Promise.resolve();

	/** @param kept is called with the work as it is after each */
	constructor(keep: Keep, kept: (work: Work) => void) {
		this.#keep = keep;
		this.#kept = kept;
	}

	save(...answers: WorkAnswer[]): Promise<void> {
		this.saved = false;
		this.#waiting.push(...answers);
		this.#writing = this.#writing.then(() => this.#write());
		return this.#writing;
	}

	async #write() {
		try {
			for (const answer of [...this.#waiting]) {
				const work = await this.#keep(answer);
				this.#waiting = this.#waiting.filter((each) => each !== answer);
				if (work) this.#kept(work);
			}
			this.problem = '';
			this.saved = this.#waiting.length === 0;
		} catch (cause) {
			this.problem = cause instanceof StorageError ? cause.message : NOT_KEPT;
		}
	}
}

export class WorkSession implements Asking {
	readonly log: WorkLog;
	readonly asksHowSure: boolean;
	/** The result comes only after handing in. */
	readonly lastStep = 'To the end';
	readonly mode: 'quiz' | 'test';
	response = $state.raw<unknown>();
	answers = $state.raw<readonly Answer[]>([]);

	readonly #pack: WorkPack;
	#shownAt = 0;
	#at = $state(0);

	constructor(
		assignment: Pick<Assignment, 'confidence' | 'mode'>,
		work: Work,
		pack: WorkPack,
		keep: Keep
	) {
		this.asksHowSure = assignment.confidence;
		this.mode = assignment.mode === 'test' ? 'test' : 'quiz';
		this.#pack = pack;
		this.log = new WorkLog(keep, (kept) => {
			this.#take(kept);
		});
		this.#take(work);
		this.next();
	}

	get questions() {
		return this.#pack.questions;
	}

	get at() {
		return this.#at;
	}

	get count() {
		return this.questions.length;
	}

	/** `undefined` when all are answered. */
	get current(): PlayedItem | undefined {
		return this.questions[this.#at];
	}

	get answer(): Answer | undefined {
		return this.answers.find(({ item }) => item === this.current?.id);
	}

	moduleOf({ id }: PlayedItem): string {
		return this.#pack.modules.get(id) ?? '';
	}

	reasonFor(): undefined {
		return undefined;
	}

	cardTitle(id: string): string {
		return this.#pack.cards.get(id) ?? '';
	}

	respond(response: unknown) {
		this.response = response;
	}

	/** @returns false while something is left out of the response */
	submit(confidence?: Confidence | null): boolean {
		const { current } = this;
		if (!current || this.answer) return false;
		const graded = grade(current, this.response);
		if (!graded) return false;
		this.answers = [...this.answers, graded];
		void this.log.save({
			item: current.id,
			revision: current.revision,
			response: graded.response,
			...(confidence && { confidence }),
			shownAt: this.#shownAt,
			at: Date.now()
		});
		return true;
	}

	/** Goes on to the next question without an answer. */
	next() {
		const open = this.questions.findIndex(
			({ id }) => !this.answers.some(({ item }) => item === id)
		);
		this.#at = open < 0 ? this.questions.length : open;
		this.#shownAt = Date.now();
		this.response = this.current && kindOf(this.current).empty(this.current);
	}

	/** Takes over what is kept: another tab may have answered too. */
	#take(work: Work) {
		const kept = this.questions.flatMap((question) => {
			const own = work.answers.find(({ item }) => item === question.id);
			return (own && grade(question, own.response)) ?? [];
		});
		const others = this.answers.filter(({ item }) => !kept.some((each) => each.item === item));
		this.answers = [...kept, ...others];
	}
}
