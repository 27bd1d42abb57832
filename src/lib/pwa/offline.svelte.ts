import type { SaveMessage } from './messages.ts';

/** Why the app is not saved on this device. */
export type Trouble = 'unsupported' | 'full' | 'interrupted';

export type OfflineState =
	| { is: 'nothing' }
	| { is: 'saving'; done: number; total: number }
	| { is: 'ready' }
	| { is: 'unavailable'; why: Trouble };

const TROUBLES: Record<Trouble, string> = {
	unsupported: 'This browser cannot save the app, so reading needs a network.',
	full: 'This device has no room left to save the app, so reading needs a network.',
	interrupted: 'Not everything could be saved yet; the next visit tries again.'
};

/** A state as one plain sentence for the reader. */
export function sentenceOf(state: OfflineState): string {
	if (state.is === 'saving')
		return `Saving for use without a network: ${state.done} of ${state.total} files.`;
	if (state.is === 'ready') return 'Saved: everything works without a network.';
	if (state.is === 'unavailable') return TROUBLES[state.why];
	return 'Not saved on this device yet.';
}

/** Whether the app is saved on this device, and whether a newer version of it is. */
export class Offline {
	state = $state.raw<OfflineState>({ is: 'nothing' });
	sentence = $derived(sentenceOf(this.state));
	/** A newer version is saved as well and waits to be used. */
	newVersion = $state(false);

	/** Takes what the service worker says. News of an update does not touch what is saved. */
	hear(message: SaveMessage) {
		if (this.state.is === 'ready') return;
		if (message.type === 'failed') this.fail(message.why);
		else this.state = { is: 'saving', done: message.done, total: message.total };
	}

	fail(why: Trouble) {
		if (this.state.is !== 'ready') this.state = { is: 'unavailable', why };
	}

	ready() {
		this.state = { is: 'ready' };
	}
}

export const offline = new Offline();
