import type { PlayedItem } from '../content/item.ts';
import type { QuizStart } from '../content/packs.ts';
import type { Attempt, Mode, Session } from '../local/rows.ts';
import { arrangedQuiz, grade, kindOf, newOrder, type Answer, type Entry } from '../quiz/session.ts';
import type { Confidence } from '../review/attempt.ts';
import { loadKinds } from '../quiz/kinds/index.ts';
import { freshId } from './fresh-id.ts';
import { packs } from './packs.ts';
import { readDraft, writeDraft, type Draft } from './quiz-draft.ts';
import { QuizLog } from './quiz-log.svelte.ts';

const MISSING =
	'The other questions could not be loaded; your answer is kept. Try again when there is a network.';

/** What is asked: a module's quiz as its pack has it, or questions of several modules. */
export interface AskedQuiz extends QuizStart {
	/** A quiz where left out. */
	mode?: Mode;
	/** Module of each question by its id, where they are not all of `module`. */
	modules?: Readonly<Record<string, string>>;
	/** Why each question is asked, by its id, where that is to be said. */
	reasons?: Readonly<Record<string, string>>;
}

/** A quiz as it is taken: which question stands, what was answered, what is saved. */
export class QuizSession {
	readonly log = new QuizLog();
	/** In the order in which they are asked; empty until the quiz has begun, and the first alone until the others are there. */
	questions = $state.raw<readonly PlayedItem[]>([]);
	/** The response being made to the current question, or the one that was given. */
	response = $state.raw<unknown>();
	answers = $state.raw<readonly Answer[]>([]);

	#pack: AskedQuiz;
	#session: Session | undefined;
	#shownAt = 0;
	/** Whether every question is here, and every kind of question. */
	#whole = false;
	#at = $state(0);

	constructor(pack: AskedQuiz) {
		this.#pack = pack;
	}

	/** Id of the module; empty where questions of several are asked. */
	get module() {
		return this.#pack.module;
	}

	get mode() {
		return this.#pack.mode ?? 'quiz';
	}

	/** The module that a question is of. */
	moduleOf({ id }: PlayedItem) {
		return this.#pack.modules?.[id] ?? this.#pack.module;
	}

	/** Why a question is asked now, where that is to be said. */
	reasonFor({ id }: PlayedItem) {
		return this.#pack.reasons?.[id];
	}

	/** The title of a card that a question leads back to. */
	cardTitle(id: string) {
		return this.#pack.cards.find((card) => card.id === id)?.title ?? '';
	}

	/** How many questions are asked in all. */
	get count() {
		return this.#partial ? (this.#session?.items.length ?? 0) : this.questions.length;
	}

	/** How many questions stand before the current one. */
	get at() {
		return this.#at;
	}

	/** The question at hand; `undefined` when all are answered, or before the quiz has begun. */
	get current(): PlayedItem | undefined {
		return this.questions[this.#at];
	}

	/** The answer to the current question once it is given. */
	get answer(): Answer | undefined {
		return this.answers.find(({ item }) => item === this.current?.id);
	}

	/** Goes on with what was begun in this mode and module and is not finished, or begins anew. */
	async start() {
		const { mode, module } = this;
		const draft = readDraft(mode, module);
		const kept = await this.log.last(mode, module);
		const session = kept?.session ?? draft?.session;
		if (session || !this.#partial) await this.#complete();
		const questions = session ? this.#arranged(session) : [];
		if (!session || questions.length === 0) {
			this.#begin();
			return;
		}
		if (!kept) this.log.note(session);
		this.#session = session;
		this.questions = questions;
		this.answers = this.#gradeAgain(kept?.attempts ?? []);
		this.#show(draft);
	}

	respond(response: unknown) {
		this.response = response;
		void this.#complete();
		this.#writeDraft();
	}

	/**
	 * Grades the response and keeps it.
	 *
	 * @param confidence where the reader said how sure
	 * @returns false while something is left out of the response
	 */
	submit(confidence?: Confidence | null): boolean {
		const { current } = this;
		if (!current || !this.#session || this.answer) return false;
		const graded = grade(current, this.response);
		if (!graded) return false;
		const answer = confidence ? { ...graded, confidence } : graded;
		this.answers = [...this.answers, answer];
		void this.log.save({
			v: 2,
			id: freshId(),
			session: this.#session.id,
			seed: this.#session.seed,
			revision: current.revision,
			...answer,
			shownAt: this.#shownAt,
			at: Date.now()
		});
		return true;
	}

	/** Goes on to the next question, as soon as it is there. */
	next() {
		// Another tab is further on: this one goes on from there.
		if (this.log.overtaken) void this.start();
		else if (this.#whole) this.#show();
		else
			void this.#complete().then((whole) => {
				if (whole) this.#show();
			});
	}

	/** Begins anew with all questions, or only with some, in a new order. */
	restart(only?: readonly string[]) {
		if (this.#session) this.log.note({ ...this.#session, ended: true });
		this.#begin(only);
		void this.log.save();
	}

	#begin(only?: readonly string[]) {
		const seed = freshId();
		const { items, entries = items, modules } = this.#pack;
		const order = newOrder(items, entries, seed, { only, ordered: modules !== undefined });
		this.answers = [];
		this.#session = {
			v: 2,
			id: freshId(),
			mode: this.mode,
			module: this.module,
			seed,
			items: order,
			startedAt: Date.now(),
			ended: false
		};
		this.questions = this.#arranged(this.#session);
		this.log.note(this.#session);
		this.#show();
	}

	#arranged({ seed, items }: { seed: string; items: readonly Entry[] }) {
		return arrangedQuiz(this.#pack.items, seed, items);
	}

	/** Whether only the questions are here that the quiz may begin with. */
	get #partial() {
		return (this.#pack.entries?.length ?? 0) > this.#pack.items.length;
	}

	async #fetchOthers() {
		if (!this.#partial) return;
		const whole = await packs.quiz(this.module, fetch);
		this.#pack = { ...this.#pack, ...whole, entries: whole.items };
	}

	/** Fetches what did not come with the page: the other questions, and their kinds. @returns false when they could not be had */
	async #complete(): Promise<boolean> {
		if (this.#whole) return true;
		try {
			await Promise.all([loadKinds(), this.#fetchOthers()]);
			this.#whole = true;
			const { questions } = this;
			// The question at hand stays the same object, and so what was opened of it stays open.
			if (this.#session)
				this.questions = this.#arranged(this.#session).map(
					(item) => questions.find(({ id }) => id === item.id) ?? item
				);
			return true;
		} catch (cause) {
			console.error(cause);
			this.log.problem = MISSING;
			return false;
		}
	}

	/** Grades kept answers by today's rules; those that are no answer to their question are left out. */
	#gradeAgain(attempts: readonly Attempt[]): Answer[] {
		return this.questions.flatMap((question) => {
			const own = attempts.filter(
				({ item, revision }) => item === question.id && revision === question.revision
			);
			return own.map(({ response }) => grade(question, response)).find(Boolean) ?? [];
		});
	}

	/** Shows the first question without an answer, with the response this tab left there. */
	#show(draft?: Draft) {
		const open = this.questions.findIndex(
			({ id }) => !this.answers.some(({ item }) => item === id)
		);
		this.#at = open < 0 ? this.questions.length : open;
		this.#shownAt = Date.now();
		const { current } = this;
		if (!current) return;
		const kind = kindOf(current);
		const left = draft?.item === current.id ? kind.parse(current, draft.response) : undefined;
		this.response = left ?? kind.empty(current);
		this.#writeDraft();
	}

	#writeDraft() {
		const { current } = this;
		if (!current || !this.#session) return;
		writeDraft({ session: this.#session, item: current.id, response: this.response });
	}
}
