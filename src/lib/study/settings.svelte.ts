import * as v from 'valibot';
import { browser } from '$app/environment';

const KEY = 'look';

const Look = v.object({
	theme: v.fallback(v.picklist(['', 'light', 'dark']), ''),
	size: v.fallback(v.picklist(['', '115', '130', '150', '200']), ''),
	motion: v.fallback(v.picklist(['', 'reduced']), ''),
	/** How fast cards are read aloud. */
	pace: v.fallback(v.picklist(['', 'slow', 'fast']), ''),
	/** Whether an answer is given with how sure one is. */
	confidence: v.fallback(v.picklist(['', 'off']), ''),
	contrast: v.fallback(v.picklist(['', 'more']), ''),
	/** Room between letters, words and lines. */
	spacing: v.fallback(v.picklist(['', 'wide']), ''),
	/** Whether single keys do something; they may be pressed unmeant. */
	keys: v.fallback(v.picklist(['', 'off']), '')
});

type Look = v.InferOutput<typeof Look>;

/** Storage may be blocked or hold something else; the device's own look then stands. */
function stored(): Look {
	const nothing = v.parse(Look, {});
	if (!browser) return nothing;
	try {
		const read = v.safeParse(Look, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
		return read.success ? read.output : nothing;
	} catch {
		return nothing;
	}
}

/** How the app looks. app.html applies the same values before the first paint. */
class Settings {
	#look = $state(stored());

	constructor() {
		if (!browser) return;
		addEventListener('storage', ({ key }) => {
			if (key !== KEY && key !== null) return;
			this.#look = stored();
			this.#apply();
		});
	}

	get theme() {
		return this.#look.theme;
	}
	set theme(value) {
		this.#set({ theme: value });
	}

	get size() {
		return this.#look.size;
	}
	set size(value) {
		this.#set({ size: value });
	}

	get motion() {
		return this.#look.motion;
	}
	set motion(value) {
		this.#set({ motion: value });
	}

	get pace() {
		return this.#look.pace;
	}
	set pace(value) {
		this.#set({ pace: value });
	}

	get confidence() {
		return this.#look.confidence;
	}
	set confidence(value) {
		this.#set({ confidence: value });
	}

	get contrast() {
		return this.#look.contrast;
	}
	set contrast(value) {
		this.#set({ contrast: value });
	}

	get spacing() {
		return this.#look.spacing;
	}
	set spacing(value) {
		this.#set({ spacing: value });
	}

	get keys() {
		return this.#look.keys;
	}
	set keys(value) {
		this.#set({ keys: value });
	}

	#set(change: Partial<Look>) {
		this.#look = { ...this.#look, ...change };
		this.#apply();
		try {
			localStorage.setItem(KEY, JSON.stringify(this.#look));
		} catch (cause) {
			console.warn('The settings hold until this tab is closed: storage is blocked.', cause);
		}
	}

	#apply() {
		Object.assign(document.documentElement.dataset, this.#look);
	}
}

export const settings = new Settings();
