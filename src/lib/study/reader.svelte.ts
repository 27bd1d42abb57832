import { browser } from '$app/environment';
import { settings } from './settings.svelte.ts';

/** Rates as the Web Speech API counts them; 1 is the voice's own. */
const RATES = { '': 1, slow: 0.75, fast: 1.3 };

/** Whether the device offers a voice, as far as it is known: some name theirs only after a moment. */
export const hasVoice = () =>
	browser && 'speechSynthesis' in window && speechSynthesis.getVoices().length > 0;

/** @returns stops telling */
export function whenVoicesChange(tell: () => void): () => void {
	if (!('speechSynthesis' in window)) return () => undefined;
	speechSynthesis.addEventListener('voiceschanged', tell);
	return () => {
		speechSynthesis.removeEventListener('voiceschanged', tell);
	};
}

/** Reads sentences aloud with the device's own voice, one after the other. */
export class Reader {
	/** Index of the sentence being read; -1 when silent. */
	at = $state(-1);
	available = $state(false);

	/** The button comes once the device is known to have a voice. */
	constructor() {
		$effect(() => {
			this.available = hasVoice();
			return whenVoicesChange(() => (this.available = hasVoice()));
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
