/** What asks questions and takes answers, as the components of a quiz need it. */
import type { QuizLog } from './quiz-log.svelte.ts';
import type { QuizSession } from './quiz-session.svelte.ts';

export interface Asking extends Pick<
	QuizSession,
	| 'mode'
	| 'at'
	| 'count'
	| 'answer'
	| 'answers'
	| 'response'
	| 'moduleOf'
	| 'reasonFor'
	| 'cardTitle'
	| 'respond'
	| 'submit'
> {
	readonly log: Pick<QuizLog, 'problem' | 'saved'> & { save(): Promise<void> };
	/** Whether it is asked how sure the reader is; the reader's own setting where absent. */
	readonly asksHowSure?: boolean;
	/** What the button after the last answer says; that it shows the result where absent. */
	readonly lastStep?: string;
}
