import type { SaveMessage } from './messages.ts';
import { offline } from './offline.svelte.ts';

/** Why the app is not saved on this device. */
export type Trouble = 'unsupported' | 'full' | 'interrupted';

/** What can be told; before, nothing is known. */
type Told =
	| { is: 'saving'; done: number; total: number }
	| { is: 'ready' }
	| { is: 'unavailable'; why: Trouble };

export type SavingState = { is: 'nothing' } | Told;

const TROUBLES: Record<Trouble, string> = {
	unsupported: 'This browser cannot save the app, so reading needs a network.',
	full: 'This device has no room left to save the app, so reading needs a network.',
	interrupted: 'Not everything could be saved yet; the next visit tries again.'
};

/** A state as one plain sentence for the reader. */
export function sentenceOf(state: Told): string {
	if (state.is === 'saving')
		return `Saving for use without a network: ${state.done} of ${state.total} files.`;
	if (state.is === 'ready') return 'Saved: everything works without a network.';
	return TROUBLES[state.why];
}

/** How far the app is saved on this device, and whether a newer version of it is. */
export class Saving {
	state = $state.raw<SavingState>({ is: 'nothing' });
	/** A newer version is saved as well and waits to be used. */
	newVersion = $state(false);

	#tell: (sentence: string) => void;

	/** @param tell is told each state as a sentence */
	constructor(tell: (sentence: string) => void) {
		this.#tell = tell;
	}

	/** Takes what the service worker says. News of an update does not touch what is saved. */
	hear(message: SaveMessage) {
		if (this.state.is === 'ready') return;
		if (message.type === 'failed') this.fail(message.why);
		else this.#set({ is: 'saving', done: message.done, total: message.total });
	}

	fail(why: Trouble) {
		if (this.state.is !== 'ready') this.#set({ is: 'unavailable', why });
	}

	ready() {
		this.#set({ is: 'ready' });
	}

	#set(state: Told) {
		this.state = state;
		this.#tell(sentenceOf(state));
	}
}

export const saving = new Saving((sentence) => (offline.sentence = sentence));
