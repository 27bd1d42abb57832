import { browser } from '$app/environment';
import { settings } from './settings.svelte.ts';

/** Rates as the Web Speech API counts them; 1 is the voice's own. */
const RATES = { '': 1, slow: 0.75, fast: 1.3 };

/** Reads sentences aloud with the device's own voice, one after the other. */
export class Reader {
	/** Index of the sentence being read; -1 when silent. */
	at = $state(-1);
	available = $state(false);

	constructor() {
		$effect(() => {
			this.available = browser && 'speechSynthesis' in window;
		});
	}

	get speaking() {
		return this.at >= 0;
	}

	toggle(sentences: readonly string[]) {
		if (this.speaking) this.stop();
		else this.#read(sentences, 0);
	}

	stop() {
		if (!this.speaking) return;
		this.at = -1;
		speechSynthesis.cancel();
	}

	#read(sentences: readonly string[], index: number) {
		const text = sentences[index];
		this.at = text === undefined ? -1 : index;
		if (text === undefined) return;
		const utterance = new SpeechSynthesisUtterance(text);
		utterance.lang = 'en-GB';
		utterance.rate = RATES[settings.pace];
		utterance.onend = () => {
			if (this.at === index) this.#read(sentences, index + 1);
		};
		utterance.onerror = () => {
			if (this.at === index) this.at = -1;
		};
		speechSynthesis.speak(utterance);
	}
}
